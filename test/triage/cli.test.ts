import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { text as whole } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compiled } from '../compiled.ts';

const judged = z.strictObject({
  kind: z.enum(['complaint', 'question', 'praise', 'other']),
  complaint: z.number().min(0).max(1),
  lang: z.enum(['de', 'en', 'other']),
  reasons: z.array(z.string()).max(4),
});

let folder = '';
beforeAll(async () => {
  folder = await compiled('src/triage/main.ts');
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

function start(...args: readonly string[]) {
  return spawn(process.execPath, [join(folder, 'src/triage/main.js'), ...args]);
}

async function run(input: string | Uint8Array, ...args: readonly string[]) {
  const process = start(...args);
  process.stdin.end(input);
  const [stdout, stderr] = await Promise.all([whole(process.stdout), whole(process.stderr), once(process, 'close')]);
  return { stdout, stderr, code: process.exitCode };
}

/** One object for each line; anything else is no JSON. */
function linesOf(stdout: string): z.infer<typeof judged>[] {
  // As strict readers cut it, at every line end that Unicode knows.
  const lines = stdout.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
  expect(lines.pop()).toBe('');
  return lines.map((line) => judged.parse(JSON.parse(line)));
}

describe('earshot triage', () => {
  test('judges each line, and keeps in step with empty and hostile ones', async () => {
    const texts = [
      'Still waiting for my refund, third time I call',
      '',
      'Danke für die schnelle Hilfe, super Service!\r',
      '"quoted" \\ {"kind":"praise"} \t \u2028 \u2029 \u0085 \u0000',
      '\u2028my line is dead\u2029',
      '¿Cuándo vuelve internet?',
      '@acme',
      'x'.repeat(100_000),
    ];
    const { stdout, stderr, code } = await run(texts.join('\n'), 'triage');
    expect([stderr, code]).toEqual(['', 0]);
    const lines = linesOf(stdout);
    expect(lines).toHaveLength(texts.length);
    expect(lines[0]).toMatchObject({ kind: 'complaint', lang: 'en' });
    expect(lines[0]?.reasons).toContain('Still waiting');
    expect(lines[1]).toMatchObject({ kind: 'question', lang: 'other', reasons: [] });
    expect(lines[2]).toMatchObject({ kind: 'praise', lang: 'de' });
    expect(lines[4]).toMatchObject({ kind: 'complaint' });
    expect(lines[5]).toMatchObject({ kind: 'question', lang: 'other' });
    expect(lines[6]).toMatchObject({ kind: 'question' });
  });

  test('takes thousands of lines, and bytes that are no text', async () => {
    const line = Buffer.concat([
      Buffer.from('@acme my internet is down, worst service '),
      Buffer.from([0xff, 0xc3, 10]),
    ]);
    const { stdout, code } = await run(Buffer.concat(Array.from({ length: 5_000 }, () => line)), 'triage');
    expect(code).toBe(0);
    const lines = linesOf(stdout);
    expect(lines).toHaveLength(5_000);
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['complaint']));
  });

  test('answers before the input ends, and ends quietly when nobody reads on', async () => {
    const process = start('triage');
    const errors = whole(process.stderr);
    process.stdin.write('my line is dead\n');
    const [first] = z.tuple([z.instanceof(Buffer)]).parse(await once(process.stdout, 'data'));
    expect(linesOf(first.toString())).toHaveLength(1);
    process.stdout.destroy();
    process.stdin.on('error', () => {});
    for (let i = 0; i < 1_000; i++) process.stdin.write('my line is dead\n'.repeat(100));
    await once(process, 'close');
    expect([process.exitCode, await errors]).toEqual([0, '']);
  });

  test('says what it understands when it understands nothing', async () => {
    for (const args of [[], ['judge'], ['triage', '--what'], ['triage', 'x']]) {
      const { stdout, stderr, code } = await run('hello\n', ...args);
      expect([stdout, code]).toEqual(['', 2]);
      expect(stderr).toContain('npx earshot triage');
    }
  });
});
