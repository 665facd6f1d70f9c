import { describe, expect, it } from 'vitest';
import { decided } from '../../src/desk/decision.ts';
import {
  becameUnclear,
  beginSending,
  expireWaiting,
  lookedInVain,
  pressSend,
  sendAgain,
  wasRefused,
} from '../../src/desk/publishing.ts';
import { shownWithUndo } from '../../src/desk/undo.ts';
import { aMentionWith, pressed, pressedAt } from './answers.ts';
import {
  ANNA,
  aDesk,
  aMention,
  BEN,
  berlin,
  effectsOf,
  granted,
  minutesAfter,
  onlyPlanned,
  refusalOf,
  secondsAfter,
} from './examples.ts';

const desk = aDesk();
const shownAt = secondsAfter(pressedAt, 3);

describe('a send that ends unclear', () => {
  const endedAt = berlin('2026-11-24T10:06');
  const unclear = becameUnclear(aMentionWith({ status: 'sending' }), 'p1', endedAt).state;

  it('is looked for at once', () => {
    const decision = becameUnclear(aMentionWith({ status: 'sending' }), 'p1', endedAt);
    expect(onlyPlanned(decision, 'look-for').notBefore).toBe(endedAt.toISOString());
    expect(effectsOf(decision, 'draw-card')).toHaveLength(1);
  });

  it('is looked for three times, half a minute apart, before a person is asked', () => {
    const first = lookedInVain(unclear, 'p1', endedAt);
    expect(onlyPlanned(first, 'look-for').notBefore).toBe(secondsAfter(endedAt, 30).toISOString());
    const second = lookedInVain(first.state, 'p1', secondsAfter(endedAt, 30));
    expect(onlyPlanned(second, 'look-for').notBefore).toBe(secondsAfter(endedAt, 60).toISOString());
    const third = lookedInVain(second.state, 'p1', secondsAfter(endedAt, 60));
    expect(third.effects).toMatchObject([{ effect: { type: 'draw-card' } }]);
    expect(third.state.publications).toMatchObject([{ status: 'unclear', looks: 3 }]);
  });

  it('goes out again only when a person who was asked says so, with new seconds of Undo', () => {
    const asked = aMentionWith({ status: 'unclear', looks: 3 });
    const now = minutesAfter(endedAt, 30);
    const { state, effects } = granted(sendAgain(asked, 'p1', BEN, desk, now));
    expect(state.publications).toMatchObject([
      { status: 'waiting', goesOutAt: null, attempt: null, looks: 0, expiresAt: minutesAfter(now, 15).toISOString() },
    ]);
    expect(state.history.at(-1)).toMatchObject({
      by: BEN,
      did: 'sent-again',
      text: 'Hi Mia, it is on the next flight.',
    });
    expect(effects).toMatchObject([{ effect: { type: 'draw-card' } }]);
    expect(effectsOf(shownWithUndo(state, state.publications, desk, now), 'publish')).toHaveLength(1);
  });

  it.each([0, 1, 2])('does not go out again after %d looks, although an old button was pressed', (looks) => {
    const mention = aMentionWith({ status: 'unclear', looks });
    expect(refusalOf(sendAgain(mention, 'p1', BEN, desk, endedAt))).toEqual({ reason: 'already-done' });
  });

  it.each(['waiting', 'sending', 'published', 'failed', 'undone', 'deleting', 'deleted'] as const)(
    'is the only one that a person sends again: not one that is %s',
    (status) => {
      const mention = aMentionWith({ status, looks: 3 });
      expect(refusalOf(sendAgain(mention, 'p1', BEN, desk, endedAt))).toEqual({ reason: 'already-done' });
    },
  );

  it('is one that there is', () => {
    expect(refusalOf(sendAgain(aMention(), 'p9', BEN, desk, endedAt))).toEqual({ reason: 'unknown-publication' });
  });

  it.each(['waiting', 'published', 'failed', 'undone', 'deleting', 'deleted'] as const)(
    'changes nothing once the text is %s',
    (status) => {
      const mention = aMentionWith({ status });
      expect(becameUnclear(mention, 'p1', endedAt)).toEqual(decided(mention));
      expect(lookedInVain(mention, 'p1', endedAt)).toEqual(decided(mention));
    },
  );
});

describe('a text that the network refuses', () => {
  const fault = { code: 'reply-not-allowed', detail: 'The author has to mention you first.' } as const;

  it('goes back to its sender as a draft, and the sender is told', () => {
    const decision = wasRefused(aMentionWith({ status: 'sending' }), 'p1', fault, shownAt);
    expect(decision.state.publications).toMatchObject([{ status: 'failed', fault }]);
    expect(decision.state.drafts).toMatchObject([
      { by: ANNA, text: 'Hi Mia, it is on the next flight.', why: 'failed' },
    ]);
    expect(effectsOf(decision, 'send-notice')).toMatchObject([
      { to: ANNA, notice: { type: 'not-sent', publication: 'p1' } },
    ]);
    expect(effectsOf(decision, 'draw-card')).toHaveLength(1);
    expect(decision.state.history.at(-1)).toMatchObject({ did: 'send-failed', text: fault.detail });
  });

  it.each(['waiting', 'published', 'failed', 'undone', 'deleting', 'deleted'] as const)(
    'stays as it is when it is %s meanwhile',
    (status) => {
      const mention = aMentionWith({ status });
      expect(wasRefused(mention, 'p1', fault, shownAt)).toEqual(decided(mention));
    },
  );
});

describe('a text that is not out within 15 minutes', () => {
  const tooLate = minutesAfter(pressedAt, 15);

  it('comes back to its sender as a draft', () => {
    const decision = expireWaiting(pressed(), tooLate);
    expect(decision.state.publications).toMatchObject([{ status: 'failed', fault: { code: 'expired' } }]);
    expect(decision.state.drafts).toMatchObject([{ by: ANNA, text: 'On its way.', why: 'expired' }]);
    expect(effectsOf(decision, 'send-notice')).toMatchObject([{ to: ANNA, notice: { type: 'not-sent' } }]);
    expect(decision.state.history.at(-1)?.did).toBe('send-expired');
  });

  it('waits until then', () => {
    const mention = pressed();
    expect(expireWaiting(mention, secondsAfter(tooLate, -1))).toEqual(decided(mention));
  });

  it('is not sent by an attempt that comes too late either', () => {
    const decision = granted(beginSending(pressed(), 'p1', 'a1', desk, tooLate));
    expect(decision.state.publications).toMatchObject([
      { status: 'failed', fault: { code: 'expired' }, attempt: null },
    ]);
    expect(decision.state.drafts).toHaveLength(1);
  });

  it('is each given back, when there are several', () => {
    const wish = { by: BEN, purpose: 'reply', text: 'Me too.', inReplyTo: '1001' } as const;
    const decision = expireWaiting(pressSend(pressed(), wish, desk, pressedAt), tooLate);
    expect(decision.state.publications.map((one) => one.status)).toEqual(['failed', 'failed']);
    expect(decision.state.drafts.map((one) => one.by)).toEqual([ANNA, BEN]);
    expect(effectsOf(decision, 'send-notice').map((notice) => notice.to)).toEqual([ANNA, BEN]);
  });

  it.each(['sending', 'unclear', 'published', 'undone'] as const)('is left alone when it is %s', (status) => {
    const mention = aMentionWith({ status });
    expect(expireWaiting(mention, minutesAfter(tooLate, 60))).toEqual(decided(mention));
  });
});
