import { writeSync } from 'node:fs';
import { createSystemClock } from '../../../src/clock.ts';
import { PRIORITY, plan } from '../../../src/desk/effect.ts';
import { mentionRef } from '../../../src/desk/ref.ts';
import { createLowdbStore } from '../../../src/store/lowdb/store.ts';
import { note, put } from '../states.ts';

/**
 * A process of its own that writes until it is killed: `<folder> <round>`. A line on stdout for each thing that was
 * reported saved: `{ id, number, changes }` or `{ cursor }`.
 */
const [folder = '', round = ''] = process.argv.slice(2);
const store = await createLowdbStore({ folder, clock: createSystemClock(), pageBytes: 10_000 });

function report(saved: object): void {
  writeSync(1, `${JSON.stringify(saved)}\n`);
}

async function writeMentions(lane: number): Promise<void> {
  for (let index = 0; ; index += 1) {
    const { id, number } = await put(store, `${round}-${lane}-${index}`);
    report({ id, number, changes: 0 });
    for (let changes = 1; changes <= 3; changes += 1) {
      await store.change(mentionRef(id), note(`w${changes}`, [plan({ type: 'draw-card' }, PRIORITY.rest)]));
      report({ id, number, changes });
    }
  }
}

async function writeCursor(): Promise<void> {
  for (let cursor = Number(await store.readCursor('x')); ; cursor += 1) {
    await store.saveCursor('x', `${cursor}`);
    report({ cursor });
  }
}

await Promise.all([writeCursor(), ...[1, 2, 3, 4].map(writeMentions)]);
