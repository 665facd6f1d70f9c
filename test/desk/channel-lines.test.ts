import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedOut, overtaken } from '../../src/desk/carried-out.ts';
import type { Channel, KindCounts } from '../../src/desk/channel.ts';
import { countBacklog, hear, newChannel, tellChannel, toldAgain, total } from '../../src/desk/channel-lines.ts';
import { decided } from '../../src/desk/decision.ts';
import type { EffectRow, News } from '../../src/desk/effect.ts';
import { isMoot } from '../../src/desk/moot.ts';
import {
  aChannel,
  aDesk,
  aMention,
  atRest,
  berlin,
  CARD,
  effectsOf,
  granted,
  instant,
  onlyPlanned,
  secondsAfter,
} from './examples.ts';

const desk = aDesk();
const now = berlin('2026-11-24T10:00');
const NONE: KindCounts = { complaint: 0, question: 0, praise: 0, other: 0 };
const SOME: KindCounts = { complaint: 3, question: 2, praise: 0, other: 1 };
const LINE = { channel: CARD.channel, ts: '1700000900.000100' };

function wroteAgain(mention: string): News {
  return { type: 'customer-wrote-again', mention };
}

describe('a channel that the app first works in', () => {
  it('counts only what comes in after today’s opening as its night', () => {
    expect(newChannel('C0CARE', desk, now).state).toMatchObject({
      lastOpeningAt: instant('2026-11-24T08:00'),
      rounds: [],
    });
    expect(newChannel('C0CARE', desk, berlin('2026-11-24T05:00')).state.lastOpeningAt).toBe(
      instant('2026-11-23T08:00'),
    );
  });
});

describe('what only a person can mend', () => {
  it('is said in the channel, once', () => {
    const note = { type: 'set-aside', network: 'x', post: '7', why: 'no author' } as const;
    const decision = tellChannel(aChannel(), 'set-aside:x:7', note);
    expect(effectsOf(decision, 'post-channel-note')).toEqual([
      { type: 'post-channel-note', id: 'set-aside:x:7', note },
    ]);
    expect(tellChannel(decision.state, 'set-aside:x:7', note)).toEqual(decided(decision.state));
  });
});

describe('news from a mention', () => {
  it('that it is settled strikes it off', () => {
    const members = [{ mention: 'x:1001', clock: 'c1', threshold: 'due', struckAt: null } as const];
    const channel = aChannel({ rounds: [{ id: 'r1', at: instant('2026-11-24T09:00'), members, message: CARD }] });
    const { state } = hear(channel, 'n1', { type: 'mention-settled', mention: 'x:1001' }, now);
    expect(state.rounds[0]?.members).toMatchObject([{ struckAt: now.toISOString() }]);
  });

  it('is heard once, however often it is told', () => {
    const { state } = hear(aChannel(), 'n1', wroteAgain('x:1001'), now);
    expect(hear(state, 'n1', wroteAgain('x:1001'), now)).toEqual(decided(state));
  });
});

describe('the line about customers who wrote again', () => {
  it('is posted at once after a quiet minute', () => {
    const decision = hear(aChannel(), 'n1', wroteAgain('x:1001'), now);
    expect(decision.state.again).toEqual(['x:1001']);
    expect(onlyPlanned(decision, 'post-again')).toMatchObject({ key: 'post-again', notBefore: null });
  });

  it('names each mention once', () => {
    const first = hear(aChannel(), 'n1', wroteAgain('x:1001'), now).state;
    const second = hear(first, 'n2', wroteAgain('x:1002'), now).state;
    expect(hear(second, 'n3', wroteAgain('x:1001'), now).state.again).toEqual(['x:1002', 'x:1001']);
  });

  it('comes at most once a minute: what follows waits and is merged', () => {
    const told = toldAgain(aChannel({ again: ['x:1001'] }), ['x:1001'], now).state;
    expect(told).toMatchObject({ again: [], lastAgainAt: now.toISOString() });
    const soon = hear(told, 'n2', wroteAgain('x:1002'), secondsAfter(now, 20));
    expect(onlyPlanned(soon, 'post-again').notBefore).toBe(secondsAfter(now, 60).toISOString());
    const later = hear(told, 'n2', wroteAgain('x:1002'), secondsAfter(now, 61));
    expect(onlyPlanned(later, 'post-again').notBefore).toBeNull();
  });

  it('keeps what came in while it was being posted for the next one', () => {
    const decision = toldAgain(aChannel({ again: ['x:1001', 'x:1002'] }), ['x:1001'], now);
    expect(decision.state.again).toEqual(['x:1002']);
    expect(onlyPlanned(decision, 'post-again').notBefore).toBe(secondsAfter(now, 60).toISOString());
  });
});

describe('the backlog line', () => {
  const line = (waiting: KindCounts, updatedAt: Date, message: typeof LINE | null = LINE): Channel =>
    aChannel({ backlog: { waiting, since: null, updatedAt: updatedAt.toISOString(), message } });

  it('appears when a card has waited for more than 30 seconds', () => {
    expect(countBacklog(aChannel(), SOME, 30_000, now)).toBeNull();
    const decision = granted(countBacklog(aChannel(), SOME, 30_001, now));
    expect(decision.state.backlog).toEqual({ waiting: SOME, since: null, updatedAt: now.toISOString(), message: null });
    expect(effectsOf(decision, 'draw-backlog')).toHaveLength(1);
  });

  it('does not appear when nothing waits', () => {
    expect(countBacklog(aChannel(), NONE, 0, now)).toBeNull();
  });

  it('is the same message all the time, updated at most every 15 seconds', () => {
    const fewer = { ...SOME, complaint: 1 };
    expect(countBacklog(line(SOME, now), fewer, 60_000, secondsAfter(now, 14))).toBeNull();
    const decision = granted(countBacklog(line(SOME, now), fewer, 60_000, secondsAfter(now, 15)));
    expect(decision.state.backlog).toMatchObject({ waiting: fewer, message: LINE });
  });

  it('says since when cards are late once the oldest has waited for two minutes, until all is caught up', () => {
    expect(countBacklog(line(SOME, now), SOME, 120_000, secondsAfter(now, 60))).toBeNull();
    const late = granted(countBacklog(line(SOME, now), SOME, 120_001, secondsAfter(now, 60))).state;
    expect(late.backlog?.since).toBe(new Date(now.getTime() - 60_001).toISOString());
    // Younger cards later on do not change it: it says how it began.
    const fewer = granted(countBacklog(late, { ...SOME, complaint: 1 }, 5_000, secondsAfter(now, 80))).state;
    expect(fewer.backlog?.since).toBe(late.backlog?.since);
    expect(granted(countBacklog(fewer, NONE, 0, secondsAfter(now, 100))).state.backlog?.since).toBe(
      late.backlog?.since,
    );
  });

  it('is left alone while its numbers stay', () => {
    expect(countBacklog(line(SOME, now), { ...SOME }, 60_000, secondsAfter(now, 300))).toBeNull();
  });

  it('goes on although the oldest card is young again', () => {
    expect(countBacklog(line(SOME, now), { ...SOME, complaint: 9 }, 5_000, secondsAfter(now, 15))).not.toBeNull();
  });

  it('ends with zero, and the next backlog gets a new message', () => {
    const zero = granted(countBacklog(line(SOME, now), NONE, 0, secondsAfter(now, 15))).state;
    expect(zero.backlog).toMatchObject({ waiting: NONE, message: LINE });
    const over = carriedOut(zero, zero, { type: 'draw-backlog' }, LINE, desk, secondsAfter(now, 16)).state;
    expect(over).toMatchObject({ backlog: null });
  });

  it('is dropped when the cards overtook it before Slack ever took it', () => {
    const decision = granted(countBacklog(line(SOME, now, null), NONE, 0, secondsAfter(now, 15)));
    const planned = atRest(onlyPlanned(decision, 'draw-backlog'));
    expect(isMoot(decision.state, planned, now)).toBe(true);
    expect(overtaken(decision.state, planned.effect)).toEqual(decided(aChannel()));
  });

  it('whatever waits and for how long, says zero last, and never more than once in 15 seconds', () => {
    fc.assert(
      fc.property(fc.array(backlogLook, { maxLength: 60 }), (looks) => {
        const { channel, shown } = play([...looks, ...QUIET]);
        expect(channel.backlog).toBeNull();
        expect(shown.at(-1)?.waiting ?? 0).toBe(0);
        for (const [n, { at, waiting }] of shown.entries()) {
          const before = shown[n - 1];
          const isFirst = before === undefined || before.waiting === 0;
          if (isFirst) expect(waiting).toBeGreaterThan(0);
          // After a zero a new backlog may begin sooner: it is another message.
          else expect(at - before.at).toBeGreaterThanOrEqual(15_000);
        }
      }),
    );
  });
});

const QUIET = Array.from({ length: 8 }, () => ({ waiting: NONE, oldestMs: 0, seconds: 5 }));
const backlogLook = fc.record({
  waiting: fc.constantFrom(NONE, SOME, { ...NONE, praise: 1 }, { ...SOME, complaint: 40 }),
  oldestMs: fc.nat(60_000),
  seconds: fc.integer({ min: 1, max: 20 }),
});

/** The looks of the watch one after the other, and what Slack shows: each line is drawn before the next look. */
function play(looks: readonly (typeof QUIET)[number][]) {
  const shown: { at: number; waiting: number }[] = [];
  let channel = aChannel();
  let at = now;
  for (const { waiting, oldestMs, seconds } of looks) {
    at = secondsAfter(at, seconds);
    const decision = countBacklog(channel, waiting, oldestMs, at);
    if (decision === null) continue;
    const { isShown, next } = drawn(decision.state, atRest(onlyPlanned(decision, 'draw-backlog')), at);
    if (isShown) shown.push({ at: at.getTime(), waiting: total(decision.state.backlog?.waiting ?? NONE) });
    channel = next;
  }
  return { channel, shown };
}

function drawn(channel: Channel, row: EffectRow, at: Date): { isShown: boolean; next: Channel } {
  const isShown = !isMoot(channel, row, at);
  const { state } = isShown ? carriedOut(channel, channel, row.effect, LINE, desk, at) : overtaken(channel, row.effect);
  if (state.type !== 'channel') throw new Error('no channel');
  return { isShown, next: state };
}

describe('the lines of a channel', () => {
  it('belong to the channel’s own state: a mention is not touched by its news', () => {
    const mention = aMention();
    expect(carriedOut(mention, mention, { type: 'draw-backlog' }, LINE, desk, now)).toEqual(decided(mention));
  });
});
