import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns';
import { pino } from 'pino';
import { createApp } from '../src/app.ts';
import { createPracticeClock } from './clock.ts';
import { playDay } from './day/day.ts';
import { createDayLog } from './day/log.ts';
import { createTeam, POLL_MS } from './day/team.ts';
import { stayOnThisMachine } from './loopback.ts';
import { openPage } from './page-server/index.ts';
import { createProgress } from './progress.ts';
import { addressees, readReplay, replay } from './replay.ts';
import { type Stage, setStage } from './stage.ts';

const USAGE = `npm run practice                                    a page to try everything on, until Ctrl-C
npm run practice -- --day                           a day at a small telecom, in a minute, in the log
npm run practice -- --replay FILE [--speed N]       real posts at their own rhythm times N
                    [--until-done] [--json]         … until each is on a card or in the backlog line
npm run practice -- --verbose                       with the app's own log`;

const TUESDAY = 2;
/** X allows 300 reads in 15 minutes; who tries it out need not wait a minute for each card. */
const OFTEN_MS = 5_000;
/** Who tries it out need not wait for the slower reads either. */
const LISTENING = { ownMs: 10_000, search: 'Nordfunk OR "Nord Funk"', searchMs: 10_000, recheckMs: 60_000 };

function readArgs() {
  const { values } = parseArgs({
    options: {
      day: { type: 'boolean', default: false },
      replay: { type: 'string' },
      speed: { type: 'string', default: '1' },
      'until-done': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const speed = Number(values.speed);
  if (!(speed > 0)) throw new Error(`--speed ${values.speed} is no number above 0: write it as --speed 100`);
  return { ...values, speed };
}

/** The coming Tuesday at 9:00 in Berlin, whatever today is. */
function tuesdayAtNine(now: Date): Date {
  const today = new TZDate(now, 'Europe/Berlin');
  const tuesday = addDays(today, (TUESDAY - today.getDay() + 7) % 7 || 7);
  return new Date(
    new TZDate(tuesday.getFullYear(), tuesday.getMonth(), tuesday.getDate(), 9, 0, 0, 'Europe/Berlin').getTime(),
  );
}

/** The project's folder, from the source as well as from what was built of it. */
function projectFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'manifest.yml'))) {
    if (dirname(folder) === folder) throw new Error(`there is no manifest.yml above ${import.meta.dirname}`);
    folder = dirname(folder);
  }
  return folder;
}

function pageFor(stage: Stage, pollMs: number) {
  const project = projectFolder();
  const folder = join(project, 'dist', 'practice-page');
  return openPage({ stage, folder, manifest: join(project, 'manifest.yml'), pollMs, prepared: true });
}

/** The page, until Ctrl-C. Where no person sits at a terminal the day is played beside it, for who reads the output. */
async function practiseOnPage(verbose: boolean, withDay: boolean): Promise<void> {
  const clock = createPracticeClock(tuesdayAtNine(new Date()));
  const stage = await setStage({ createApp, clock, log: appLog(verbose), pollMs: OFTEN_MS, x: LISTENING });
  const page = await pageFor(stage, OFTEN_MS);
  const isOver = untilEnded();
  console.log(`Practice: ${page.url}`);
  console.log(
    'Open it in a browser. A small Slack and a small X on this machine; nothing here leaves it. Ctrl-C ends it.',
  );
  // A stage of its own: the day jumps its clock, a visitor's runs at normal speed.
  if (withDay) await Promise.race([practiseDay(verbose), isOver]);
  await isOver;
  await page.stop();
  await stage.stop();
  console.log('Practice has ended.');
}

const ORPHANED_AFTER_MS = 1_000;

/** Ctrl-C, or the end of whatever started us: npm does not always hand a signal on. */
function untilEnded(): Promise<void> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      resolve();
    }, ORPHANED_AFTER_MS);
    watch.unref();
  });
}

async function practiseDay(verbose: boolean): Promise<void> {
  const clock = createPracticeClock(tuesdayAtNine(new Date()));
  const stage = await setStage({ createApp, clock, log: appLog(verbose), pollMs: POLL_MS });
  const log = createDayLog(stage, (line) => console.log(line), process.stdout.isTTY);
  console.log('A scripted day. Lines: # in a Slack channel, ✉ for one person, X in public, ☞ what somebody does.');
  try {
    await playDay(createTeam(stage, log));
  } finally {
    await stage.stop();
  }
  const refused = [...stage.slack.workspace.rejections, ...stage.x.world.rejections].length;
  console.log(`Calls that Slack or X refused: ${refused}. To connect your own workspace: README.md`);
}

async function practiseReplay(args: ReturnType<typeof readArgs>, file: string): Promise<void> {
  const posts = await readReplay(file);
  const clock = createPracticeClock();
  const pollMs = OFTEN_MS;
  const stage = await setStage({ createApp, clock, log: appLog(args.verbose), pollMs, alsoKnownAs: addressees(posts) });
  const progress = createProgress({ output: watcherOf(args.json), nowMs: () => performance.now() });
  try {
    if (!args.json) console.log(`Replaying ${posts.length} posts at ${args.speed} times their own rhythm.`);
    const result = await replay(stage, posts, { speed: args.speed, untilDone: args['until-done'], progress });
    console.log(args.json ? JSON.stringify(result) : result);
    if (result.rejected > 0) {
      const { rejections } = stage.slack.workspace;
      for (const one of rejections.slice(0, 10))
        console.error(`slack refused ${one.method}: ${one.error} ${one.detail}`);
      for (const one of stage.x.world.rejections.slice(0, 10)) console.error(`x refused ${one.call}: ${one.detail}`);
    }
  } finally {
    await stage.stop();
  }
}

/** With --json the output is for programs; a person at the terminal still sees how far it is. */
function watcherOf(json: boolean) {
  if (!json) return process.stdout;
  return process.stderr.isTTY ? process.stderr : null;
}

function appLog(verbose: boolean) {
  return pino({ level: verbose ? 'info' : 'error' }, pino.destination(2));
}

stayOnThisMachine();
try {
  const args = readArgs();
  if (args.help) console.log(USAGE);
  else if (args.replay !== undefined) await practiseReplay(args, args.replay);
  else if (args.day) await practiseDay(args.verbose);
  else await practiseOnPage(args.verbose, !process.stdout.isTTY);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(USAGE);
  process.exitCode = 1;
}
