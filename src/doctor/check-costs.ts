import type { NetworkProbe } from '../networks/index.ts';
import { type Check, findingsOf } from './finding.ts';

const { info } = findingsOf('Costs');

/** What a month will be made of. */
export function checkCosts(network: NetworkProbe | null): Check {
  return {
    area: 'Costs',
    look: async () => [
      ...(network?.prices ?? []).map((price) => info(`X: ${price}`)),
      info('Slack: its calls are free'),
    ],
  };
}
