import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encodeWeights } from '../triage/weights.ts';
import { readBrushOffs } from './brush-offs.ts';
import { cardWith } from './card.ts';
import { learn } from './learn.ts';
import { readLexicon } from './lexicon-source.ts';
import { BUILT_MODEL, CORPUS, MODEL, ROOT } from './places.ts';
import { readTeaching } from './rows.ts';
import { learnFromTeam } from './team.ts';

const USAGE = `npm run train                             learns from the project's own posts alone
npm run train -- --data ../shared/data    also from the shared sets that may teach (see their README)
Replaces the packaged weights, src/triage/model/weights.bin, and their lines in MODEL-CARD.md.
npm run train -- --with-corrections       moves the packaged weights by what staff corrected in the store of STORE_URL,
                                          also while Earshot runs; writes the team's own weights beside the store
Exit code 1: nothing was learned, and why. 2: not understood.`;

const EXIT_FAULT = 1;
const EXIT_USAGE = 2;

const options = readOptions();
if (options !== null) await run(options);

interface Options {
  readonly data: string | null;
  readonly withCorrections: boolean;
}

function readOptions(): Options | null {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        'with-corrections': { type: 'boolean', default: false },
        help: { type: 'boolean' },
      },
    });
    const { data = null, 'with-corrections': withCorrections } = values;
    if (withCorrections && data !== null) {
      throw new Error(
        '--with-corrections moves the packaged weights: train them with --data first, then run it alone.',
      );
    }
    if (!values.help) return { data, withCorrections };
    console.log(USAGE);
  } catch (error) {
    console.error(messageOf(error));
    console.error(USAGE);
    process.exitCode = EXIT_USAGE;
  }
  return null;
}

async function run({ data, withCorrections }: Options): Promise<void> {
  try {
    if (withCorrections) for (const sentence of await learnFromTeam()) console.log(sentence);
    else train(data);
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = EXIT_FAULT;
  }
}

function train(data: string | null): void {
  if (data === null) console.log('No --data: learning from the project’s own posts alone, which finds less.');
  const weights = learn(readTeaching(CORPUS, data), readBrushOffs(), readLexicon(ROOT));
  const bytes = encodeWeights(weights);
  for (const folder of [MODEL, BUILT_MODEL]) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'weights.bin'), bytes);
  }
  const card = join(MODEL, 'MODEL-CARD.md');
  writeFileSync(card, cardWith(readFileSync(card, 'utf8'), weights, bytes));
  const sets = Object.entries(weights.learnedFrom).map(([set, posts]) => `${posts} of ${set}`);
  console.log(`Learned from ${sets.join(', ')}; ${bytes.length} bytes in ${join(MODEL, 'weights.bin')}.`);
  for (const [lang, { threshold }] of Object.entries(weights.languages)) {
    console.log(`${lang}: a complaint from ${threshold} on`);
  }
  console.log('How well it does: npm run measure');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
