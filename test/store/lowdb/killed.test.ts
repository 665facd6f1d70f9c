import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compiled } from '../../compiled.ts';
import { createBench, type LowdbBench } from './bench.ts';

const WRITER = 'test/store/lowdb/endless-writer';

/** After how many reports the writer is killed, round after round: early, late, and in between. */
const KILLED_AFTER = [1, 2, 5, 9, 14, 30, 47, 60, 83, 120];

const reportSchema = z.union([
  z.object({ cursor: z.number() }),
  z.object({ id: z.string(), number: z.number(), changes: z.number() }),
]);
type Report = z.infer<typeof reportSchema>;

let built: string;

beforeAll(async () => {
  built = await compiled(`${WRITER}.ts`);
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
