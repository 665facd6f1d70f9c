import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CallFault } from '../src/desk/fault.ts';
import { quiet } from '../src/quiet-log.ts';
import { StoreFault } from '../src/store/index.ts';

const CANARY = 'Kanarienvogel';

function logged(fields: object): string {
  const lines: string[] = [];
  quiet(pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })).error(fields, 'what happened');
  return lines.join('');
}

function caught(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

const shout = z.enum(['a'], { error: (issue) => `${String(issue.input)} is wrong` });
const withBody = Object.assign(new Error('HTTP 400'), {
  body: CANARY,
  headers: { authorization: CANARY },
  request: {},
});

describe('an error in the log', () => {
  test.each<[string, unknown]>([
    ['of nobody knows where', new Error(`can't handle ${CANARY}`)],
    ['of a value that was thrown', CANARY],
    ['with a body and headers', withBody],
    ['of reading JSON', caught(() => JSON.parse(`{"text": ${CANARY}`))],
    ['of zod that names the value', caught(() => shout.parse(CANARY))],
    ['about an address', caught(() => new URL(CANARY))],
    ['about a property named by data', new TypeError(`Cannot read properties of undefined (reading '${CANARY}')`)],
    ['with a cause', new StoreFault('write-failed', 'not saved', new Error(CANARY))],
    [
      'of a call that was refused',
      new CallFault({ act: 'give-up', code: 'refused', why: CANARY, logged: 'X refused' }),
    ],
    ['whose name is data', Object.assign(new Error('x'), { name: `${CANARY} ${CANARY}` })],
    ['with several inside', new AggregateError([new Error(CANARY)], CANARY)],
  ])('%s has nobody’s words', (_what, err) => {
    const line = logged({ err });
    expect(line).not.toContain(CANARY);
    expect(line).toContain('what happened');
  });

  test('still says what, where and why', () => {
    const line = logged({ err: new StoreFault('disk-full', 'The disk of ./data is full: free some space.') });
    expect(JSON.parse(line)).toMatchObject({
      err: { type: 'StoreFault', code: 'disk-full', message: 'The disk of ./data is full: free some space.' },
    });
    expect(line).toMatch(/quiet-log\.test\.ts:\d+/);
    expect(logged({ err: new TypeError('x is not iterable') })).toContain('x is not iterable');
  });

  test('keeps why a call failed in our words, and leaves the other side’s out', () => {
    const fault = {
      act: 'give-up',
      code: 'refused',
      why: `"${CANARY}" is no text`,
      logged: 'X refused with 400',
    } as const;
    expect(JSON.parse(logged({ fault }))).toMatchObject({
      fault: { act: 'give-up', code: 'refused', why: 'X refused with 400' },
    });
    expect(logged({ fault: null })).toContain('"fault":null');
  });
});
