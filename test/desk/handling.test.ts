import { describe, expect, it } from 'vitest';
import {
  changeKind,
  claim,
  close,
  isWriting,
  release,
  reopen,
  startWriting,
  stopWriting,
} from '../../src/desk/handling.ts';
import type { Mention, Status } from '../../src/desk/mention.ts';
import {
  ANNA,
  aDesk,
  aMention,
  aPost,
  aPress,
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
const now = berlin('2026-11-24T10:20');

describe('a press', () => {
  it.each([
    ['claim', (mention: Mention) => claim(mention, aPress(), now)],
    ['release', (mention: Mention) => release({ ...mention, owner: ANNA }, aPress(), now)],
    ['close', (mention: Mention) => close(mention, aPress(), 'spam', now)],
    ['reopen', (mention: Mention) => reopen({ ...mention, status: 'answered' }, aPress(), desk, now)],
    ['change kind', (mention: Mention) => changeKind(mention, aPress(), 'praise', desk, now)],
  ])('to %s is handled once, drawn, and stands in the history with who and when', (_, press) => {
    const decision = granted(press(aMention()));
    expect(decision.state.history).toHaveLength(2);
    expect(decision.state.history.at(-1)).toMatchObject({ by: ANNA, at: now.toISOString() });
    expect(effectsOf(decision, 'draw-card')).toHaveLength(1);
    expect(refusalOf(press(decision.state))).toEqual({ reason: 'already-handled' });
  });
});

describe('claim', () => {
  it('makes an open mention mine; the clock runs on', () => {
    const { state } = granted(claim(aMention(), aPress(), now));
    expect(state).toMatchObject({ owner: ANNA, status: 'claimed', clocks: [{ stopped: null }] });
  });

  it('names the colleague who has it', () => {
    expect(refusalOf(claim(aMention({ owner: BEN }), aPress(), now))).toEqual({ reason: 'claimed-by', by: BEN });
  });

  it('twice is once', () => {
    expect(refusalOf(claim(aMention({ owner: ANNA }), aPress(), now))).toEqual({ reason: 'already-done' });
  });

  it('needs a mention that is not closed', () => {
    expect(refusalOf(claim(aMention({ status: 'closed' }), aPress(), now))).toEqual({ reason: 'closed' });
  });

  it.each(['escalated', 'answered'] as const)('leaves %s as it is', (status) => {
    expect(granted(claim(aMention({ status }), aPress(), now)).state).toMatchObject({ owner: ANNA, status });
  });
});

describe('release', () => {
  it.each([
    ['claimed', 'open'],
    ['escalated', 'escalated'],
    ['answered', 'answered'],
  ] as const)('gives a mention that is %s to anyone: %s', (status, expected) => {
    const { state } = granted(release(aMention({ owner: ANNA, status }), aPress(), now));
    expect(state).toMatchObject({ owner: null, status: expected });
  });

  it('is the owner’s alone', () => {
    expect(refusalOf(release(aMention({ owner: BEN }), aPress(), now))).toEqual({ reason: 'not-yours', by: BEN });
    expect(refusalOf(release(aMention(), aPress(), now))).toEqual({ reason: 'already-done' });
  });
});

describe('no answer needed', () => {
  it('closes with a reason, stops the clocks and strikes the mention off the reminders', () => {
    const decision = granted(close(aMention(), aPress(BEN), 'spam', now));
    expect(decision.state).toMatchObject({
      status: 'closed',
      closed: { by: BEN, at: now.toISOString(), reason: 'spam' },
      clocks: [{ stopped: { at: now.toISOString(), publication: null } }],
    });
    expect(decision.state.history.at(-1)).toMatchObject({ did: 'closed', text: 'spam' });
    expect(effectsOf(decision, 'tell')).toMatchObject([{ news: { type: 'mention-settled', mention: 'x:1001' } }]);
  });

  it('is said once', () => {
    expect(refusalOf(close(aMention({ status: 'closed' }), aPress(), 'spam', now))).toEqual({ reason: 'already-done' });
  });
});

describe('reopen', () => {
  it.each([
    ['answered', null, 'open'],
    ['closed', ANNA, 'claimed'],
  ] as const)('takes a mention that was %s (owner %s) up as %s, on a new clock from now', (status, owner, expected) => {
    const posts = [aPost(), aPost({ id: '1002' })] as const;
    const { state } = granted(reopen(aMention({ status, owner, posts }), aPress(BEN), desk, now));
    expect(state).toMatchObject({ status: expected, closed: null });
    expect(state.clocks.at(-1)).toMatchObject({
      id: 'c2',
      post: '1002',
      startedAt: now.toISOString(),
      dueAt: minutesAfter(now, 60).toISOString(),
    });
  });

  it.each(['open', 'claimed', 'escalated'] as const)('has nothing to do for a mention that is %s', (status: Status) => {
    expect(refusalOf(reopen(aMention({ status }), aPress(), desk, now))).toEqual({ reason: 'already-done' });
  });
});

describe('correcting the kind', () => {
  it('gives the running clocks the deadlines of the new kind, from when the customer wrote', () => {
    const { state } = granted(changeKind(aMention(), aPress(), 'question', desk, now));
    expect(state).toMatchObject({ kind: 'question', kindBy: ANNA });
    expect(state.clocks).toMatchObject([{ dueAt: instant('2026-11-24T14:00'), late: false, warned: false }]);
    expect(state.history.at(-1)).toMatchObject({ did: 'kind-changed', text: 'complaint → question' });
  });

  it('to one without an SLA ends the deadlines, not the waiting', () => {
    const { state } = granted(changeKind(aMention(), aPress(), 'praise', desk, now));
    expect(state.clocks).toMatchObject([{ warnAt: null, dueAt: null, secondAt: null, stopped: null }]);
  });

  it('to what it is already is nothing', () => {
    expect(refusalOf(changeKind(aMention(), aPress(), 'complaint', desk, now))).toEqual({ reason: 'already-done' });
  });

  it('moves a card that still waits for its place in the channel', () => {
    const decision = granted(changeKind(aMention({ card: null }), aPress(), 'praise', desk, now));
    expect(onlyPlanned(decision, 'draw-card').priority).toBe(5);
  });

  it('is seen at once on a card that is there', () => {
    const decision = granted(changeKind(aMention(), aPress(), 'praise', desk, now));
    expect(onlyPlanned(decision, 'draw-card').priority).toBe(0);
  });
});

describe('"is writing"', () => {
  const written = granted(startWriting(aMention(), ANNA, now)).state;

  it('is shown to a second person, who is not put in the first one’s place', () => {
    expect(isWriting(written, minutesAfter(now, 4))).toBe(true);
    expect(refusalOf(startWriting(written, BEN, minutesAfter(now, 4)))).toEqual({ reason: 'already-done' });
  });

  it('ends by itself after five minutes', () => {
    expect(isWriting(written, minutesAfter(now, 5))).toBe(false);
    expect(granted(startWriting(written, BEN, minutesAfter(now, 5))).state.writing?.by).toBe(BEN);
  });

  it('begins anew when the same person opens the form again', () => {
    const again = granted(startWriting(written, ANNA, minutesAfter(now, 4))).state;
    expect(isWriting(again, minutesAfter(now, 8))).toBe(true);
  });

  it('ends when the form is closed by the one who wrote', () => {
    expect(granted(stopWriting(written, ANNA)).state.writing).toBeNull();
    expect(refusalOf(stopWriting(written, BEN))).toEqual({ reason: 'already-done' });
  });

  it('is no part of the history', () => {
    expect(written.history).toEqual(aMention().history);
  });
});
