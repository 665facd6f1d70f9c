import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSystemClock } from '../clock.ts';
import { readConfigParts } from '../config.ts';
import { loadDotEnv } from '../dot-env.ts';
import { readStore, storeFolder } from '../store/open.ts';
import { TEAM_WEIGHTS } from '../triage/choose.ts';
import { PACKAGED_WEIGHTS } from '../triage/packaged.ts';
import { encodeWeights, readWeights } from '../triage/weights.ts';
import { correctionsOf } from './corrections.ts';
import { CORPUS } from './places.ts';
import { readOwn } from './rows.ts';
import { tuned } from './tune.ts';

/**
 * Reads the corrections out of the store of the environment (or .env), also while Earshot runs, and writes the team's own
 * weights beside it; without corrections there are none, and the packaged ones are used.
 * @returns what was done, as sentences. Errors: `StoreFault`, `WeightsFault`, or one that names STORE_URL.
 */
export async function learnFromTeam(): Promise<readonly string[]> {
  const url = loadDotEnv('.env') === null ? readConfigParts(process.env).storeUrl : null;
  if (url === null) throw new Error('STORE_URL or .env is not right: write file: and a folder, such as file:./data');
  const states = await readStore(url);
  const corrections = correctionsOf(states.filter((state) => state.type === 'mention'));
  const file = join(storeFolder(url), TEAM_WEIGHTS);
  if (corrections.length === 0) {
    rmSync(file, { force: true });
    return ['No corrections yet: nothing to learn from. Earshot goes on with the packaged weights.'];
  }
  const bytes = encodeWeights(tuned(readWeights(PACKAGED_WEIGHTS), corrections, readOwn(CORPUS)));
  const part = `${file}.${createSystemClock().now().getTime()}.part`;
  writeFileSync(part, bytes, { mode: 0o600 });
  renameSync(part, file);
  return [
    `Learned from ${corrections.length} corrected posts: ${file}, ${bytes.length} bytes.`,
    'Earshot uses it from its next start on; delete the file to go back to the packaged weights.',
  ];
}
