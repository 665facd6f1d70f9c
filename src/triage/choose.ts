import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGED_WEIGHTS } from './packaged.ts';
import { type ReadWeights, readWeights } from './weights.ts';

/** Lies beside the store: what the team's own corrections taught. */
export const TEAM_WEIGHTS = 'triage-weights.bin';

export interface Chosen {
  readonly weights: ReadWeights;
  /** Where they are from: the package, or this file of the team's. */
  readonly from: 'package' | { readonly file: string };
  /** What somebody should know of the team's own file, with the remedy; null when there is nothing. */
  readonly doubt: string | null;
}

/**
 * The team's own weights where there are any, else the packaged ones. A team's file that can't be used is no reason not to
 * start: the packaged weights do, and the doubt says so.
 * @throws WeightsFault when the packaged weights can't be used
 */
export function chooseWeights(folder: string): Chosen {
  const packaged = readWeights(PACKAGED_WEIGHTS);
  const file = join(folder, TEAM_WEIGHTS);
  if (!existsSync(file)) return { weights: packaged, from: 'package', doubt: null };
  try {
    const weights = readWeights(file);
    const isOld = weights.basedOn !== packaged.id;
    return { weights, from: { file }, doubt: isOld ? `${file} was made from other packaged weights. ${AGAIN}` : null };
  } catch (error) {
    const doubt = `${error instanceof Error ? error.message : String(error)} Until then the packaged weights are used. ${AGAIN}`;
    return { weights: packaged, from: 'package', doubt };
  }
}

const AGAIN = 'Run npm run train -- --with-corrections again, or delete the file.';

interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** The weights for an app that starts, named in its log. */
export function startingWeights(folder: string, log: Log): ReadWeights {
  const { weights, from, doubt } = chooseWeights(folder);
  const name = from === 'package' ? 'packaged' : from.file;
  log.info({ weights: name, learnedFrom: weights.learnedFrom }, 'triage: ready');
  if (doubt !== null) log.warn({ doubt }, 'triage: the team’s own weights');
  return weights;
}
