import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/desk/channel.ts';
import { hear } from '../../src/desk/channel-lines.ts';
import type { News } from '../../src/desk/effect.ts';
import { tellPromises } from '../../src/desk/promise-rounds.ts';
import { aChannel, aDesk, berlin, effectsOf, granted, minutesAfter, secondsAfter } from './examples.ts';

const desk = aDesk();
const NOON = berlin('2026-11-24T12:00');

const broke = (mention: string, threshold: 'due' | 'broken' = 'broken'): News => ({
  type: 'promise-told',
  mention,
  promise: 'w1',
  threshold,
});
const ended = (mention: string): News => ({ type: 'promise-ended', mention, promise: 'w1' });

/** The channel after it has heard all of these at once. */
function heard(news: readonly News[], now = NOON, channel: Channel = aChannel()): Channel {
  return news.reduce((state, one, index) => hear(state, `news ${index} of ${now.getTime()}`, one, now).state, channel);
}

const listed = ({ promiseRounds }: Channel) =>
  promiseRounds.map(({ members }) => members.map(({ mention, threshold, struckAt }) => [mention, threshold, struckAt]));

describe('broken promises', () => {
  it('are told in one message for all that broke together, once', () => {
    const channel = heard([broke('x:1'), broke('x:2')]);
    expect(tellPromises(channel, desk, secondsAfter(NOON, 10))).toBe(null);
    const decision = granted(tellPromises(channel, desk, secondsAfter(NOON, 30)));
    expect(listed(decision.state)).toEqual([
      [
        ['x:1', 'broken', null],
        ['x:2', 'broken', null],
      ],
    ]);
    expect(effectsOf(decision, 'draw-promises')).toEqual([{ type: 'draw-promises', round: 'w1' }]);
    expect(tellPromises(decision.state, desk, minutesAfter(NOON, 60))).toBe(null);
  });

  it('that broke at night are told together when the office opens', () => {
    const night = berlin('2026-11-24T22:00');
    const channel = heard([broke('x:2')], berlin('2026-11-25T03:00'), heard([broke('x:1')], night));
    expect(tellPromises(channel, desk, berlin('2026-11-25T07:59'))).toBe(null);
    expect(listed(granted(tellPromises(channel, desk, berlin('2026-11-25T08:00'))).state)[0]).toHaveLength(2);
  });

  it('are heard of once, however often they are told', () => {
    const once = hear(aChannel(), 'same', broke('x:1'), NOON).state;
    expect(hear(once, 'same', broke('x:1'), NOON).state).toEqual(once);
  });

  it('count as broken alone where nobody had them when they were due', () => {
    const { state } = granted(tellPromises(heard([broke('x:1', 'due'), broke('x:1')]), desk, minutesAfter(NOON, 1)));
    expect(listed(state)).toEqual([[['x:1', 'broken', null]]]);
  });

  it('are struck off when they end, and redrawn', () => {
    const { state } = granted(tellPromises(heard([broke('x:1'), broke('x:2')]), desk, minutesAfter(NOON, 1)));
    const later = minutesAfter(NOON, 5);
    const decision = hear(state, 'kept', ended('x:1'), later);
    expect(listed(decision.state)).toEqual([
      [
        ['x:1', 'broken', later.toISOString()],
        ['x:2', 'broken', null],
      ],
    ]);
    expect(effectsOf(decision, 'draw-promises')).toHaveLength(1);
  });

  it('are not told at all when they ended before', () => {
    expect(tellPromises(heard([broke('x:1'), ended('x:1')]), desk, minutesAfter(NOON, 1))).toBe(null);
  });

  it('are forgotten a week after the last of a message has ended', () => {
    const { state } = granted(tellPromises(heard([broke('x:1')]), desk, minutesAfter(NOON, 1)));
    const week = minutesAfter(NOON, 8 * 24 * 60);
    const next = (from: Channel) =>
      listed(granted(tellPromises(heard([broke('x:9')], week, from), desk, minutesAfter(week, 1))).state);
    expect(next(state)).toHaveLength(2);
    expect(next(heard([ended('x:1')], minutesAfter(NOON, 5), state))).toHaveLength(1);
  });
});
