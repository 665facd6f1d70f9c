import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/desk/channel.ts';
import { isOpen } from '../../src/desk/office-time.ts';
import { remind } from '../../src/desk/remind.ts';
import { aChannel, aDesk, aMention, aPost, berlin, minutesAfter } from './examples.ts';

const desk = aDesk();

describe('reminders, whatever comes in and whenever the watch looks', () => {
  const START = berlin('2026-11-20T00:00');
  const arrivals = fc.array(fc.nat(4 * 24 * 60), { minLength: 1, maxLength: 8 });
  const looks = fc.array(fc.nat(5 * 24 * 60), { minLength: 1, maxLength: 120 });

  /** The rounds that were posted, by one look after the other at what had come in by then. */
  function history(minutes: readonly number[], lookedAt: readonly number[]): Channel {
    const mentions = minutes.map((minute, n) =>
      aMention({ id: `x:${n}` }, desk, { post: aPost({ id: `${n}`, at: minutesAfter(START, minute).toISOString() }) }),
    );
    let channel = aChannel({ lastOpeningAt: null });
    for (const minute of lookedAt.toSorted((a, b) => a - b)) {
      const now = minutesAfter(START, minute);
      const arrived = mentions.filter((mention) => mention.posts[0].at <= now.toISOString());
      channel = remind(channel, arrived, desk, now)?.state ?? channel;
    }
    return channel;
  }

  it('come in office time, 15 minutes apart, with each clock once for each threshold and never downwards', () => {
    fc.assert(
      fc.property(arrivals, looks, (minutes, lookedAt) => {
        const { rounds: posted } = history(minutes, lookedAt);
        const rank = { night: 0, due: 1, second: 2 };
        const highest = new Map<string, number>();
        for (const [n, round] of posted.entries()) {
          expect(isOpen(desk.hours, new Date(round.at))).toBe(true);
          expect(round.members.length).toBeGreaterThan(0);
          const before = posted[n - 1];
          if (before !== undefined)
            expect(Date.parse(round.at) - Date.parse(before.at)).toBeGreaterThanOrEqual(15 * 60_000);
          for (const member of round.members) {
            expect(rank[member.threshold]).toBeGreaterThan(highest.get(member.mention) ?? -1);
            highest.set(member.mention, rank[member.threshold]);
          }
        }
      }),
    );
  });

  it('have named everything twice overdue once the watch looks in office time', () => {
    fc.assert(
      fc.property(arrivals, looks, (minutes, lookedAt) => {
        const end = 7 * 24 * 60 + 12 * 60;
        const { rounds: posted } = history(minutes, [...lookedAt, end]);
        const named = posted.flatMap((round) => round.members).filter((member) => member.threshold === 'second');
        expect(new Set(named.map((member) => member.mention)).size).toBe(minutes.length);
      }),
    );
  });
});
