import type { StoreHolder, StoreProbe } from '../store/index.ts';
import { type Check, type Finding, findingsOf } from './finding.ts';

interface StoreDeps {
  /** null when STORE_URL is not right. */
  readonly probe: () => Promise<StoreProbe | null>;
}

const MEGABYTE = 1_000_000;
const GIGABYTE = 1_000 * MEGABYTE;
/** A store of a year needs less; so much is left for whoever must mend it in time. */
const LEAST_FREE_BYTES = 200 * MEGABYTE;
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
      return [...findings, ...around(found)];
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

/** What a start does not fail at, and somebody should know. */
function around({ place, freeBytes, isOpenToOthers, setAside, version }: StoreProbe): readonly Finding[] {
  const findings: Finding[] = [];
  if (freeBytes !== null && freeBytes < LEAST_FREE_BYTES) {
    const text = `only ${megabytes(freeBytes)} are free on the disk of ${place}`;
    findings.push(
      warn(text, 'Free some space or move it: on a full disk nothing can be saved, and presses are refused.'),
    );
  } else if (freeBytes !== null) findings.push(ok(`${megabytes(freeBytes)} are free on its disk`));
  if (isOpenToOthers) {
    const text = `every user of this machine can read ${place}: customers' words and staff's names are in it`;
    findings.push(warn(text, `chmod 700 ${place}`));
  }
  for (const name of setAside) {
    const remedy =
      'What it held is missing. Bring it back from a backup (README, "Backup and moving"), or see by hand what was in it; then move it away.';
    findings.push(warn(`${name} is damaged and was set aside at a start`, remedy));
  }
  if (version?.there != null) findings.push(versionFinding(version.there, version.known));
  return findings;
}

function versionFinding(there: number, known: number): Finding {
  if (there === known) return ok(`it is of version ${there}, as this Earshot writes it`);
  return info(`it is of version ${there}; the next start brings it to ${known}, which an older Earshot can't read`);
}

function megabytes(bytes: number): string {
  return bytes < GIGABYTE ? `${Math.floor(bytes / MEGABYTE)} MB` : `${(bytes / GIGABYTE).toFixed(1)} GB`;
}
