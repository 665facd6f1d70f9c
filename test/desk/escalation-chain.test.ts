import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefused } from '../../src/desk/decision.ts';
import { escalate, escalationAnswered, escalationFailed, escalationPosted } from '../../src/desk/escalate.ts';
import { isWaitedFor, untold } from '../../src/desk/escalation.ts';
import { sendBack, takeEscalation } from '../../src/desk/escalation-handling.ts';
import { facetsOf } from '../../src/desk/facets.ts';
import { close, reopen } from '../../src/desk/handling.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { isMoot } from '../../src/desk/moot.ts';
import { redate } from '../../src/desk/redate.ts';
import { wakeByRules } from '../../src/desk/wake.ts';
import {
  ANNA,
  aDesk,
  aMention,
  aPress,
  atRest,
  BEN,
  berlin,
  effectsOf,
  granted,
  instant,
  minutesAfter,
  onlyPlanned,
  refusalOf,
} from './examples.ts';

const LEAD = 'U0LEAD';
const GROUP = 'S0TECH';
const chain = [
  { to: GROUP, minutes: 30 },
  { to: BEN, minutes: 10 },
  { to: LEAD, minutes: 20 },
];
const desk = aDesk({ escalation: { channels: { [GROUP]: 'C0TECH' }, chain } });
const asked = berlin('2026-11-24T10:00');

/** A question to Ben, of a mention that has no deadline of its own. */
function escalated(by = ANNA, rules = desk): Mention {
  const mention = aMention({ clocks: [] });
  return granted(escalate(mention, aPress(by), { type: 'user', id: BEN }, 'where is it?', rules, asked)).state;
}

/** The watch looks at every wake until then. */
function until(mention: Mention, local: string, rules = desk) {
  let state = mention;
  const told: [string, string][] = [];
  const effects: string[] = [];
  for (;;) {
    const { wakeAt } = facetsOf(state);
    if (wakeAt === null || wakeAt > instant(local)) return { state, told, effects };
    const decision = wakeByRules(state, rules, new Date(wakeAt));
    for (const { key } of decision.effects) if (key !== 'draw-card') effects.push(key);
    const before = state.escalations[0]?.told.length ?? 0;
    state = decision.state;
    for (const one of state.escalations[0]?.told.slice(before) ?? []) told.push([one.to.id, one.at]);
  }
}

describe('an escalation that nobody takes', () => {
  it('goes to the next of the chain after its minutes of office time, leaving out who was asked, and ends with a word', () => {
    const { state, told, effects } = until(escalated(), '2026-12-24T10:00');
    expect(told).toEqual([
      [GROUP, instant('2026-11-24T10:30')],
      [LEAD, instant('2026-11-24T10:50')],
    ]);
    expect(state.escalations[0]?.told).toMatchObject([{ channel: 'C0TECH' }, { channel: null }]);
    expect(effects).toEqual(['post-escalation:e1:0', 'post-escalation:e1:1', 'post-note:escalation-untaken:e1']);
    expect(state.history.filter(({ did }) => did === 'escalation-passed-on').map(({ text }) => text)).toEqual([
      GROUP,
      LEAD,
    ]);
    expect(facetsOf(state).wakeAt).toBeNull();
  });

  it('waits over the night', () => {
    const late = granted(
      escalate(aMention({ clocks: [] }), aPress(), { type: 'user', id: BEN }, '', desk, berlin('2026-11-24T19:50')),
    );
    expect(late.state.escalations[0]?.due).toBe(instant('2026-11-25T08:20'));
  });

  it('is told to the next one only, when the app was down for longer: that one gets the time it has', () => {
    const decision = wakeByRules(escalated(), desk, berlin('2026-11-24T13:00'));
    expect(effectsOf(decision, 'post-escalation')).toHaveLength(1);
    expect(decision.state.escalations[0]?.due).toBe(instant('2026-11-24T13:20'));
    expect(wakeByRules(decision.state, desk, berlin('2026-11-24T13:00')).effects).toEqual([]);
  });

  it('goes nowhere without a chain, and once the mention is settled', () => {
    expect(facetsOf(escalated(ANNA, aDesk())).wakeAt).toBeNull();
    const closed = granted(close(escalated(), aPress(BEN), 'spam', asked)).state;
    expect(facetsOf(closed).wakeAt).toBeNull();
    expect(wakeByRules(closed, desk, berlin('2026-11-25T10:00')).effects).toEqual([]);
    const again = granted(reopen(closed, aPress(BEN, 'again'), desk, asked)).state;
    const { state } = granted(escalate(again, aPress(ANNA, 'two'), { type: 'user', id: LEAD }, '', desk, asked));
    expect(state.escalations.map(({ due }) => due)).toEqual([null, instant('2026-11-24T10:30')]);
  });

  it('follows the settings when they change, but none that had no chain when it was asked', () => {
    const shorter = aDesk({ escalation: { chain: [{ to: GROUP, minutes: 5 }] } });
    expect(redate(escalated(), shorter)?.state.escalations[0]?.due).toBe(instant('2026-11-24T10:05'));
    expect(redate(escalated(), desk)).toBeNull();
    expect(redate(escalated(ANNA, aDesk()), desk)).toBeNull();
    expect(redate(escalated(), aDesk())?.state.escalations[0]?.due).toBeNull();
  });
});

describe('"I take it"', () => {
  const take = (state: Mention, by: string, now: Date) =>
    takeEscalation(state, aPress(by, `take ${by}`), 'e1', desk, now);

  it('stops the chain, for the first who presses; the second hears who has it', () => {
    const at = berlin('2026-11-24T10:12');
    const decision = granted(take(escalated(), LEAD, at));
    expect(decision.state.escalations[0]).toMatchObject({ taken: { by: LEAD, at: at.toISOString() } });
    expect(effectsOf(decision, 'post-escalation')).toEqual([{ type: 'post-escalation', escalation: 'e1' }]);
    expect(refusalOf(take(decision.state, BEN, at))).toEqual({
      reason: 'escalation-taken',
      by: LEAD,
      at: at.toISOString(),
    });
    expect(refusalOf(take(decision.state, LEAD, at)).reason).toBe('already-handled');
    expect(refusalOf(takeEscalation(decision.state, aPress(LEAD), 'e1', desk, at)).reason).toBe('already-done');
    expect(refusalOf(takeEscalation(decision.state, aPress(BEN), 'e9', desk, at)).reason).toBe('unknown-escalation');
  });

  it('without an answer after twice the minutes is said once', () => {
    const taken = granted(take(escalated(), LEAD, berlin('2026-11-24T10:10'))).state;
    expect(taken.escalations[0]?.due).toBe(instant('2026-11-24T11:10'));
    const { told, effects } = until(taken, '2026-12-24T10:00');
    expect([told, effects]).toEqual([[], ['post-note:escalation-left:e1']]);
  });

  it('makes telling the next one needless while Slack has not taken that message', () => {
    const passed = until(escalated(), '2026-11-24T10:30').state;
    const planned = { type: 'post-escalation', escalation: 'e1', told: 0 } as const;
    const row = atRest({ key: 'k', effect: planned, priority: 0, notBefore: null });
    expect(isMoot(passed, row, asked)).toBe(false);
    const taken = granted(take(passed, BEN, minutesAfter(asked, 31))).state;
    expect(isMoot(taken, row, asked)).toBe(true);
    expect(untold(taken, planned).escalations[0]?.told).toEqual([]);
    const posted = escalationPosted(passed, planned, { channel: 'C0TECH', ts: '1.1' }).state;
    expect(isMoot(granted(take(posted, BEN, asked)).state, row, asked)).toBe(false);
  });
});

describe('"Send back"', () => {
  const back = (state: Mention, by = BEN, key = `back ${by}`) =>
    sendBack(state, aPress(by, key), 'e1', 'Not ours', berlin('2026-11-24T10:20'));

  it('gives the mention to the team again, with the reason in the history and in the thread', () => {
    const decision = granted(back(escalated()));
    expect(decision.state).toMatchObject({
      status: 'open',
      escalations: [{ ended: { how: 'sent-back', by: BEN, reason: 'Not ours' }, due: null }],
    });
    expect(decision.state.history.at(-1)).toMatchObject({ did: 'escalation-sent-back', by: BEN, text: 'Not ours' });
    expect(onlyPlanned(decision, 'post-note').effect).toMatchObject({ note: { type: 'escalation-sent-back' } });
    expect(refusalOf(back(decision.state)).reason).toBe('already-handled');
    expect(refusalOf(back(decision.state, LEAD))).toMatchObject({ reason: 'escalation-ended', how: 'sent-back' });
  });

  it('is told to whoever has the mention, by direct message', () => {
    const mine = { ...escalated(), owner: ANNA };
    const decision = granted(back(mine));
    expect(decision.state.status).toBe('claimed');
    expect(effectsOf(decision, 'send-notice')).toMatchObject([{ to: ANNA }]);
    expect(effectsOf(decision, 'post-note')).toEqual([]);
    expect(effectsOf(granted(back({ ...mine, owner: BEN })), 'post-note')).toHaveLength(1);
  });

  it('leaves it escalated while another question waits, and what somebody else has taken', () => {
    const two = granted(escalate(escalated(), aPress(ANNA, 'two'), { type: 'user', id: LEAD }, '', desk, asked)).state;
    expect(granted(back(two)).state.status).toBe('escalated');
    const taken = granted(takeEscalation(two, aPress(LEAD), 'e1', desk, asked)).state;
    expect(refusalOf(back(taken))).toMatchObject({ reason: 'escalation-taken', by: LEAD });
    expect(isRefused(back(taken, LEAD))).toBe(false);
  });
});

describe('a claim that rests', () => {
  it('rests for a reason only while somebody who was reached may still answer', () => {
    const state = escalated();
    expect(state.escalations.map(isWaitedFor)).toEqual([true]);
    const back = granted(sendBack(state, aPress(BEN), 'e1', 'no', asked)).state;
    expect(back.escalations.map(isWaitedFor)).toEqual([false]);
    const unreached = escalationFailed(state, { type: 'post-escalation', escalation: 'e1' }, 'not-in-channel').state;
    expect(unreached.escalations.map(isWaitedFor)).toEqual([false]);
    expect(until(unreached, '2026-11-24T10:30').state.escalations.map(isWaitedFor)).toEqual([true]);
  });
});

describe('an answer', () => {
  const word = { by: BEN, text: 'Oslo.', ts: '1700000600.000100' };

  it('ends the waiting, whoever of the chain gives it, and draws every message again', () => {
    const passed = until(escalated(), '2026-11-24T10:30').state;
    const decision = granted(escalationAnswered(passed, 'e1', word, false, berlin('2026-11-24T10:40')));
    expect(decision.state.escalations[0]).toMatchObject({ ended: { how: 'answered', by: BEN }, due: null });
    expect(effectsOf(decision, 'post-escalation').map(({ told }) => told)).toEqual([undefined, 0]);
    const second = granted(escalationAnswered(decision.state, 'e1', { ...word, ts: '2' }, false, asked));
    expect(second.state.escalations[0]?.ended).toEqual(decision.state.escalations[0]?.ended);
    expect(effectsOf(second, 'post-escalation')).toEqual([]);
    expect(refusalOf(takeEscalation(second.state, aPress(BEN), 'e1', desk, asked)).reason).toBe('escalation-ended');
  });

  it('is not told to who was never reached', () => {
    const passed = until(escalated(), '2026-11-24T10:30').state;
    const [first] = passed.escalations;
    if (first === undefined) throw new Error('it is gone');
    const unreached = { ...passed, escalations: [{ ...first, fault: 'not-in-channel' }] };
    const decision = granted(escalationAnswered(unreached, 'e1', word, false, asked));
    expect(effectsOf(decision, 'post-escalation').map(({ told }) => told)).toEqual([0]);
  });
});

describe('whatever happens in whatever order', () => {
  const step = fc.constantFrom('take', 'back', 'answer', 'wait', 'wait', 'close');

  it('nobody is told twice, and the watch comes to rest', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let state = escalated();
        let now = asked;
        const keys: string[] = [];
        for (const [index, one] of steps.entries()) {
          now = minutesAfter(now, 15);
          const press = aPress(index % 2 === 0 ? LEAD : BEN, `press ${index}`);
          const word = { by: BEN, text: 'x', ts: String(index) };
          const outcomes = {
            take: () => takeEscalation(state, press, 'e1', desk, now),
            back: () => sendBack(state, press, 'e1', 'no', now),
            answer: () => escalationAnswered(state, 'e1', word, false, now),
            close: () => close(state, press, '', now),
            wait: () => wakeByRules(state, desk, now),
          };
          const outcome = outcomes[one]();
          if (isRefused(outcome)) continue;
          state = outcome.state;
          if (one === 'wait') keys.push(...outcome.effects.map(({ key }) => key).filter((key) => key !== 'draw-card'));
        }
        const rest = until(state, '2027-01-24T10:00');
        const all = [...keys, ...rest.effects];
        expect(new Set(all).size).toBe(all.length);
        expect(facetsOf(rest.state).wakeAt).toBeNull();
        const to = rest.state.escalations[0]?.told.map((told) => told.to.id) ?? [];
        expect(new Set(to).size).toBe(to.length);
      }),
    );
  });
});
