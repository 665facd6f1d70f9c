import { chooseWeights } from '../triage/choose.ts';
import { WeightsFault } from '../triage/weights.ts';
import { type Check, findingsOf } from './finding.ts';

const { ok, info, warn, error } = findingsOf('Triage');

/** Which weights the next start judges posts with. @param folder of the store; null, or an error, when STORE_URL is not right */
export function checkTriage(folder: () => string | null): Check {
  return {
    area: 'Triage',
    async look() {
      const place = placeOf(folder);
      if (place === null) return [info('not checked: STORE_URL is not right')];
      try {
        const { from, weights, doubt } = chooseWeights(place);
        const posts = Object.entries(weights.learnedFrom).map(([set, count]) => `${count} ${set}`);
        const name = from === 'package' ? 'the packaged weights' : `the team's own weights, ${from.file}`;
        const used = ok(`${name} are used, learned from ${posts.join(', ')}`);
        return doubt === null ? [used] : [used, warn(doubt, 'npm run train -- --with-corrections')];
      } catch (fault) {
        if (!(fault instanceof WeightsFault)) throw fault;
        return [error(fault.message, 'npm run build')];
      }
    },
  };
}

/** The check of the store says what is wrong with its address. */
function placeOf(folder: () => string | null): string | null {
  try {
    return folder();
  } catch {
    return null;
  }
}
