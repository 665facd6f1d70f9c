import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { clockShape, createFastClock } from './fast-clock.ts';
import { createHaltingDisk, halt } from './halting-disk.ts';

/**
 * The unmodified app as a process of its own, as src/main.ts starts it, but with the practice servers' clock, and with a disk that
 * halts where its parent wants. It tells its parent when it listens and when it is halted, and does not outlive it.
 */
// Before the app is loaded: its parent may end meanwhile.
process.on('disconnect', () => process.exit(1));
const disk = createHaltingDisk(() => process.send?.('halted'));
process.on('message', (message) => disk.haltAt(halt.parse(message)));
const { createApp } = await import('../../src/app.ts');
const read = readConfig(process.env);
if ('faults' in read) throw new Error(read.faults.join('\n'));
const clock = createFastClock(clockShape.parse(JSON.parse(process.env.TORTURE_CLOCK ?? '')));
const log = pino({ level: read.config.logLevel }, pino.destination({ dest: 2, sync: true }));
const onFatal = (why: string) => {
  log.fatal(why);
  process.exit(1);
};
const app = createApp(read.config, { clock, log, deskFile: 'desk.json', onFatal });
let isEnding = false;

async function end(code: number): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await app.stop();
  process.exit(code);
}

process.on('SIGTERM', () => void end(0));
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'a fault that nothing handled');
  process.exit(1);
});

try {
  await app.start();
  process.send?.('listening');
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(2);
}
