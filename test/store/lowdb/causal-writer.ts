import { writeSync } from 'node:fs';
import { createSystemClock } from '../../../src/clock.ts';
import { PRIORITY, plan } from '../../../src/desk/effect.ts';
import { mentionRef } from '../../../src/desk/ref.ts';
import { createLowdbStore } from '../../../src/store/lowdb/store.ts';
import { note, put } from '../states.ts';

/**
 * A process that does one thing after the other until it is killed, on pages far and near: `<folder>`. Step n makes mention
 * n, notes n on an older one together with an effect, and moves the cursor to n; so whoever sees n anywhere must see all
 * that came before. A line on stdout when it has begun.
 */
const [folder = ''] = process.argv.slice(2);
const store = await createLowdbStore({ folder, clock: createSystemClock(), pageBytes: 5_000 });

for (let step = 1; ; step += 1) {
  await put(store, `m${step}`);
  const older = 1 + ((step * 7_919) % step);
  await store.change(mentionRef(`x:m${older}`), note(`${step}`, [plan({ type: 'draw-card' }, PRIORITY.rest)]));
  await store.saveCursor('x', `${step}`);
  if (step === 30) writeSync(1, 'begun\n');
}
