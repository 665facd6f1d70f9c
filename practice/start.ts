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
import { addressees, readReplay, replay } from './replay.ts';
import { setStage } from './stage.ts';

const USAGE = `npm run practice                                    a day at a small telecom, in a minute
npm run practice -- --replay FILE [--speed N]       real posts at their own rhythm times N
                    [--until-done] [--json]         … until each is on a card or in the backlog line
npm run practice -- --verbose                       with the app's own log`;

const TUESDAY = 2;

function readArgs() {
  const { values } = parseArgs({
    options: {
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

async function practiseDay(verbose: boolean): Promise<void> {
  const clock = createPracticeClock(tuesdayAtNine(new Date()));
  const stage = await setStage({ createApp, clock, log: appLog(verbose), pollMs: POLL_MS });
  const log = createDayLog(stage, (line) => console.log(line), process.stdout.isTTY);
  console.log('Practice: a small Slack and a small X on this machine. Nothing here leaves it.');
  console.log('Lines: # in a Slack channel, ✉ for one person, X in public, ☞ what somebody does.');
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
  // X allows 300 reads in 15 minutes; a replay need not wait a minute for each.
  const pollMs = 5_000;
  const stage = await setStage({ createApp, clock, log: appLog(args.verbose), pollMs, alsoKnownAs: addressees(posts) });
  const say = (line: string) => {
    if (!args.json) console.log(line);
  };
  try {
    say(`Replaying ${posts.length} posts at ${args.speed} times their own rhythm.`);
    const result = await replay(stage, posts, { speed: args.speed, untilDone: args['until-done'], say });
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

function appLog(verbose: boolean) {
  return pino({ level: verbose ? 'info' : 'error' }, pino.destination(2));
}

stayOnThisMachine();
try {
  const args = readArgs();
  if (args.help) console.log(USAGE);
  else if (args.replay === undefined) await practiseDay(args.verbose);
  else await practiseReplay(args, args.replay);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(USAGE);
  process.exitCode = 1;
}
