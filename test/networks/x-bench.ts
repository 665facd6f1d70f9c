import { onTestFinished } from 'vitest';
import { createPracticeClock, type PracticeClock } from '../../practice/clock.ts';
import { createPracticeX, type PracticeX } from '../../practice/x/server.ts';
import { CallFault, type Fault } from '../../src/desk/fault.ts';
import type { Network } from '../../src/networks/index.ts';
import { createXNetwork } from '../../src/networks/x/index.ts';

export const START = new Date('2026-03-10T08:00:00.000Z');
export const LONG_AGO = new Date('2026-01-01T00:00:00.000Z');

export interface NetworkBench {
  x: PracticeX;
  clock: PracticeClock;
  network: Network;
  /** Everything that the network logged, as one text. */
  logged: () => string;
}

/** The network over a real connection to a practice X, both on one clock. */
export async function startNetwork(options: { timeoutMs?: number; basePath?: string } = {}): Promise<NetworkBench> {
  const clock = createPracticeClock(START);
  const { basePath, ...rest } = options;
  const x = createPracticeX({
    clock,
    us: { username: 'nordbahn', name: 'Nordbahn' },
    ...(basePath === undefined ? {} : { basePath }),
  });
  await x.start();
  const lines: unknown[] = [];
  const log = {
    debug: (fields: object, text: string) => void lines.push([fields, text]),
    warn: (fields: object, text: string) => void lines.push([fields, text]),
  };
  const network = createXNetwork({ ...x.keys, apiUrl: x.url, clock, log, ...rest });
  onTestFinished(async () => {
    await x.stop();
    clock.stop();
  });
  return { x, clock, network, logged: () => JSON.stringify(lines) };
}

/** The fault with which a call fails; anything else fails the test. */
export async function faultOf(call: Promise<unknown>): Promise<Fault> {
  const error = await call.then(
    (value) => new Error(`expected a fault, got ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  if (error instanceof CallFault) return error.fault;
  throw error;
}
