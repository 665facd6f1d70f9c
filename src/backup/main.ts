import { parseArgs } from 'node:util';
import { createSystemClock } from '../clock.ts';
import { backupStore } from '../store/open.ts';
import { EXIT_FAULT, fail, storeUrl, usage } from './command.ts';

const USAGE = `npm run backup -- --to FOLDER        copies the store into a new folder in FOLDER, also while Earshot runs
npm run backup -- --to FILE.tar.gz   the same as one file
Exit code 0: a whole copy. 1: none, or a copy of a store with damaged files. 2: not understood.`;

const to = readTo();
if (to !== null) await run(to);

function readTo(): string | null {
  try {
    const { values } = parseArgs({ options: { to: { type: 'string' }, help: { type: 'boolean' } } });
    if (values.help) console.log(USAGE);
    else if (!values.to) throw new Error('--to is missing: where is the backup to go?');
    else return values.to;
  } catch (error) {
    usage(error, USAGE);
  }
  return null;
}

async function run(place: string): Promise<void> {
  const url = storeUrl();
  if (url === null) return;
  try {
    const made = await backupStore(url, place, {
      clock: createSystemClock(),
      say: (sentence) => console.log(sentence),
    });
    const { files, bytes, mentions, incidents, effects, unsent, damaged } = made;
    console.log(`${made.place} holds the store as of ${made.at}: ${files} files, ${bytes} bytes;`);
    console.log(
      `${mentions} mentions, ${incidents} incidents, ${effects} effects to carry out, ${unsent} texts not public yet.`,
    );
    console.log(
      'Each file has its sha256 in manifest.json. Keep it where nobody else reads it: customers’ words are in it.',
    );
    if (damaged.length > 0) {
      console.error(`Damaged in the store, and so in the backup: ${damaged.join(', ')}.`);
      process.exitCode = EXIT_FAULT;
    }
  } catch (error) {
    fail(error);
  }
}
