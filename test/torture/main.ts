import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { stayOnThisMachine } from '../../practice/loopback.ts';
import { torture } from './torture.ts';

const USAGE = 'npm run torture -- [--rounds 100] [--seed 1] [--json]';

function wholeNumber(name: string, value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new Error(`--${name} ${value} is no whole number above 0: ${USAGE}`);
}

stayOnThisMachine();
try {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const rounds = wholeNumber('rounds', values.rounds);
  const seed = wholeNumber('seed', values.seed);
  const onRound = (done: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\rround ${done} of ${rounds}`);
  };
  const appProcess = fileURLToPath(new URL('app-process.js', import.meta.url));
  const { findings, troubles, undone, returned, ...figures } = await torture({ rounds, seed, appProcess, onRound });
  if (process.stderr.isTTY) process.stderr.write('\n');
  if (values.json) console.log(JSON.stringify(figures));
  else {
    for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(10)} ${value}`);
    console.log(`Of the replies ${undone} were undone in time, ${returned} were given back to their senders.`);
  }
  for (const { kind, what } of findings) console.error(`${kind}: ${what}`);
  if (findings.length > 0) {
    console.error(`${troubles.length} errors in the app's log; the last ones:\n${troubles.slice(-5).join('\n')}`);
    console.error(`To repeat it: npm run torture -- --rounds ${rounds} --seed ${seed}`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
}
