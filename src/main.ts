import { pino } from 'pino';
import { createApp } from './app.ts';
import { createSystemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { loadDotEnv } from './dot-env.ts';
import { createEnding } from './ending.ts';
import { quiet } from './quiet-log.ts';

/** Exit codes: 2 for what a person must correct before the next start, 1 for a fault while running. */
const EXIT_CONFIG = 2;
const EXIT_FAULT = 1;

const unreadable = loadDotEnv('.env');
if (unreadable !== null) {
  console.error(unreadable);
  process.exit(EXIT_CONFIG);
}
const read = readConfig(process.env);
if ('faults' in read) {
  console.error('Earshot is not configured yet:');
  for (const fault of read.faults) console.error(`  - ${fault}`);
  console.error('Set these in the environment or in a file .env (README, "Connect a real workspace").');
  console.error('To check each of them against Slack and X: npm run doctor');
  console.error('To try Earshot without Slack and X: npm run practice');
  process.exit(EXIT_CONFIG);
}

const log = quiet(pino({ level: read.config.logLevel }));
const clock = createSystemClock();
const app = createApp(read.config, {
  clock,
  log,
  deskFile: 'desk.json',
  onFatal: (why) => void ending.end(EXIT_FAULT, why),
});
const ending = createEnding({ clock, log, stop: () => app.stop(), exit: (code) => process.exit(code) });

// As the first process of a container it gets no signal that nobody listens to.
process.on('SIGTERM', (name) => ending.signal(name));
process.on('SIGINT', (name) => ending.signal(name));
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'earshot: a fault that nothing handled');
  void ending.end(EXIT_FAULT, error.name);
});

try {
  await app.start();
} catch (error) {
  // The store, Slack, a port or desk.json: each names its remedy. A start that was asked to end has none.
  if (!ending.isEnding()) console.error(error instanceof Error ? error.message : String(error));
  await ending.end(EXIT_CONFIG, 'could not start');
}
