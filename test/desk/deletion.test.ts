import { describe, expect, test } from 'vitest';
import { answer } from '../../src/desk/answer.ts';
import type { Decision } from '../../src/desk/decision.ts';
import { postDeleted, refusedByNetwork } from '../../src/desk/deletion.ts';
import { reopen } from '../../src/desk/handling.ts';
import { CUSTOMER } from '../../src/desk/history.ts';
import { hold, liftHold } from '../../src/desk/hold.ts';
import type { Mention } from '../../src/desk/mention.ts';
import {
  ANNA,
  aDesk,
  aMention,
  aPost,
  aPress,
  aPublication,
  BEN,
  berlin,
  effectsOf,
  granted,
  instant,
  refusalOf,
} from './examples.ts';

const NOW = berlin('2026-11-24T10:12');

function twoPosts(fields: Partial<Mention> = {}): Mention {
  const mention = aMention(fields);
  const later = aPost({ id: '1002', text: 'hello?', at: instant('2026-11-24T10:08') });
  const [clock] = mention.clocks;
  if (clock === undefined) throw new Error('a complaint has a clock');
  const second = { ...clock, id: 'c2', post: '1002', startedAt: later.at, cause: 'follow-up' as const };
  return { ...mention, posts: [mention.posts[0], later], clocks: [...mention.clocks, second] };
}

/** What others see or hear, beside what deletes the words themselves. */
function told({ effects }: Decision<Mention>): readonly string[] {
  return effects
    .map(({ effect }) => (effect.type === 'tell' ? effect.news.type : effect.type))
    .filter((type) => type !== 'erase' && type !== 'mention-emptied');
}

describe('a post that its author deleted', () => {
  test('is deleted here too: its words and pictures, in the history, in the thread and where staff were told', () => {
    const mention = twoPosts({ owner: ANNA, publications: [aPublication()] });
    const decision = postDeleted(mention, '1001', NOW);
    expect(decision.state.posts).toMatchObject([{ text: '', pictures: [] }, { text: 'hello?' }]);
    expect(JSON.stringify(decision.state)).not.toContain('suitcase');
    expect(decision.state.publications[0]?.text).toBe('Hi Mia, it is on the next flight.');
    const erasures = effectsOf(decision, 'erase').map(({ erasure }) => erasure);
    expect(erasures).toMatchObject([
      { what: 'notes', keys: ['post-note:again:1001', 'post-note:edited:1001'] },
      { what: 'direct', user: ANNA },
      { what: 'lines', channel: mention.channel },
    ]);
  });

  test('keeps its words while a lead holds the mention, and loses them when the hold ends', () => {
    const held = granted(hold(aMention(), aPress(BEN), 'A court asks.', NOW)).state;
    const deleted = postDeleted(held, '1001', NOW).state;
    expect(deleted.posts[0]).toMatchObject({ text: aPost().text, deletedAt: NOW.toISOString() });
    const lifted = granted(liftHold(deleted, aPress(BEN, 'lift'), 'Settled.', NOW)).state;
    expect(lifted.posts[0].text).toBe('');
    expect(lifted.history.slice(-1)).toMatchObject([{ by: BEN, did: 'hold-lifted', text: 'Settled.' }]);
  });

  test('that is only no longer shown to us is told as such', () => {
    const { state } = postDeleted(aMention(), '1001', NOW, true);
    expect(state.posts[0]).toMatchObject({ withdrawn: true, text: '' });
    expect(state.history.at(-1)?.did).toBe('post-withdrawn');
  });

  test('closes a mention of which nothing is left, and stops its clock', () => {
    const decision = postDeleted(aMention({ owner: ANNA }), '1001', NOW);
    expect(decision.state).toMatchObject({
      status: 'closed',
      closed: { by: CUSTOMER, at: NOW.toISOString() },
      posts: [{ deletedAt: NOW.toISOString() }],
    });
    expect(decision.state.clocks[0]?.stopped).toEqual({ at: NOW.toISOString(), publication: null });
    expect(told(decision)).toEqual(['draw-card', 'post-note', 'mention-settled']);
    expect(postDeleted(decision.state, '1001', NOW)).toEqual({ state: decision.state, effects: [] });
  });

  test('can be taken up again, but not answered', () => {
    const closed = postDeleted(aMention(), '1001', NOW).state;
    const open = granted(reopen(closed, aPress(), aDesk(), NOW)).state;
    expect(open.status).toBe('open');
    const wish = { ...aPress(BEN, 'k'), purpose: 'reply', text: 'Hi Mia', seen: [], anyway: false } as const;
    expect(refusalOf(answer(open, wish, aDesk(), NOW))).toEqual({ reason: 'post-deleted' });
  });

  test('gives back what waits for it, to its sender', () => {
    const waiting = aMention({ publications: [aPublication({ status: 'waiting', post: null })] });
    const decision = postDeleted(waiting, '1001', NOW);
    expect(decision.state.publications).toMatchObject([{ status: 'failed', fault: { code: 'post-gone' } }]);
    expect(decision.state.drafts).toMatchObject([{ by: ANNA, why: 'failed' }]);
    expect(effectsOf(decision, 'send-notice')).toMatchObject([{ to: ANNA, notice: { type: 'not-sent' } }]);
  });

  test('leaves the others waiting, which then get the answer', () => {
    const { state } = postDeleted(twoPosts(), '1002', NOW);
    expect(state.status).toBe('open');
    expect(state.clocks.map(({ stopped }) => stopped !== null)).toEqual([false, true]);
    const wish = { ...aPress(BEN), purpose: 'reply', text: 'Hi Mia', seen: [], anyway: false } as const;
    expect(granted(answer(state, wish, aDesk(), NOW)).state.publications[0]?.inReplyTo).toBe('1001');
  });

  test('after an answer to the others settles the mention as answered', () => {
    const stopped = { at: instant('2026-11-24T10:05'), publication: 'p1' };
    const mention = twoPosts({ publications: [aPublication()] });
    const answered = { ...mention, clocks: mention.clocks.map((one) => (one.id === 'c1' ? { ...one, stopped } : one)) };
    expect(postDeleted(answered, '1002', NOW).state.status).toBe('answered');
  });

  test('leaves an answered mention answered', () => {
    const answered = aMention({ status: 'answered', publications: [aPublication()] });
    const decision = postDeleted(answered, '1001', NOW);
    expect(decision.state).toMatchObject({ status: 'answered', closed: null });
    expect(told(decision)).toEqual(['draw-card', 'post-note']);
  });
});

describe('a refusal of the network', () => {
  const sending = aMention({ publications: [aPublication({ status: 'sending', post: null })] });

  test('that the post is gone is news of the post', () => {
    const { state } = refusedByNetwork(sending, 'p1', { code: 'post-gone', detail: 'deleted' }, NOW);
    expect(state).toMatchObject({ status: 'closed', publications: [{ status: 'failed' }] });
  });

  test('for another reason is not', () => {
    const { state } = refusedByNetwork(sending, 'p1', { code: 'too-long', detail: 'too long' }, NOW);
    expect(state).toMatchObject({ posts: [{ deletedAt: null }], publications: [{ status: 'failed' }] });
  });
});
