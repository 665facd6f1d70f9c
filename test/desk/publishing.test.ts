import { describe, expect, it } from 'vitest';
import { decided } from '../../src/desk/decision.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { beginSending, heldBack, pressSend, publicationOf } from '../../src/desk/publishing.ts';
import { shownWithUndo, undo } from '../../src/desk/undo.ts';
import { aMentionWith, pressed, pressedAt } from './answers.ts';
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
const shownAt = secondsAfter(pressedAt, 3);

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
    const draft = { text: 'typed before', purpose: 'reply', why: 'undone', at: instant('2026-11-24T09:00') } as const;
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
    expect(state.drafts).toEqual([
      { by: ANNA, purpose: 'reply', text: 'On its way.', why: 'undone', at: shownAt.toISOString() },
    ]);
    expect(state.history.at(-1)).toMatchObject({ by: BEN, did: 'undone' });
    expect(effects).toMatchObject([{ effect: { type: 'draw-card' } }]);
  });

  it('leaves nothing for the sending that was planned', () => {
    const { state } = granted(undo(pressed(), 'p1', ANNA, shownAt));
    expect(refusalOf(beginSending(state, 'p1', 'a1', desk, secondsAfter(shownAt, 10)))).toEqual({
      reason: 'already-done',
    });
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
    const { state, effects } = granted(beginSending(pressed(), 'p1', 'a1', desk, sentAt));
    expect(state.publications).toMatchObject([
      { status: 'sending', attempt: { id: 'a1', at: sentAt.toISOString() }, inReplyTo: '1001' },
    ]);
    expect(effects).toEqual([]);
  });

  it('that another attempt finds under way is unclear: looked for, not sent a second time', () => {
    const first = granted(beginSending(pressed(), 'p1', 'a1', desk, sentAt)).state;
    const second = granted(beginSending(first, 'p1', 'a2', desk, minutesAfter(sentAt, 1)));
    expect(second.state.publications).toMatchObject([{ status: 'unclear', attempt: { id: 'a1' }, looks: 0 }]);
    expect(effectsOf(second, 'look-for')).toEqual([{ type: 'look-for', publication: 'p1' }]);
    expect(effectsOf(second, 'publish')).toEqual([]);
    expect(second.state.history.at(-1)?.did).toBe('send-unclear');
  });

  it.each(['published', 'unclear', 'failed', 'undone', 'deleting', 'deleted'] as const)(
    'does not begin for a text that is %s',
    (status) => {
      expect(refusalOf(beginSending(aMentionWith({ status }), 'p1', 'a2', desk, sentAt))).toEqual({
        reason: 'already-done',
      });
    },
  );

  it('that the network surely did not take waits on, and can be undone', () => {
    const sending = granted(beginSending(pressed(), 'p1', 'a1', desk, sentAt)).state;
    const { state: waiting, effects } = heldBack(sending, 'p1', true);
    expect(effects).toMatchObject([{ key: 'draw-card' }]);
    expect(heldBack(sending, 'p1', false).effects).toEqual([]);
    expect(waiting.publications).toMatchObject([{ status: 'waiting', attempt: null }]);
    expect(statusOf(granted(undo(waiting, 'p1', ANNA, sentAt)).state)).toBe('undone');
  });

  it('is held back only while it is under way', () => {
    const mention = aMentionWith({ status: 'published' });
    expect(heldBack(mention, 'p1', true)).toEqual({ state: mention, effects: [] });
  });

  it('of an incident’s later word goes under its first post', () => {
    const word = aPublication({ id: 'p2', purpose: 'incident-update', status: 'waiting', inReplyTo: null });
    const [first = aPublication()] = anIncident().publications;
    const incident = anIncident({ publications: [first, word] });
    const begun = granted(beginSending(incident, 'p2', 'a2', desk, berlin('2026-11-24T10:10'))).state;
    expect(publicationOf(begun, 'p2')).toMatchObject({ status: 'sending', inReplyTo: '9001' });
  });

  it.each([
    ['was never public', { status: 'undone', post: null }],
    ['was deleted', { status: 'deleted', post: aPublicPost() }],
  ] as const)('of an incident’s later word stands alone when the first %s', (_, fields) => {
    const first = aPublication({ purpose: 'incident-start', inReplyTo: null, ...fields });
    const word = aPublication({ id: 'p2', purpose: 'incident-update', status: 'waiting', inReplyTo: null });
    const begun = beginSending(
      anIncident({ publications: [first, word] }),
      'p2',
      'a2',
      desk,
      berlin('2026-11-24T10:10'),
    );
    expect(publicationOf(granted(begun).state, 'p2')).toMatchObject({ status: 'sending', inReplyTo: null });
  });
});
