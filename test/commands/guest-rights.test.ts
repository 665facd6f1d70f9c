import { describe, expect, test } from 'vitest';
import { mentionRef } from '../../src/desk/ref.ts';
import { ACTION } from '../../views/ids.ts';
import { refusalText } from '../../views/refusal.ts';
import { openRights, payload, WHO } from './rights-bench.ts';

const MENTION = mentionRef('x:1001');
const ABOUT_OTHERS = [
  ACTION.undo,
  ACTION.deleteReply,
  ACTION.sendAgain,
  ACTION.isThere,
  ACTION.hidePost,
  ACTION.giveBack,
];

/** Somebody presses it about the text `p1`, which is public, or `p2`, which waits. */
const press = (action: string, by: string, id: 'p1' | 'p2' = action === ACTION.undo ? 'p2' : 'p1') =>
  payload('action', action, by, { value: `["mention","x:1001","${id}"]` });

describe('a guest whose texts wait for approval', () => {
  test.each(ABOUT_OTHERS)('can’t %s what others sent', async (action) => {
    const { deliver, kept, tools } = await openRights({ isPaused: false });
    const before = await kept();
    expect(await deliver(press(action, WHO.namedGuest))).toContain(
      JSON.stringify(refusalText({ reason: 'guest-others' }, tools.context())).slice(1, -1),
    );
    expect(await kept()).toBe(before);
  });

  test('takes back and deletes their own', async () => {
    const { deliver, store } = await openRights({ isPaused: false });
    await store.change(MENTION, (state) => ({
      state: { ...state, publications: state.publications.map((one) => ({ ...one, by: WHO.namedGuest })) },
      effects: [],
    }));
    await deliver(press(ACTION.undo, WHO.namedGuest));
    await deliver(press(ACTION.deleteReply, WHO.namedGuest));
    expect((await store.read(MENTION))?.publications.map(({ status }) => status)).toEqual(['deleting', 'undone']);
  });

  test('stops everything with /mentions pause: that only stops', async () => {
    const { deliver, store } = await openRights({ isPaused: false });
    await deliver(payload('command', 'mentions', WHO.namedGuest, { text: 'pause' }));
    expect((await store.read({ type: 'desk', id: 'desk' }))?.paused).toMatchObject({ by: WHO.namedGuest });
  });

  test('may all that once a lead trusts them', async () => {
    const { deliver, store } = await openRights({ isPaused: false, trustedGuests: [WHO.namedGuest] });
    await deliver(press(ACTION.undo, WHO.namedGuest));
    expect((await store.read(MENTION))?.publications.at(-1)?.status).toBe('undone');
  });
});
