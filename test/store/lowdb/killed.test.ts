import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createBench, type LowdbBench } from './bench.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const WRITER = 'test/store/lowdb/endless-writer';

/** After how many reports the writer is killed, round after round: early, late, and in between. */
const KILLED_AFTER = [1, 2, 5, 9, 14, 30, 47, 60, 83, 120];

const reportSchema = z.union([
  z.object({ cursor: z.number() }),
  z.object({ id: z.string(), number: z.number(), changes: z.number() }),
]);
type Report = z.infer<typeof reportSchema>;

let built: string;

/** Node 20 runs no TypeScript: the writer is compiled once, with what it imports. */
beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'earshot-writer-'));
  const compilerOptions = { rootDir: PROJECT, outDir: built, noCheck: true, sourceMap: false };
  const config = {
    extends: join(PROJECT, 'tsconfig.json'),
    compilerOptions,
    include: [],
    files: [join(PROJECT, `${WRITER}.ts`)],
  };
  await writeFile(join(built, 'tsconfig.json'), JSON.stringify(config));
  await writeFile(join(built, 'package.json'), '{"type":"module"}');
  await symlink(join(PROJECT, 'node_modules'), join(built, 'node_modules'));
  await promisify(execFile)(process.execPath, [join(PROJECT, 'node_modules/typescript/bin/tsc'), '-p', built]);
});
afterAll(() => rm(built, { recursive: true }));

/** Starts the writer, kills it after so many reports, and returns all that it had reported. */
async function writeUntilKilled({ folder }: LowdbBench, round: number, reports: number): Promise<Report[]> {
  const writer: ChildProcess = spawn(process.execPath, [join(built, `${WRITER}.js`), folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(writer, 'exit');
  if (writer.stdout === null) throw new Error('the writer has no stdout');
  const saved: Report[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    saved.push(reportSchema.parse(JSON.parse(line)));
    if (saved.length === reports) writer.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  return saved;
}

describe('a process that is killed while it writes', () => {
  it('has saved all that it reported, and gives no number out twice', async () => {
    const bench = await createBench();
    const reports: Report[] = [];
    for (const [round, count] of KILLED_AFTER.entries()) {
      reports.push(...(await writeUntilKilled(bench, round, count)));
      const store = await bench.open();
      expect(store.damage()).toEqual([]);
      const mentions = new Map((await store.list('mention')).map((mention) => [mention.id, mention]));
      let cursor = 0;
      for (const report of reports) {
        if ('cursor' in report) {
          cursor = report.cursor;
          continue;
        }
        expect(mentions.get(report.id)?.number).toBe(report.number);
        expect(mentions.get(report.id)?.handled.length).toBeGreaterThanOrEqual(report.changes);
      }
      expect(Number(await store.readCursor('x'))).toBeGreaterThanOrEqual(cursor);
      expect(new Set([...mentions.values()].map(({ number }) => number)).size).toBe(mentions.size);
      const changed = [...mentions.values()].filter(({ handled }) => handled.length > 0);
      const waiting = (await store.destinations()).length;
      expect(waiting).toBe(changed.length > 0 ? 1 : 0);
      await store.close();
    }
    expect(reports.length).toBeGreaterThan(300);
  });
});
