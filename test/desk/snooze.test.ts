import { describe, expect, it } from 'vitest';
import { writeAgain } from '../../src/desk/arrive.ts';
import { facetsOf } from '../../src/desk/facets.ts';
import { close } from '../../src/desk/handling.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { becamePublic } from '../../src/desk/published.ts';
import { remind } from '../../src/desk/remind.ts';
import { snooze, wakeUp } from '../../src/desk/snooze.ts';
import { wakeMention } from '../../src/desk/wake.ts';
import {
  ANNA,
  aChannel,
  aDesk,
  aMention,
  anArrival,
  aPost,
  aPress,
  aPublication,
  aPublicPost,
  BEN,
  berlin,
  effectsOf,
  granted,
  instant,
  refusalOf,
} from './examples.ts';

const desk = aDesk();
const now = berlin('2026-11-24T10:30');
const until = instant('2026-11-24T12:00');

function asleep(fields: Partial<Mention> = {}): Mention {
  return granted(snooze(aMention(fields), aPress(BEN, 'snoozes'), until, now)).state;
}

describe('a mention that is snoozed', () => {
  it('says until when and by whom, and asks to be woken then', () => {
    expect(asleep()).toMatchObject({ snooze: { until, by: BEN }, owner: null, status: 'open' });
    expect(asleep().history.at(-1)).toMatchObject({ by: BEN, did: 'snoozed', text: until });
    const late = wakeMention(asleep(), berlin('2026-11-24T11:30')).state;
    expect(facetsOf(late).wakeAt).toBe(until);
  });

  it('is put off again by a second press, not into the past, and not when it is settled', () => {
    const later = instant('2026-11-24T13:00');
    expect(granted(snooze(asleep(), aPress(ANNA), later, now)).state.snooze).toEqual({ until: later, by: ANNA });
    expect(refusalOf(snooze(asleep(), aPress(BEN, 'snoozes'), later, now))).toEqual({ reason: 'already-handled' });
    expect(refusalOf(snooze(aMention(), aPress(), now.toISOString(), now))).toEqual({ reason: 'time-past' });
    expect(refusalOf(snooze(aMention({ status: 'closed' }), aPress(), until, now))).toEqual({ reason: 'already-done' });
  });

  it('is in no reminder, and in the next one when it is awake', () => {
    const at = berlin('2026-11-24T11:30');
    expect(remind(aChannel(), [asleep()], desk, at)).toBeNull();
    const awake = granted(wakeUp(asleep(), aPress(), at)).state;
    expect(granted(remind(aChannel(), [awake], desk, at)).state.rounds).toHaveLength(1);
  });

  it('turns late on its card, and its owner is warned only once it is awake', () => {
    const mention = asleep({ owner: ANNA, status: 'claimed' });
    const warnAt = berlin('2026-11-24T10:46');
    expect(wakeMention(mention, warnAt)).toMatchObject({ state: { clocks: [{ warned: false }] }, effects: [] });
    expect(facetsOf(mention).wakeAt).toBe(instant('2026-11-24T11:00'));
    const awake = granted(wakeUp(mention, aPress(), warnAt)).state;
    expect(effectsOf(wakeMention(awake, warnAt), 'send-notice')).toMatchObject([{ notice: { type: 'due-soon' } }]);
    const late = wakeMention(mention, berlin('2026-11-24T11:00'));
    expect(late.state.clocks).toMatchObject([{ late: true }]);
    expect(effectsOf(late, 'draw-card')).toHaveLength(1);
    expect(effectsOf(late, 'send-notice')).toEqual([]);
  });
});

describe('a snooze ends', () => {
  it('at its time, with a word to the owner', () => {
    const decision = wakeMention(asleep({ owner: ANNA, status: 'claimed' }), berlin('2026-11-24T12:00'));
    expect(decision.state).toMatchObject({ snooze: null });
    expect(effectsOf(decision, 'send-notice')).toMatchObject([{ to: ANNA, notice: { type: 'snooze-over' } }]);
    expect(wakeMention(decision.state, berlin('2026-11-24T12:00')).effects).toEqual([]);
  });

  it('at its time, with a line in the channel where nobody has it', () => {
    const decision = wakeMention(asleep(), berlin('2026-11-24T12:00'));
    expect(effectsOf(decision, 'tell')).toMatchObject([{ news: { type: 'offered', why: 'snooze-over' } }]);
    expect(effectsOf(decision, 'send-notice')).toEqual([]);
  });

  it('when the customer writes again, when it is closed, and when it is answered', () => {
    const again = anArrival({ post: aPost({ id: '1002', at: instant('2026-11-24T10:40') }) });
    expect(writeAgain(asleep(), again, desk, now).state.snooze).toBeNull();
    expect(granted(close(asleep(), aPress(), 'spam', now)).state.snooze).toBeNull();
    const sending = asleep({ publications: [aPublication({ status: 'sending' })] });
    expect(becamePublic(sending, 'p1', aPublicPost(), desk, now).state).toMatchObject({
      status: 'answered',
      snooze: null,
    });
  });

  it('by a press before its time, once', () => {
    const awake = granted(wakeUp(asleep(), aPress(), now)).state;
    expect(awake).toMatchObject({ snooze: null });
    expect(awake.history.at(-1)).toMatchObject({ did: 'woken' });
    expect(refusalOf(wakeUp(awake, aPress(BEN), now))).toEqual({ reason: 'already-done' });
  });
});
