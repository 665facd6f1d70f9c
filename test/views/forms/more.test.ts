import { describe, expect, test } from 'vitest';
import { moreModal } from '../../../views/forms/more.ts';
import { ACTION } from '../../../views/ids.ts';
import { faultsOfView, pressable } from '../limits.ts';
import { context, mention, publication } from '../sample.ts';

const GRAVE = { level: 'urgent', reasons: [{ type: 'law', words: ['anwalt'] }] } as const;
const ctx = context('en', { lock: { people: ['U0CARLA'] } });
const actions = (view: ReturnType<typeof moreModal>) => pressable(view).map(({ action }) => action);

describe('what stands behind "More …"', () => {
  test('is short enough to look through, and begins with what only matters now', () => {
    const view = moreModal(mention({ urgency: GRAVE, publications: [publication()] }), ctx, 41);
    expect(faultsOfView(view)).toEqual([]);
    expect(actions(view).slice(0, 3)).toEqual([ACTION.liftLock, ACTION.helpful, ACTION.handOver]);
    expect(actions(view).length).toBeLessThanOrEqual(13);
  });

  test('ends with what is rare and for leads, apart from the rest', () => {
    const view = moreModal(mention(), ctx);
    expect(actions(view).slice(-2)).toEqual([ACTION.hold, ACTION.forget]);
    const [divider] = view.blocks.flatMap((block, index) => (block.type === 'divider' ? [index] : []));
    expect(pressable({ ...view, blocks: view.blocks.slice(divider) }).map(({ action }) => action)).toEqual([
      ACTION.hold,
      ACTION.forget,
    ]);
  });
});
