import { describe, expect, it } from 'vitest';
import { decided } from '../../src/desk/decision.ts';
import { close } from '../../src/desk/handling.ts';
import { askToDelete, becamePublic, confirmThere, wasDeleted } from '../../src/desk/published.ts';
import { answeredMention, asMention, laterPost, sendingMention, sentAt, stops } from './answers.ts';
import {
  ANNA,
  aDesk,
  aMention,
  anIncident,
  aPress,
  aPublication,
  aPublicPost,
  BEN,
  effectsOf,
  granted,
  instant,
  minutesAfter,
  refusalOf,
} from './examples.ts';

describe('a reply that became public', () => {
  it('answers the mention, stops its clock, and links the post', () => {
    const decision = becamePublic(sendingMention(), 'p1', aPublicPost(), aDesk(), sentAt);
    expect(decision.state).toMatchObject({
      status: 'answered',
      clocks: [{ stopped: { at: sentAt.toISOString(), publication: 'p1' } }],
      publications: [{ status: 'published', post: aPublicPost() }],
    });
    expect(decision.state.history.at(-1)).toMatchObject({ by: ANNA, did: 'published', text: aPublicPost().url });
  });

  it('is drawn, and struck off the channel’s reminders', () => {
    const decision = becamePublic(sendingMention(), 'p1', aPublicPost(), aDesk(), sentAt);
    expect(effectsOf(decision, 'draw-card')).toHaveLength(1);
    expect(effectsOf(decision, 'tell')).toMatchObject([
      { to: { type: 'channel', id: 'C0CARE' }, news: { type: 'mention-settled', mention: 'x:1001' } },
    ]);
  });

  it.each(['waiting', 'sending', 'unclear', 'failed'] as const)('counts, even when it was thought %s', (status) => {
    expect(becamePublic(sendingMention({ status }), 'p1', aPublicPost(), aDesk(), sentAt).state).toMatchObject({
      status: 'answered',
      publications: [{ status: 'published', fault: null }],
    });
  });

  it.each(['published', 'deleting', 'deleted'] as const)('is old news when it is %s', (status) => {
    const mention = aMention({ publications: [aPublication({ status })] });
    expect(becamePublic(mention, 'p1', aPublicPost('9002'), aDesk(), sentAt)).toEqual(decided(mention));
  });

  it('takes a closed mention up as answered', () => {
    const closed = granted(close(sendingMention(), aPress(BEN), 'spam', sentAt)).state;
    expect(answeredMention(closed)).toMatchObject({ status: 'answered', closed: null });
  });

  it('does not answer what the customer wrote while it was on its way', () => {
    const decision = becamePublic(laterPost(sendingMention()), 'p1', aPublicPost(), aDesk(), minutesAfter(sentAt, 30));
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
    const { state } = granted(
      confirmThere(sendingMention({ status: 'unclear', looks: 3 }), 'p1', BEN, aDesk(), sentAt),
    );
    expect(state).toMatchObject({ status: 'answered', publications: [{ status: 'published', post: null }] });
    expect(state.history.at(-1)).toMatchObject({ by: BEN, did: 'confirmed-there' });
  });

  it.each(['waiting', 'sending', 'published', 'failed', 'undone', 'deleting', 'deleted'] as const)(
    'is not needed for one that is %s',
    (status) => {
      expect(refusalOf(confirmThere(sendingMention({ status }), 'p1', BEN, aDesk(), sentAt))).toEqual({
        reason: 'already-done',
      });
    },
  );

  it('can only speak of a text that there is', () => {
    expect(refusalOf(confirmThere(aMention(), 'p9', BEN, aDesk(), sentAt))).toEqual({ reason: 'unknown-publication' });
  });
});

describe('an incident’s public word', () => {
  const word = (purpose: 'incident-start' | 'incident-update' | 'incident-resolve' | 'apology') =>
    anIncident({ publications: [aPublication({ purpose, status: 'sending' })], updateDueAt: null, remindAt: null });

  it.each(['incident-start', 'incident-update', 'apology'] as const)(
    '%s: the next one is due in 30 minutes',
    (purpose) => {
      const decision = becamePublic(word(purpose), 'p1', aPublicPost(), aDesk(), sentAt);
      const dueAt = minutesAfter(sentAt, 30).toISOString();
      expect(decision.state).toMatchObject({ status: 'running', updateDueAt: dueAt, remindAt: dueAt });
      expect(decision.effects).toMatchObject([{ effect: { type: 'draw-incident' } }]);
    },
  );

  it('of resolution ends it: nothing more is due', () => {
    const { state } = becamePublic(word('incident-resolve'), 'p1', aPublicPost(), aDesk(), sentAt);
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
    expect(becamePublic(resolved, 'p1', aPublicPost(), aDesk(), sentAt).state).toMatchObject({
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
