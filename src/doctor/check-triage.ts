import { stat } from 'node:fs/promises';
import type { StoreProbe } from '../store/index.ts';
import { chooseWeights } from '../triage/choose.ts';
import { WeightsFault } from '../triage/weights.ts';
import { type Check, findingsOf } from './finding.ts';

const { ok, info, warn, error } = findingsOf('Triage');
const AGAIN = 'npm run train -- --with-corrections, then start Earshot again';

interface TriageDeps {
  /** Of the store; null, or an error, when STORE_URL is not right. */
  readonly folder: () => string | null;
  readonly probe: () => Promise<Pick<StoreProbe, 'forgotAt'> | null>;
}

/** Which weights the next start judges posts with, and whether those of the team's own have seen words of somebody who was forgotten since. */
export function checkTriage({ folder, probe }: TriageDeps): Check {
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
        const forgotAt = (await probe().catch(() => null))?.forgotAt ?? null;
        const isOlder = from !== 'package' && forgotAt !== null && (await stat(from.file)).mtime < new Date(forgotAt);
        return [
          used,
          ...(doubt === null ? [] : [warn(doubt, AGAIN)]),
          ...(isOlder ? [warn(`somebody was forgotten since ${from.file} was made from corrected posts`, AGAIN)] : []),
        ];
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
