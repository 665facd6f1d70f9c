import { describe, expect, it } from 'vitest';
import { hide, isHidden, mayHide, stayedAsItWas, wasHidden } from '../../src/desk/hide.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { laterPost } from './answers.ts';
import { ANNA, aMention, aPost, aPress, BEN, berlin, effectsOf, granted, instant, refusalOf } from './examples.ts';

const NOW = berlin('2026-11-24T10:05');

/** Mia answered twice under a post of somebody else, perhaps of ours. */
const underAnother = (fields: Partial<Mention> = {}) => laterPost(aMention({ conversation: '500', ...fields }));
const wished = (hidden = true) => granted(hide(underAnother(), aPress(ANNA), hidden, NOW)).state;
const hiddenIds = ({ posts }: Mention) => posts.filter(({ hidden }) => hidden !== null).map(({ id }) => id);

describe('hiding a customer’s posts', () => {
  it('is possible under another post only, which may be ours', () => {
    expect(mayHide(underAnother())).toBe(true);
    expect(mayHide(aMention())).toBe(false);
    expect(refusalOf(hide(aMention(), aPress(), true, NOW))).toEqual({ reason: 'not-under-ours' });
  });

  it('asks the network for each of them, and is in the history with the words', () => {
    const decision = granted(hide(underAnother(), aPress(ANNA), true, NOW));
    expect(effectsOf(decision, 'hide-post').map(({ post }) => post)).toEqual(['1001', '1002']);
    expect(decision.state.history.at(-1)).toMatchObject({ by: ANNA, did: 'hid' });
    expect(decision.state.history.at(-1)?.text).toContain('suitcase');
    expect(hiddenIds(decision.state)).toEqual([]);
  });

  it('leaves out what its author deleted', () => {
    const gone = underAnother({ posts: [aPost({ deletedAt: instant('2026-11-24T10:02') })] });
    expect(effectsOf(granted(hide(gone, aPress(), true, NOW)), 'hide-post').map(({ post }) => post)).toEqual(['1002']);
  });

  it('twice is once: the same press, a second wish, an outcome that is told again', () => {
    const state = wished();
    expect(refusalOf(hide(state, aPress(ANNA), true, NOW))).toEqual({ reason: 'already-handled' });
    expect(refusalOf(hide(state, aPress(BEN), true, NOW))).toEqual({ reason: 'already-done' });
    const once = wasHidden(state, '1001', true).state;
    expect(wasHidden(once, '1001', true).state).toEqual(once);
  });

  it('holds once the network did it, with who wished it', () => {
    const state = ['1001', '1002'].reduce((one, id) => wasHidden(one, id, true).state, wished());
    expect(state.posts).toMatchObject([
      { hidden: { by: ANNA }, hideWish: null },
      { hidden: { by: ANNA }, hideWish: null },
    ]);
    const shown = granted(hide(state, aPress(BEN), false, NOW)).state;
    expect(shown.posts.map(isHidden)).toEqual([false, false]);
    expect(hiddenIds(shown)).toEqual(['1001', '1002']);
    expect(hiddenIds(wasHidden(shown, '1001', false).state)).toEqual(['1002']);
  });

  it('keeps a later wish that came while the first was under way', () => {
    const again = granted(hide(wished(), aPress(BEN), false, NOW)).state;
    const [first] = wasHidden(again, '1001', true).state.posts;
    expect(first).toMatchObject({ hidden: { by: BEN }, hideWish: { hidden: false, by: BEN } });
    expect(isHidden(first)).toBe(false);
  });

  it('that the network refuses is told to whoever wished it, once, and leaves the post as it was', () => {
    const decision = stayedAsItWas(wished(), '1001', 'You are not allowed to hide this reply.', NOW);
    expect(decision.state.posts[0]).toMatchObject({
      hidden: null,
      hideWish: { fault: 'You are not allowed to hide this reply.' },
    });
    expect(effectsOf(decision, 'send-notice')).toMatchObject([
      { to: ANNA, notice: { type: 'not-hidden', post: '1001' } },
    ]);
    expect(isHidden(decision.state.posts[0])).toBe(false);
    expect(stayedAsItWas(decision.state, '1001', 'again', NOW).effects).toEqual([]);
    expect(effectsOf(granted(hide(decision.state, aPress(BEN), true, NOW)), 'hide-post')).toHaveLength(1);
  });
});
