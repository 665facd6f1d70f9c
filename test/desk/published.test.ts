import { describe, expect, it } from 'vitest';
import { writeAgain } from '../../src/desk/arrive.ts';
import { decided } from '../../src/desk/decision.ts';
import { close, reopen } from '../../src/desk/handling.ts';
import type { Mention } from '../../src/desk/mention.ts';
import type { Publication } from '../../src/desk/publication.ts';
import { askToDelete, becamePublic, confirmThere, staysPublic, wasDeleted } from '../../src/desk/published.ts';
import { change, type Publisher } from '../../src/desk/publishing.ts';
import {
  ANNA,
  aDesk,
  aMention,
  anArrival,
  anIncident,
  aPost,
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
const sentAt = berlin('2026-11-24T10:06');

function sendingMention(fields: Partial<Publication> = {}): Mention {
  return aMention({ status: 'claimed', owner: ANNA, publications: [aPublication({ status: 'sending', ...fields })] });
}

/** A mention to which `p1` is the public answer. */
function answeredMention(start: Mention = sendingMention()): Mention {
  return asMention(becamePublic(start, 'p1', aPublicPost(), sentAt).state);
}

/** One more answer, public at once. */
function withAnswer(mention: Mention, id: string, fields: Partial<Publication>): Mention {
  const sending = aPublication({ id, status: 'sending', ...fields });
  const state = { ...mention, publications: [...mention.publications, sending] };
  return asMention(becamePublic(state, id, aPublicPost(`post of ${id}`), new Date(sending.pressedAt)).state);
}

function withoutAnswer(mention: Mention, id: string, now = berlin('2026-11-24T12:00')): Mention {
  const deleting = granted(askToDelete(mention, id, BEN, now)).state;
  return asMention(wasDeleted(deleting, id, now).state);
}

function laterPost(mention: Mention, at = instant('2026-11-24T10:30')): Mention {
  const arrival = anArrival({ post: aPost({ id: '1002', text: 'And now?', at }) });
  return writeAgain(mention, arrival, desk, new Date(at)).state;
}

function asMention(state: Publisher): Mention {
  if (state.type !== 'mention') throw new Error('no mention');
  return state;
}

function stops(mention: Mention): (string | null)[] {
  return mention.clocks.map((clock) => clock.stopped?.publication ?? null);
}

describe('a reply that became public', () => {
  it('answers the mention, stops its clock, and links the post', () => {
    const decision = becamePublic(sendingMention(), 'p1', aPublicPost(), sentAt);
    expect(decision.state).toMatchObject({
      status: 'answered',
      clocks: [{ stopped: { at: sentAt.toISOString(), publication: 'p1' } }],
      publications: [{ status: 'published', post: aPublicPost() }],
    });
    expect(decision.state.history.at(-1)).toMatchObject({ by: ANNA, did: 'published', text: aPublicPost().url });
  });

  it('is drawn, and struck off the channel’s reminders', () => {
    const decision = becamePublic(sendingMention(), 'p1', aPublicPost(), sentAt);
    expect(effectsOf(decision, 'draw-card')).toHaveLength(1);
    expect(effectsOf(decision, 'tell')).toMatchObject([
      { to: { type: 'channel', id: 'C0CARE' }, news: { type: 'mention-settled', mention: 'x:1001' } },
    ]);
  });

  it.each(['waiting', 'sending', 'unclear', 'failed'] as const)('counts, even when it was thought %s', (status) => {
    expect(becamePublic(sendingMention({ status }), 'p1', aPublicPost(), sentAt).state).toMatchObject({
      status: 'answered',
      publications: [{ status: 'published', fault: null }],
    });
  });

  it.each(['published', 'deleting', 'deleted'] as const)('is old news when it is %s', (status) => {
    const mention = aMention({ publications: [aPublication({ status })] });
    expect(becamePublic(mention, 'p1', aPublicPost('9002'), sentAt)).toEqual(decided(mention));
  });

  it('takes a closed mention up as answered', () => {
    const closed = granted(close(sendingMention(), aPress(BEN), 'spam', sentAt)).state;
    expect(answeredMention(closed)).toMatchObject({ status: 'answered', closed: null });
  });

  it('does not answer what the customer wrote while it was on its way', () => {
    const decision = becamePublic(laterPost(sendingMention()), 'p1', aPublicPost(), minutesAfter(sentAt, 30));
    expect(decision.state.status).toBe('claimed');
    expect(stops(asMention(decision.state))).toEqual(['p1', null]);
    expect(effectsOf(decision, 'tell')).toEqual([]);
  });

  it('that replies to the later post answers both', () => {
    const mention = answeredMention(laterPost(sendingMention({ inReplyTo: '1002' })));
    expect(mention.status).toBe('answered');
    expect(stops(mention)).toEqual(['p1', 'p1']);
  });
});

describe('a person who looked', () => {
  it('may say that the reply is there: it counts as published, by their word', () => {
    const { state } = granted(confirmThere(sendingMention({ status: 'unclear', looks: 3 }), 'p1', BEN, sentAt));
    expect(state).toMatchObject({ status: 'answered', publications: [{ status: 'published', post: null }] });
    expect(state.history.at(-1)).toMatchObject({ by: BEN, did: 'confirmed-there' });
  });

  it.each(['waiting', 'sending', 'published', 'failed', 'undone', 'deleting', 'deleted'] as const)(
    'is not needed for one that is %s',
    (status) => {
      expect(refusalOf(confirmThere(sendingMention({ status }), 'p1', BEN, sentAt))).toEqual({
        reason: 'already-done',
      });
    },
  );

  it('can only speak of a text that there is', () => {
    expect(refusalOf(confirmThere(aMention(), 'p9', BEN, sentAt))).toEqual({ reason: 'unknown-publication' });
  });
});

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

describe('an incident’s public word', () => {
  const word = (purpose: 'incident-start' | 'incident-update' | 'incident-resolve' | 'apology') =>
    anIncident({ publications: [aPublication({ purpose, status: 'sending' })], updateDueAt: null, remindAt: null });

  it.each(['incident-start', 'incident-update', 'apology'] as const)(
    '%s: the next one is due in 30 minutes',
    (purpose) => {
      const decision = becamePublic(word(purpose), 'p1', aPublicPost(), sentAt);
      const dueAt = minutesAfter(sentAt, 30).toISOString();
      expect(decision.state).toMatchObject({ status: 'running', updateDueAt: dueAt, remindAt: dueAt });
      expect(decision.effects).toMatchObject([{ effect: { type: 'draw-incident' } }]);
    },
  );

  it('of resolution ends it: nothing more is due', () => {
    const { state } = becamePublic(word('incident-resolve'), 'p1', aPublicPost(), sentAt);
    expect(state).toMatchObject({
      status: 'resolved',
      resolvedAt: sentAt.toISOString(),
      updateDueAt: null,
      remindAt: null,
    });
    expect(state.history.at(-1)).toMatchObject({ by: ANNA, did: 'resolved' });
  });

  it('after the end wakes nobody', () => {
    const resolved = { ...word('apology'), status: 'resolved', resolvedAt: instant('2026-11-24T09:00') } as const;
    expect(becamePublic(resolved, 'p1', aPublicPost(), sentAt).state).toMatchObject({
      status: 'resolved',
      resolvedAt: instant('2026-11-24T09:00'),
      remindAt: null,
    });
  });

  it('can be deleted, and the incident goes on', () => {
    const running = anIncident();
    const deleting = granted(askToDelete(running, 'p1', BEN, sentAt)).state;
    expect(wasDeleted(deleting, 'p1', sentAt).state).toMatchObject({
      status: 'running',
      publications: [{ status: 'deleted' }],
      updateDueAt: running.updateDueAt,
    });
  });
});
