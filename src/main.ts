import { pino } from 'pino';
import { createApp } from './app.ts';
import { createSystemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { loadDotEnv } from './dot-env.ts';

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

const log = pino({ level: read.config.logLevel });
const app = createApp(read.config, {
  clock: createSystemClock(),
  log,
  deskFile: 'desk.json',
  onFatal: (why) => void end(EXIT_FAULT, why),
});
let isEnding = false;

process.on('SIGTERM', () => void end(0, 'SIGTERM'));
process.on('SIGINT', () => void end(0, 'SIGINT'));
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'earshot: a fault that nothing handled');
  void end(EXIT_FAULT, error.message);
});

try {
  await app.start();
} catch (error) {
  // The store, Slack or desk.json: each names its remedy.
  console.error(error instanceof Error ? error.message : String(error));
  await end(EXIT_CONFIG, 'could not start');
}

/** Orderly: what is under way is finished, what is saved goes on at the next start. */
async function end(code: number, why: string): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  log.info({ why }, 'earshot: stopping');
  await app.stop().catch((error: unknown) => log.error({ err: error }, 'earshot: could not stop in order'));
  process.exit(code);
}
