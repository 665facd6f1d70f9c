import { describe, expect, it } from 'vitest';
import { decided } from '../../src/desk/decision.ts';
import type { Mention } from '../../src/desk/mention.ts';
import type { Publication } from '../../src/desk/publication.ts';
import {
  becameUnclear,
  beginSending,
  expireWaiting,
  heldBack,
  lookedInVain,
  pressSend,
  publicationOf,
  sendAgain,
  shownWithUndo,
  undo,
  wasRefused,
} from '../../src/desk/publishing.ts';
import {
  ANNA,
  aDesk,
  aMention,
  anIncident,
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
  secondsAfter,
} from './examples.ts';

const desk = aDesk();
const pressedAt = berlin('2026-11-24T10:05');
const shownAt = secondsAfter(pressedAt, 3);

function aMentionWith(fields: Partial<Publication>): Mention {
  return aMention({ publications: [aPublication(fields)] });
}

function pressed(): Mention {
  const wish = { by: ANNA, purpose: 'reply', text: 'On its way.', inReplyTo: '1001' } as const;
  return pressSend(aMention(), wish, desk, pressedAt);
}

function statusOf(state: Mention): string | undefined {
  return publicationOf(state, 'p1')?.status;
}

describe('pressing Send', () => {
  it('lets the text wait, and puts the person, the words and the time into the history', () => {
    const mention = pressed();
    expect(mention.publications).toMatchObject([
      { id: 'p1', status: 'waiting', by: ANNA, goesOutAt: null, post: null },
    ]);
    expect(mention.history.at(-1)).toEqual({
      at: pressedAt.toISOString(),
      by: ANNA,
      did: 'pressed-send',
      text: 'On its way.',
    });
  });

  it('takes the sender’s draft away, and leaves the drafts of others', () => {
    const draft = { text: 'typed before', why: 'undone', at: instant('2026-11-24T09:00') } as const;
    const mention = aMention({
      drafts: [
        { ...draft, by: ANNA },
        { ...draft, by: BEN },
      ],
    });
    const wish = { by: ANNA, purpose: 'reply', text: 'On its way.', inReplyTo: '1001' } as const;
    expect(pressSend(mention, wish, desk, pressedAt).drafts.map((one) => one.by)).toEqual([BEN]);
  });
});

describe('the seconds of Undo', () => {
  it('count from when Slack has taken the card that shows the text', () => {
    const mention = pressed();
    const shown = shownWithUndo(mention, mention.publications, desk, shownAt);
    const goesOutAt = secondsAfter(shownAt, 10).toISOString();
    expect(shown.state.publications[0]?.goesOutAt).toBe(goesOutAt);
    expect(onlyPlanned(shown, 'publish')).toMatchObject({ key: 'publish:p1', notBefore: goesOutAt });
  });

  it('do not begin for a text that the drawn card did not have yet', () => {
    const shown = shownWithUndo(pressed(), [], desk, shownAt);
    expect(shown).toEqual(decided(pressed()));
  });

  it('begin once: a card that is drawn again does not postpone them', () => {
    const first = shownWithUndo(pressed(), pressed().publications, desk, shownAt).state;
    const again = shownWithUndo(first, first.publications, desk, secondsAfter(shownAt, 5));
    expect(again).toEqual(decided(first));
  });

  it('are the team’s setting', () => {
    const patient = aDesk({ undoSeconds: 60 });
    const shown = shownWithUndo(pressed(), pressed().publications, patient, shownAt);
    expect(onlyPlanned(shown, 'publish').notBefore).toBe(secondsAfter(shownAt, 60).toISOString());
  });
});

describe('undo', () => {
  it('stops a text that waits and gives it back as a draft', () => {
    const { state, effects } = granted(undo(pressed(), 'p1', BEN, shownAt));
    expect(statusOf(state)).toBe('undone');
    expect(state.drafts).toEqual([{ by: ANNA, text: 'On its way.', why: 'undone', at: shownAt.toISOString() }]);
    expect(state.history.at(-1)).toMatchObject({ by: BEN, did: 'undone' });
    expect(effects).toMatchObject([{ effect: { type: 'draw-card' } }]);
  });

  it('leaves nothing for the sending that was planned', () => {
    const { state } = granted(undo(pressed(), 'p1', ANNA, shownAt));
    expect(refusalOf(beginSending(state, 'p1', 'a1', secondsAfter(shownAt, 10)))).toEqual({ reason: 'already-done' });
  });

  it.each(['sending', 'unclear', 'published', 'failed', 'deleting', 'deleted'] as const)(
    'is too late for a text that is %s, and says so',
    (status) => {
      expect(refusalOf(undo(aMentionWith({ status }), 'p1', ANNA, shownAt))).toEqual({
        reason: 'undo-too-late',
        status,
      });
    },
  );

  it('is done once, and only for a text that there is', () => {
    expect(refusalOf(undo(aMentionWith({ status: 'undone' }), 'p1', ANNA, shownAt))).toEqual({
      reason: 'already-done',
    });
    expect(refusalOf(undo(aMention(), 'p1', ANNA, shownAt))).toEqual({ reason: 'unknown-publication' });
  });
});

describe('sending', () => {
  const sentAt = secondsAfter(shownAt, 10);

  it('is saved with the name of its attempt before the call', () => {
    const { state, effects } = granted(beginSending(pressed(), 'p1', 'a1', sentAt));
    expect(state.publications).toMatchObject([
      { status: 'sending', attempt: { id: 'a1', at: sentAt.toISOString() }, inReplyTo: '1001' },
    ]);
    expect(effects).toEqual([]);
  });

  it('that another attempt finds under way is unclear: looked for, not sent a second time', () => {
    const first = granted(beginSending(pressed(), 'p1', 'a1', sentAt)).state;
    const second = granted(beginSending(first, 'p1', 'a2', minutesAfter(sentAt, 1)));
    expect(second.state.publications).toMatchObject([{ status: 'unclear', attempt: { id: 'a1' }, looks: 0 }]);
    expect(effectsOf(second, 'look-for')).toEqual([{ type: 'look-for', publication: 'p1' }]);
    expect(effectsOf(second, 'publish')).toEqual([]);
    expect(second.state.history.at(-1)?.did).toBe('send-unclear');
  });

  it.each(['published', 'unclear', 'failed', 'undone', 'deleting', 'deleted'] as const)(
    'does not begin for a text that is %s',
    (status) => {
      expect(refusalOf(beginSending(aMentionWith({ status }), 'p1', 'a2', sentAt))).toEqual({ reason: 'already-done' });
    },
  );

  it('that the network surely did not take waits on, and can be undone', () => {
    const sending = granted(beginSending(pressed(), 'p1', 'a1', sentAt)).state;
    const waiting = heldBack(sending, 'p1');
    expect(waiting.publications).toMatchObject([{ status: 'waiting', attempt: null }]);
    expect(statusOf(granted(undo(waiting, 'p1', ANNA, sentAt)).state)).toBe('undone');
  });

  it('is held back only while it is under way', () => {
    const mention = aMentionWith({ status: 'published' });
    expect(heldBack(mention, 'p1')).toBe(mention);
  });

  it('of an incident’s later word goes under its first post', () => {
    const word = aPublication({ id: 'p2', purpose: 'incident-update', status: 'waiting', inReplyTo: null });
    const [first = aPublication()] = anIncident().publications;
    const incident = anIncident({ publications: [first, word] });
    const begun = granted(beginSending(incident, 'p2', 'a2', berlin('2026-11-24T10:10'))).state;
    expect(publicationOf(begun, 'p2')).toMatchObject({ status: 'sending', inReplyTo: '9001' });
  });

  it.each([
    ['was never public', { status: 'undone', post: null }],
    ['was deleted', { status: 'deleted', post: aPublicPost() }],
  ] as const)('of an incident’s later word stands alone when the first %s', (_, fields) => {
    const first = aPublication({ purpose: 'incident-start', inReplyTo: null, ...fields });
    const word = aPublication({ id: 'p2', purpose: 'incident-update', status: 'waiting', inReplyTo: null });
    const begun = beginSending(anIncident({ publications: [first, word] }), 'p2', 'a2', berlin('2026-11-24T10:10'));
    expect(publicationOf(granted(begun).state, 'p2')).toMatchObject({ status: 'sending', inReplyTo: null });
  });
});

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
    const decision = granted(beginSending(pressed(), 'p1', 'a1', tooLate));
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
