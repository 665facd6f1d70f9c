import { describe, expect, it } from 'vitest';
import { decided } from '../../src/desk/decision.ts';
import { close, reopen } from '../../src/desk/handling.ts';
import type { Mention } from '../../src/desk/mention.ts';
import type { Publication } from '../../src/desk/publication.ts';
import { askToDelete, becamePublic, staysPublic, wasDeleted } from '../../src/desk/published.ts';
import { change } from '../../src/desk/publishing.ts';
import { answeredMention, asMention, laterPost, sendingMention, stops } from './answers.ts';
import {
  aDesk,
  aMention,
  aPress,
  aPublication,
  aPublicPost,
  BEN,
  berlin,
  effectsOf,
  granted,
  instant,
  minutesAfter,
  onlyPlanned,
  refusalOf,
} from './examples.ts';

const desk = aDesk();
/** One more answer, public at once. */
function withAnswer(mention: Mention, id: string, fields: Partial<Publication>): Mention {
  const sending = aPublication({ id, status: 'sending', ...fields });
  const state = { ...mention, publications: [...mention.publications, sending] };
  return asMention(becamePublic(state, id, aPublicPost(`post of ${id}`), aDesk(), new Date(sending.pressedAt)).state);
}

function withoutAnswer(mention: Mention, id: string, now = berlin('2026-11-24T12:00')): Mention {
  const deleting = granted(askToDelete(mention, id, BEN, now)).state;
  return asMention(wasDeleted(deleting, id, now).state);
}

describe('deleting a reply', () => {
  const later = berlin('2026-11-24T12:00');

  it('takes it back from the network, and keeps who asked', () => {
    const decision = granted(askToDelete(answeredMention(), 'p1', BEN, later));
    expect(decision.state).toMatchObject({ status: 'answered', publications: [{ status: 'deleting' }] });
    expect(decision.state.history.at(-1)).toMatchObject({ by: BEN, did: 'deleted' });
    expect(onlyPlanned(decision, 'unpublish')).toMatchObject({ key: 'unpublish:p1', notBefore: null });
  });

  it.each(['deleting', 'deleted'] as const)('that is %s already is refused', (status) => {
    expect(refusalOf(askToDelete(sendingMention({ status }), 'p1', BEN, later))).toEqual({ reason: 'already-done' });
  });

  it('of a text that nobody knows is refused', () => {
    expect(refusalOf(askToDelete(aMention(), 'p9', BEN, later))).toEqual({ reason: 'unknown-publication' });
  });

  it.each([
    { status: 'waiting' },
    { status: 'sending' },
    { status: 'unclear' },
    { status: 'failed' },
    { status: 'undone' },
    { status: 'published', post: null },
  ] as const)('needs a public post that is known: not %o', (fields) => {
    expect(refusalOf(askToDelete(sendingMention(fields), 'p1', BEN, later))).toEqual({ reason: 'nothing-published' });
  });

  it('when it was the only answer, the mention waits again on exactly the clocks that it had stopped', () => {
    const before = sendingMention();
    const mention = withoutAnswer(answeredMention(before), 'p1');
    expect(mention).toMatchObject({ status: 'claimed', publications: [{ status: 'deleted' }] });
    expect(mention.clocks).toEqual(before.clocks);
    expect(mention.history.at(-1)).toMatchObject({ by: 'earshot', did: 'reopened' });
  });

  it('leaves the mention to anyone when nobody owns it', () => {
    expect(withoutAnswer(answeredMention({ ...sendingMention(), owner: null }), 'p1').status).toBe('open');
  });

  it('does not resume what an earlier answer had stopped', () => {
    const asked = laterPost(answeredMention());
    const both = withAnswer(asked, 'p2', { inReplyTo: '1002', pressedAt: instant('2026-11-24T10:40') });
    const mention = withoutAnswer(both, 'p2');
    expect(stops(mention)).toEqual(['p1', null]);
    expect(mention.status).toBe('claimed');
  });

  it('of a slip leaves the mention answered by the reply that corrected it', () => {
    const both = withAnswer(answeredMention(), 'p2', { pressedAt: instant('2026-11-24T10:10') });
    const corrected = withoutAnswer(both, 'p1');
    expect(corrected.status).toBe('answered');
    expect(stops(withoutAnswer(corrected, 'p2'))).toEqual([null]);
  });

  it('while the customer waits again resumes the first clock beside the second', () => {
    const mention = withoutAnswer(laterPost(answeredMention()), 'p1');
    expect(mention.status).toBe('claimed');
    expect(stops(mention)).toEqual([null, null]);
  });

  it('does not reopen what staff closed since', () => {
    const closed = granted(close(answeredMention(), aPress(BEN), 'settled by phone', later)).state;
    expect(withoutAnswer(closed, 'p1').status).toBe('closed');
    expect(stops(withoutAnswer(closed, 'p1'))).toEqual(['p1']);
  });

  it('does not let an answer from before a reopening stand in for the one that is gone', () => {
    const reopened = granted(reopen(answeredMention(), aPress(BEN), desk, berlin('2026-11-24T11:00'))).state;
    const both = withAnswer(reopened, 'p2', { pressedAt: instant('2026-11-24T11:10') });
    expect(stops(withoutAnswer(both, 'p2'))).toEqual(['p1', null]);
  });

  it.each(['published', 'deleted'] as const)('is settled once: nothing changes when it is %s', (status) => {
    const mention = aMention({ publications: [aPublication({ status })] });
    expect(wasDeleted(mention, 'p1', later)).toEqual(decided(mention));
    expect(staysPublic(mention, 'p1', 'no', later)).toEqual(decided(mention));
  });

  it('that the network refuses leaves it public, and tells the person who asked', () => {
    const deleting = granted(askToDelete(answeredMention(), 'p1', BEN, later)).state;
    const decision = staysPublic(deleting, 'p1', 'not your post', later);
    expect(decision.state).toMatchObject({ status: 'answered', publications: [{ status: 'published' }] });
    expect(decision.state.history.at(-1)).toMatchObject({ did: 'delete-failed', text: 'not your post' });
    expect(effectsOf(decision, 'send-notice')).toMatchObject([
      { to: BEN, notice: { type: 'not-deleted', publication: 'p1' } },
    ]);
  });

  it('that failed twice is told twice', () => {
    const deleting = change(answeredMention(), 'p1', { status: 'deleting' });
    const [first, second] = [later, minutesAfter(later, 5)].map((now) => staysPublic(deleting, 'p1', 'no', now));
    expect(first && onlyPlanned(first, 'send-notice').key).not.toBe(second && onlyPlanned(second, 'send-notice').key);
  });
});
