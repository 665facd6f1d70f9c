import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/desk/channel.ts';
import { hear } from '../../src/desk/channel-lines.ts';
import { decided } from '../../src/desk/decision.ts';
import { escalate, escalationAnswered } from '../../src/desk/escalate.ts';
import { claim } from '../../src/desk/handling.ts';
import { offerIdle } from '../../src/desk/idle.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { isMoot } from '../../src/desk/moot.ts';
import { isStillOffered, toldOffers } from '../../src/desk/offers.ts';
import {
  ANNA,
  aChannel,
  aDesk,
  aMention,
  aPress,
  aPromise,
  aPublication,
  atRest,
  BEN,
  berlin,
  effectsOf,
  granted,
  instant,
  minutesAfter,
  onlyPlanned,
  secondsAfter,
} from './examples.ts';

const desk = aDesk();
const claimedAt = berlin('2026-11-24T10:05');
const idleAt = berlin('2026-11-24T11:05');

function claimed(fields: Partial<Mention> = {}): Mention {
  return { ...granted(claim(aMention(), aPress(ANNA, 'claims'), claimedAt)).state, ...fields };
}

const offered = (channel: Channel, mention: Mention, at = idleAt, rules = desk) =>
  offerIdle(channel, [mention], rules, at);

describe('a claim that nobody touches', () => {
  it('is offered to the channel after an hour of office time, once', () => {
    expect(offered(aChannel(), claimed(), secondsAfter(idleAt, -1))).toBeNull();
    const decision = granted(offered(aChannel(), claimed()));
    expect(decision.state.offers).toEqual([{ mention: 'x:1001', why: 'idle', since: claimedAt.toISOString() }]);
    expect(onlyPlanned(decision, 'post-offers')).toMatchObject({ key: 'post-offers', notBefore: null });
    expect(offered(decision.state, claimed(), minutesAfter(idleAt, 30))).toBeNull();
  });

  it('is offered again when it was touched and lies for another hour', () => {
    const first = granted(offered(aChannel(), claimed())).state;
    const touchedAt = minutesAfter(idleAt, 10);
    const touched = claimed({ touchedAt: touchedAt.toISOString() });
    expect(offered(first, touched, minutesAfter(touchedAt, 59))).toBeNull();
    const again = granted(offered(first, touched, minutesAfter(touchedAt, 60))).state;
    expect(again.offers).toEqual([{ mention: 'x:1001', why: 'idle', since: touchedAt.toISOString() }]);
  });

  it('does not grow old while the office is closed', () => {
    const evening = granted(claim(aMention(), aPress(), berlin('2026-11-24T19:30'))).state;
    expect(offered(aChannel(), evening, berlin('2026-11-24T23:00'))).toBeNull();
    expect(offered(aChannel(), evening, berlin('2026-11-25T08:29'))).toBeNull();
    expect(offered(aChannel(), evening, berlin('2026-11-25T08:30'))).not.toBeNull();
  });

  it('is offered when the team wants it, or never', () => {
    const soon = aDesk({ claim: { idleMinutes: 10 } });
    expect(offered(aChannel(), claimed(), minutesAfter(claimedAt, 10), soon)).not.toBeNull();
    const never = aDesk({ claim: { idleMinutes: null } });
    expect(offered(aChannel(), claimed(), minutesAfter(claimedAt, 600), never)).toBeNull();
  });

  it('rests for a reason: snoozed, a text on its way, a promise of the owner, a question that is open', () => {
    const promise = aPromise({ madeAt: instant('2026-11-24T10:06'), dueAt: instant('2026-11-24T15:00') });
    const asked = granted(
      escalate(claimed(), aPress(ANNA, 'asks'), { type: 'user', id: BEN }, 'why?', desk, claimedAt),
    ).state;
    for (const mention of [
      claimed({ snooze: { until: instant('2026-11-24T14:00'), by: ANNA } }),
      claimed({ publications: [aPublication({ status: 'waiting' })] }),
      claimed({ promises: [promise] }),
      asked,
      aMention(),
    ]) {
      expect(offered(aChannel(), mention)).toBeNull();
    }
    const said = { by: BEN, text: 'because', ts: '1.1' };
    const answered = granted(escalationAnswered(asked, 'e1', said, false, claimedAt)).state;
    expect(offered(aChannel(), answered)).not.toBeNull();
    expect(offered(aChannel(), claimed({ promises: [{ ...promise, owner: BEN }] }))).not.toBeNull();
  });
});

describe('the line of offers', () => {
  const passedOn = (mention: string) => ({ type: 'offered', mention, why: 'passed-on' }) as const;

  it('comes at most once a minute: what follows waits and is merged', () => {
    const first = hear(aChannel(), 'n1', passedOn('x:1'), idleAt);
    expect(onlyPlanned(first, 'post-offers').notBefore).toBeNull();
    const told = toldOffers(first.state, first.state.offers, idleAt).state;
    expect(told.offers).toEqual([]);
    const second = hear(told, 'n2', passedOn('x:2'), secondsAfter(idleAt, 20));
    expect(onlyPlanned(second, 'post-offers').notBefore).toBe(secondsAfter(idleAt, 60).toISOString());
    expect(hear(second.state, 'n2', passedOn('x:2'), idleAt)).toEqual(decided(second.state));
  });

  it('keeps what came in while it was being posted for the next one', () => {
    const shown = hear(aChannel(), 'n1', passedOn('x:1'), idleAt).state;
    const later = hear(shown, 'n2', passedOn('x:2'), idleAt).state;
    const decision = toldOffers(later, shown.offers, idleAt);
    expect(decision.state.offers).toMatchObject([{ mention: 'x:2' }]);
    expect(effectsOf(decision, 'post-offers')).toHaveLength(1);
  });

  it('leaves out what was taken, touched, put off or settled meanwhile', () => {
    const idle = { mention: 'x:1001', why: 'idle', since: claimedAt.toISOString() } as const;
    const nobodys = { mention: 'x:1001', why: 'passed-on', since: null } as const;
    expect(isStillOffered(idle, claimed())).toBe(true);
    expect(isStillOffered(idle, claimed({ touchedAt: idleAt.toISOString() }))).toBe(false);
    expect(isStillOffered(idle, claimed({ status: 'answered' }))).toBe(false);
    expect(isStillOffered(idle, claimed({ snooze: { until: instant('2026-11-24T14:00'), by: ANNA } }))).toBe(false);
    expect(isStillOffered(nobodys, aMention())).toBe(true);
    expect(isStillOffered(nobodys, claimed())).toBe(false);
    expect(isStillOffered(nobodys, aMention({ status: 'closed' }))).toBe(false);
  });

  it('with nothing left to offer is settled unsent', () => {
    const row = atRest(onlyPlanned(hear(aChannel(), 'n1', passedOn('x:1'), idleAt), 'post-offers'));
    expect(isMoot(aChannel(), row, idleAt)).toBe(true);
    expect(isMoot(aChannel({ offers: [{ mention: 'x:1', why: 'passed-on', since: null }] }), row, idleAt)).toBe(false);
  });
});
