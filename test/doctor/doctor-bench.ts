import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createPracticeClock } from '../../practice/clock.ts';
import { createPracticeSlack } from '../../practice/slack/index.ts';
import { createPracticeX } from '../../practice/x/server.ts';
import { type Clock, createSystemClock } from '../../src/clock.ts';
import { diagnose } from '../../src/doctor/doctor.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { readScopes } from '../../src/manifest/manifest.ts';
import { practiceEnv } from '../process-bench.ts';

export const MANIFEST = fileURLToPath(new URL('../../manifest.yml', import.meta.url));
/** As `npm run doctor` and `npm start` run them; `npm test` builds before it tests. */
const DOCTOR = fileURLToPath(new URL('../../dist/src/doctor/main.js', import.meta.url));
const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));

/** A workspace and an account that are connected right, and the folder that Earshot would run in. */
export async function openPractice() {
  const clock = createPracticeClock();
  const slack = createPracticeSlack({ clock, scopes: await readScopes(MANIFEST) });
  const x = createPracticeX({ clock, us: { username: 'nordbahn', name: 'Nordbahn' } });
  await Promise.all([slack.start(), x.start()]);
  const folder = await mkdtemp(join(tmpdir(), 'earshot-doctor-'));
  onTestFinished(async () => {
    await Promise.all([slack.stop(), x.stop()]);
    clock.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const channel = slack.workspace.addChannel({ name: 'support' });
  const deskFile = join(folder, 'desk.json');
  await writeFile(deskFile, JSON.stringify({ leads: ['U0CARLA'] }));
  const env = {
    ...practiceEnv(slack, x, channel.id),
    STORE_URL: `file:${join(folder, 'data')}`,
  };

  return {
    slack,
    x,
    folder,
    channel,
    deskFile,
    env,
    diagnose: (changes: Readonly<Record<string, string | undefined>> = {}, byClock: Clock = createSystemClock()) =>
      diagnose({
        env: { ...env, ...changes },
        dotEnvFault: null,
        nodeVersion: process.versions.node,
        deskFile,
        manifestFile: MANIFEST,
        clock: byClock,
        head: fetch,
        log: pino({ level: 'silent' }),
      }),
    /** Writes the `.env` file that a new user would. */
    writeDotEnv: (more: Readonly<Record<string, string>> = {}) =>
      writeFile(
        join(folder, '.env'),
        Object.entries({ ...env, ...more })
          .map(([name, value]) => `${name}=${value}\n`)
          .join(''),
      ),
    makeDotEnvAFolder: () => mkdir(join(folder, '.env')),
    files: async () => (await readdir(folder)).sort(),
    runDoctor: (...options: string[]) => run(DOCTOR, options, folder),
    startApp: () => run(MAIN, [], folder),
  };
}

/** A process of the built app, with nothing in its environment. */
function run(script: string, options: readonly string[], cwd: string) {
  const child = spawn(process.execPath, [script, ...options], { cwd, env: { PATH: process.env.PATH } });
  let output = '';
  const watchers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output += data.toString('utf8');
      for (const look of watchers) look();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    child,
    ended,
    output: () => output,
    /** Resolves when the output has this in it. */
    said: (text: string) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (output.includes(text)) resolve();
        };
        watchers.add(look);
        look();
      }),
  };
}

/** The machine's clock, but wrong. */
export function clockAhead(ms: number): Clock {
  const clock = createSystemClock();
  return { ...clock, now: () => new Date(clock.now().getTime() + ms) };
}

/** A finding as a line: `error Slack: channel: …`. */
export function lines(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ level, area, text }) => `${level} ${area}: ${text}`);
}

/** Only what is not as it should be, with what to do. */
export function troubles(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap((finding) =>
    'remedy' in finding ? [`${finding.level} ${finding.area}: ${finding.text} → ${finding.remedy}`] : [],
  );
}
