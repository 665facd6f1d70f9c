import type { StoreHolder, StoreProbe } from '../store/index.ts';
import { type Check, type Finding, findingsOf } from './finding.ts';

interface StoreDeps {
  /** null when STORE_URL is not right. */
  readonly probe: () => Promise<StoreProbe | null>;
}

const { ok, info, warn, error } = findingsOf('Store');

/** Whether the next start can lock the store, read it and save to it. */
export function checkStore({ probe }: StoreDeps): Check {
  return {
    area: 'Store',
    async look() {
      const found = await probe();
      if (found === null) return [info('not checked: STORE_URL is not right')];
      const { place, holder, writeFault, damage, mentions } = found;
      const findings: Finding[] = damage.map((what) =>
        error(what, 'Bring the file back from a backup, or start the version of Earshot that it names.'),
      );
      if (writeFault !== null) {
        const remedy =
          'Give STORE_URL a folder that the user who runs Earshot may write to, on a local disk with space.';
        findings.push(error(writeFault.message, remedy));
      } else findings.push(ok(`${place} can be written, synced and locked; ${mentions} mentions in it`));
      if (holder !== null) findings.push(running(holder));
      return findings;
    },
  };
}

function running({ pid, host, since }: StoreHolder): Finding {
  const where = host === null ? '' : ` on machine ${host}`;
  return warn(
    `Earshot is running already: process ${pid}${where} uses this store since ${since}`,
    'Leave it, or stop it before you start another: two on one store are kept apart.',
  );
}
