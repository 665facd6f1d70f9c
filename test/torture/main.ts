import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { stayOnThisMachine } from '../../practice/loopback.ts';
import { KILLS } from './plan.ts';
import { torture } from './torture.ts';

/** Where nobody looks on, progress is told this often. */
const EVERY = 25;
const USAGE = 'npm run torture -- [--rounds 100] [--seed 1] [--kill KIND] [--keep FOLDER] [--json]';

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
      kill: { type: 'string' },
      keep: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const rounds = wholeNumber('rounds', values.rounds);
  const seed = wholeNumber('seed', values.seed);
  const kill = KILLS.find((kind) => kind === values.kill);
  if (values.kill !== undefined && kill === undefined) {
    throw new Error(`--kill ${values.kill} is none of: ${KILLS.join(', ')}`);
  }
  const { keep } = values;
  const options = { rounds, seed, ...(kill && { kill }), ...(keep !== undefined && { keep }) };
  const onRound = (done: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\rround ${done} of ${rounds}`);
    else if (done % EVERY === 0) console.error(`round ${done} of ${rounds}`);
  };
  const appProcess = fileURLToPath(new URL('app-process.js', import.meta.url));
  const { findings, troubles, undone, tooLate, returned, moments, ...figures } = await torture({
    ...options,
    appProcess,
    onRound,
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  if (values.json) console.log(JSON.stringify(figures));
  else for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(10)} ${value}`);
  console.error(
    `Of the replies ${undone} were undone in time, ${tooLate} too late; ${returned} were given back to their senders.`,
  );
  const hits = [...moments].map(([kind, all]) => `${kind} ${all.filter(Boolean).length} of ${all.length}`);
  console.error(`Kills that came at the moment that they waited for: ${hits.join(', ')}.`);
  for (const { kind, what } of findings) console.error(`${kind}: ${what}`);
  if (findings.length > 0) {
    console.error(`${troubles.length} errors in the app's log; the last ones:\n${troubles.slice(-5).join('\n')}`);
    console.error(
      `To repeat it: npm run torture -- --rounds ${rounds} --seed ${seed}${kill === undefined ? '' : ` --kill ${kill}`}`,
    );
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
}
