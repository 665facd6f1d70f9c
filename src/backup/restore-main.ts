import { parseArgs } from 'node:util';
import { createSystemClock } from '../clock.ts';
import { restoreStore } from '../store/open.ts';
import { fail, storeUrl, usage } from './command.ts';

const USAGE = `npm run restore -- --from BACKUP             puts a backup (a folder or .tar.gz of npm run backup) where STORE_URL says
npm run restore -- --from BACKUP --replace   moves the store that is there aside first
Stop Earshot before. Exit code 0: restored. 1: not restored, nothing was changed. 2: not understood.`;

const wish = readWish();
if (wish !== null) await run(wish.from, wish.replace);

function readWish(): { readonly from: string; readonly replace: boolean } | null {
  try {
    const { values } = parseArgs({
      options: { from: { type: 'string' }, replace: { type: 'boolean', default: false }, help: { type: 'boolean' } },
    });
    if (values.help) console.log(USAGE);
    else if (!values.from) throw new Error('--from is missing: which backup?');
    else return { from: values.from, replace: values.replace };
  } catch (error) {
    usage(error, USAGE);
  }
  return null;
}

async function run(from: string, replace: boolean): Promise<void> {
  const url = storeUrl();
  if (url === null) return;
  const say = (sentence: string) => console.log(sentence);
  try {
    const clock = createSystemClock();
    const log = { warn: (_fields: object, sentence: string) => console.log(sentence) };
    const { place, at, files, mentions, incidents, unsent } = await restoreStore(url, from, {
      replace,
      clock,
      log,
      say,
    });
    console.log(`${place} is as of ${at}: ${files} files, ${mentions} mentions, ${incidents} incidents.`);
    console.log(
      `${unsent} texts were not public then: Earshot looks for each on the network before anything is sent again. Start it with: npm start`,
    );
  } catch (error) {
    fail(error);
  }
}
