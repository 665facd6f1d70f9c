import { describe, expect, it } from 'vitest';
import { decided } from '../../src/desk/decision.ts';
import { facetsOf } from '../../src/desk/facets.ts';
import type { Mention, PublicPromise } from '../../src/desk/mention.ts';
import { isMoot } from '../../src/desk/moot.ts';
import { remind } from '../../src/desk/remind.ts';
import { wakeMention } from '../../src/desk/wake.ts';
import {
  ANNA,
  aChannel,
  aDesk,
  aMention,
  aPromise,
  atRest,
  berlin,
  CARD,
  effectsOf,
  instant,
  minutesAfter,
  onlyPlanned,
} from './examples.ts';

const BEFORE = berlin('2026-11-24T16:45');
const DUE = berlin('2026-11-24T17:00');
const BROKEN = berlin('2026-11-24T17:10');

/** Its clock has been late since 11:00, and the card says so. */
function promising(promise: Partial<PublicPromise> = {}, fields: Partial<Mention> = {}): Mention {
  const mention = aMention({ owner: ANNA, status: 'claimed', promises: [aPromise(promise)], ...fields });
  return { ...mention, clocks: mention.clocks.map((clock) => ({ ...clock, warned: true, late: true })) };
}

const told = (mention: Mention, now: Date) => {
  const decision = wakeMention(mention, now);
  return {
    notices: effectsOf(decision, 'send-notice').map(({ to, notice }) => [
      to,
      'threshold' in notice && notice.threshold,
    ]),
    news: effectsOf(decision, 'tell').map(({ to, news }) => [to.id, news.type === 'promise-told' && news.threshold]),
  };
};

describe('the reminders of a promise', () => {
  it('tell its owner before and when it is due, and the channel when it is broken, each once', () => {
    let mention = promising();
    const heard: unknown[] = [];
    for (let minute = 0; minute <= 60; minute += 1) {
      const decision = wakeMention(mention, minutesAfter(berlin('2026-11-24T16:30'), minute));
      if (decision.effects.length > 0)
        heard.push([minute, told(mention, minutesAfter(berlin('2026-11-24T16:30'), minute))]);
      mention = decision.state;
    }
    expect(heard).toEqual([
      [15, { notices: [[ANNA, 'before']], news: [] }],
      [30, { notices: [[ANNA, 'due']], news: [] }],
      [40, { notices: [], news: [[CARD.channel, 'broken']] }],
    ]);
    expect(mention.history.at(-1)).toMatchObject({ did: 'promise-broken', by: 'earshot' });
  });

  it('draw the card when it is broken', () => {
    expect(onlyPlanned(wakeMention(promising({ told: 'due' }), BROKEN), 'draw-card').priority).toBe(3);
  });

  it('tell of thresholds that passed while the app was down the highest alone', () => {
    expect(told(promising(), minutesAfter(DUE, 3))).toEqual({ notices: [[ANNA, 'due']], news: [] });
    const late = minutesAfter(BROKEN, 300);
    expect(told(promising(), late)).toEqual({ notices: [], news: [[CARD.channel, 'broken']] });
    const { state } = wakeMention(promising(), late);
    expect(wakeMention(state, minutesAfter(late, 1))).toEqual(decided(state));
  });

  it('tell nobody of one that nobody has but the channel, when it is due', () => {
    expect(told(promising({ owner: null }), BEFORE)).toEqual({ notices: [], news: [] });
    expect(told(promising({ owner: null, told: 'before' }), DUE)).toEqual({
      notices: [],
      news: [[CARD.channel, 'due']],
    });
  });

  it('tell nothing of one that has ended', () => {
    const ended = { at: instant('2026-11-24T12:00'), how: 'kept', by: ANNA } as const;
    const kept = promising({ ended });
    expect(wakeMention(kept, BROKEN)).toEqual(decided(kept));
    const row = atRest(onlyPlanned(wakeMention(promising(), DUE), 'send-notice'));
    expect([isMoot(promising(), row, DUE), isMoot(kept, row, DUE)]).toEqual([false, true]);
  });

  it('are in the watch’s diary, whatever the status of the mention', () => {
    const wakes = (promise: Partial<PublicPromise>) =>
      facetsOf(promising(promise, { status: 'answered', clocks: [] })).wakeAt;
    expect(wakes({})).toBe(BEFORE.toISOString());
    expect(wakes({ beforeAt: null })).toBe(DUE.toISOString());
    expect(wakes({ told: 'before' })).toBe(DUE.toISOString());
    expect(wakes({ told: 'due' })).toBe(BROKEN.toISOString());
    expect(wakes({ told: 'broken' })).toBe(null);
    expect(wakes({ ended: { at: DUE.toISOString(), how: 'kept', by: ANNA } })).toBe(null);
  });
});

describe('while a promise holds', () => {
  const desk = aDesk();

  it('the channel is not reminded of its mention; once it is broken, it is', () => {
    expect(remind(aChannel(), [promising()], desk, berlin('2026-11-24T16:00'))).toBe(null);
    expect(remind(aChannel(), [promising()], desk, BROKEN)?.state.rounds).toMatchObject([
      { members: [{ mention: 'x:1001', threshold: 'second' }] },
    ]);
  });

  it('nobody is warned that the first answer comes due, and the card still turns late', () => {
    const mention = aMention({ owner: ANNA, status: 'claimed', promises: [aPromise()] });
    const warned = wakeMention(mention, berlin('2026-11-24T10:45'));
    expect(warned.effects).toEqual([]);
    expect(facetsOf(warned.state).wakeAt).toBe(instant('2026-11-24T11:00'));
    expect(effectsOf(wakeMention(warned.state, berlin('2026-11-24T11:00')), 'draw-card')).toHaveLength(1);
  });
});
