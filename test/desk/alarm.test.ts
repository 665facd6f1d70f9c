import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alarm, type AlarmCall, raiseAlarm, takeAlarm } from '../../src/desk/alarm.ts';
import { arrive, writeAgain } from '../../src/desk/arrive.ts';
import { priorityOf } from '../../src/desk/card-priority.ts';
import { gaveUp } from '../../src/desk/carried-out.ts';
import type { Channel } from '../../src/desk/channel.ts';
import { hear } from '../../src/desk/channel-lines.ts';
import { type Decision, decided } from '../../src/desk/decision.ts';
import { type EffectOf, PRIORITY } from '../../src/desk/effect.ts';
import { hearNews } from '../../src/desk/hear.ts';
import { isMoot } from '../../src/desk/moot.ts';
import { type AlarmSubject, alarmOverdue, ring } from '../../src/desk/ring.ts';
import {
  ANNA,
  aChannel,
  aDesk,
  aMention,
  anArrival,
  anIncident,
  aPost,
  aPress,
  aPublication,
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

const night = berlin('2026-11-24T03:00');
const desk = aDesk({ onCall: { mon: [ANNA, BEN] } });
const mention = aMention();
const CALL: AlarmCall = {
  id: 'danger:x:1001:1001',
  cause: { type: 'danger', post: '1001', words: ['verletzt'] },
  about: { type: 'mention', id: mention.id },
};
const raised = raiseAlarm(aChannel(), CALL, night).state;

const alarmOf = (channel: Channel): Alarm => {
  const [alarm, ...more] = channel.alarms;
  if (alarm === undefined || more.length > 0) throw new Error('not exactly one alarm');
  return alarm;
};
const callsIn = (decision: Decision<Channel> | null) =>
  decision === null
    ? []
    : effectsOf(decision, 'send-notice')
        .filter(({ notice }) => notice.type === 'alarm')
        .map(({ to }) => to);
const endsIn = (decision: Decision<Channel>) =>
  effectsOf(decision, 'send-notice')
    .filter(({ notice }) => notice.type === 'alarm-ended')
    .map(({ to }) => to);
const look = (channel: Channel, minutes: number, subject: AlarmSubject = mention, rules = desk) =>
  ring(channel, [subject], rules, minutesAfter(night, minutes));

/** The watch looks every minute; who is called at which minute. */
function play(minutes: number, rules = desk, from = raised) {
  const called: [number, string][] = [];
  let channel = from;
  for (let minute = 0; minute <= minutes; minute++) {
    const decision = look(channel, minute, mention, rules);
    called.push(...callsIn(decision).map((user) => [minute, user] as [number, string]));
    channel = decision?.state ?? channel;
  }
  return { called, channel };
}

describe('an alarm', () => {
  it('is shown in the channel at once, and is one however often it is raised', () => {
    const decision = raiseAlarm(aChannel(), CALL, night);
    expect(onlyPlanned(decision, 'draw-alarm')).toMatchObject({ priority: 0, notBefore: null });
    expect(raiseAlarm(decision.state, CALL, minutesAfter(night, 5))).toEqual(decided(decision.state));
    const again = { ...CALL, id: 'danger:x:1001:1002' };
    expect(raiseAlarm(decision.state, again, minutesAfter(night, 5))).toEqual(decided(decision.state));
  });

  it('calls the first at once, the next after ten minutes, and then all every half hour', () => {
    expect(play(75).called).toEqual([
      [0, ANNA],
      [10, BEN],
      [40, ANNA],
      [40, BEN],
      [70, ANNA],
      [70, BEN],
    ]);
  });

  it('calls those of the next list once the lists change', () => {
    const rules = aDesk({ onCall: { mon: [ANNA], tue: [BEN] } });
    expect(play(305, rules).called.filter(([, user]) => user === BEN)).toEqual([[300, BEN]]);
  });

  it('calls nobody where nobody is on call, and whoever is named later', () => {
    const { called, channel } = play(20, aDesk());
    expect(called).toEqual([]);
    expect(callsIn(look(channel, 21))).toEqual([ANNA]);
  });

  it('calls once after hours in which the app was down', () => {
    const first = granted(look(raised, 0)).state;
    expect(callsIn(look(first, 180))).toEqual([BEN]);
  });

  it('does not wait for somebody whom Slack does not reach', () => {
    const first = granted(look(raised, 0));
    const effect = effectsOf(first, 'send-notice')[0] as EffectOf<'send-notice'>;
    const { state } = gaveUp(first.state, effect, 'user_not_found');
    if (state.type !== 'channel') throw new Error('no channel');
    expect(callsIn(look(state, 1))).toEqual([BEN]);
  });

  it('names each call for ever, so that none is sent twice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 }), (steps) => {
        const ids: string[] = [];
        let channel = raised;
        let minute = 0;
        for (const gap of steps) {
          minute += gap;
          const decision = look(channel, minute);
          if (decision === null) continue;
          ids.push(...effectsOf(decision, 'send-notice').map(({ id }) => id));
          channel = decision.state;
        }
        expect(new Set(ids).size).toBe(ids.length);
        // Nobody is called within ten minutes of the call before.
        expect(alarmOf(channel).told.length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('"I am on it"', () => {
  const called = play(12).channel;

  it('ends the calls, and tells those who were called', () => {
    const decision = granted(takeAlarm(called, aPress(BEN), CALL.id, minutesAfter(night, 12)));
    expect(alarmOf(decision.state).taken).toEqual({ by: BEN, at: instant('2026-11-24T03:12') });
    expect(endsIn(decision)).toEqual([ANNA]);
    expect(effectsOf(decision, 'draw-alarm')).toHaveLength(1);
    expect(look(decision.state, 300)).toBeNull();
  });

  it('claims the mention that nobody has, once, and takes it from nobody', () => {
    const decision = granted(takeAlarm(called, aPress(BEN), CALL.id, minutesAfter(night, 12)));
    const [told, ...more] = effectsOf(decision, 'tell');
    if (told === undefined || more.length > 0) throw new Error('the mention is told once');
    expect(told.to).toEqual({ type: 'mention', id: mention.id });
    const heard = (state = mention) => hearNews(state, told.id, told.news, minutesAfter(night, 12));
    const claimed = heard();
    expect(claimed.state).toMatchObject({ owner: BEN, status: 'claimed' });
    expect(heard(claimed.state as typeof mention)).toEqual(decided(claimed.state));
    expect(heard({ ...mention, owner: ANNA, status: 'claimed' }).state).toMatchObject({ owner: ANNA });
    expect(heard({ ...mention, status: 'answered' }).state).toMatchObject({ owner: null });
    // An incident has no owner to become.
    const incident = { ...alarmOf(called), about: { type: 'incident', id: 'incident:k1' } as const };
    const aboutIncident = takeAlarm({ ...called, alarms: [incident] }, aPress(BEN), CALL.id, night);
    expect(effectsOf(granted(aboutIncident), 'tell')).toEqual([]);
  });

  it('is refused to a second person, who hears who has it; pressed twice it is once', () => {
    const { state } = granted(takeAlarm(called, aPress(BEN), CALL.id, minutesAfter(night, 12)));
    const at = instant('2026-11-24T03:12');
    const press = (by: string) => refusalOf(takeAlarm(state, aPress(by), CALL.id, minutesAfter(night, 13)));
    expect(press(ANNA)).toEqual({ reason: 'alarm-taken', by: BEN, at });
    expect(press(BEN)).toEqual({ reason: 'already-done' });
    expect(refusalOf(takeAlarm(state, aPress(), 'gone', night))).toEqual({ reason: 'alarm-over' });
  });

  it.each([
    ['claims the mention', 'claimed'],
    ['sends a text', 'pressed-send'],
  ] as const)('goes without saying where somebody %s', (_, did) => {
    const history = [{ at: instant('2026-11-24T03:11'), by: BEN, did }];
    const decision = granted(look(called, 12, { ...mention, history }));
    expect(alarmOf(decision.state).taken?.by).toBe(BEN);
    expect(endsIn(decision)).toEqual([ANNA]);
  });

  it('does not, where it was claimed before, or given back', () => {
    const before = { at: instant('2026-11-24T02:11'), by: BEN, did: 'claimed' } as const;
    expect(look(called, 12, { ...mention, history: [before] })).toBeNull();
    const claimed = { at: instant('2026-11-24T03:10'), by: BEN, did: 'claimed' } as const;
    const released = { at: instant('2026-11-24T03:11'), by: BEN, did: 'released' } as const;
    expect(look(called, 12, { ...mention, history: [claimed, released] })).toBeNull();
  });
});

describe('an alarm is over', () => {
  it.each(['answered', 'closed'] as const)('when the mention is %s, and those who were called hear so', (status) => {
    const decision = granted(look(play(12).channel, 15, { ...mention, status }));
    expect(alarmOf(decision.state).overAt).toBe(instant('2026-11-24T03:15'));
    expect(endsIn(decision)).toEqual([ANNA, BEN]);
    expect(look(decision.state, 300, { ...mention, status })).toBeNull();
    expect(refusalOf(takeAlarm(decision.state, aPress(), CALL.id, night))).toEqual({ reason: 'alarm-over' });
  });

  it('quietly, where somebody had it; and is forgotten after a week', () => {
    const { state } = granted(takeAlarm(play(12).channel, aPress(BEN), CALL.id, minutesAfter(night, 12)));
    const over = granted(look(state, 15, { ...mention, status: 'answered' }));
    expect(endsIn(over)).toEqual([]);
    const next = { ...CALL, id: 'danger:x:2:2', about: { type: 'mention', id: 'x:2' } } as const;
    const afterDays = (days: number) => raiseAlarm(over.state, next, minutesAfter(night, days * 24 * 60)).state.alarms;
    expect(afterDays(6)).toHaveLength(2);
    expect(afterDays(8)).toHaveLength(1);
  });

  it('and a call that still waits is not sent', () => {
    const decision = granted(look(raised, 0));
    const row = atRest(onlyPlanned(decision, 'send-notice'));
    expect(isMoot(decision.state, row, night)).toBe(false);
    const taken = granted(takeAlarm(decision.state, aPress(BEN), CALL.id, night)).state;
    expect(isMoot(taken, row, night)).toBe(true);
  });
});

describe('an incident whose update is overdue', () => {
  const incident = anIncident({ updateDueAt: instant('2026-11-24T02:50') });

  it('alarms ten minutes late, once for each word that is due', () => {
    expect(alarmOverdue(aChannel(), [incident], minutesAfter(night, -1))).toBeNull();
    const decision = granted(alarmOverdue(aChannel(), [incident], night));
    expect(alarmOf(decision.state)).toMatchObject({ about: { type: 'incident', id: incident.id }, told: [] });
    expect(alarmOverdue(decision.state, [incident], minutesAfter(night, 60))).toBeNull();
  });

  it('does not while a word is on its way', () => {
    const publications = [aPublication({ id: 'p2', purpose: 'incident-update', status: 'waiting', post: null })];
    expect(alarmOverdue(aChannel(), [{ ...incident, publications }], night)).toBeNull();
  });

  it.each([
    ['its word is out', { updateDueAt: instant('2026-11-24T03:40') }],
    ['it is resolved', { status: 'resolved', updateDueAt: null } as const],
  ])('no longer alarms once %s', (_, fields) => {
    const { state } = granted(alarmOverdue(aChannel(), [incident], night));
    expect(look(state, 5, { ...incident, ...fields })?.state.alarms[0]?.overAt).toBe(instant('2026-11-24T03:05'));
    expect(callsIn(look(state, 5, incident))).toEqual([ANNA]);
  });
});

describe('a post that sounds like danger', () => {
  const post = aPost({ text: 'Ihr Techniker ist verletzt' });

  it('goes before the complaints whatever its kind, and alarms in the team’s own channel', () => {
    const decision = arrive(anArrival({ kind: 'praise', post }), 1, 'C0PRAISE', desk, night);
    expect(onlyPlanned(decision, 'draw-card').priority).toBe(PRIORITY.urgent);
    expect(priorityOf(aMention({ kind: 'praise', posts: [aPost()] }))).toBe(PRIORITY.rest);
    const [told] = effectsOf(decision, 'tell');
    expect(told).toMatchObject({ to: { type: 'channel', id: desk.channel }, news: { type: 'alarm', call: CALL } });
  });

  it('alarms also when it is a later one', () => {
    const later = { ...post, id: '1002' };
    const decision = writeAgain(aMention({ owner: ANNA, status: 'claimed' }), anArrival({ post: later }), desk, night);
    expect(effectsOf(decision, 'tell')).toMatchObject([{ id: 'danger:x:1001:1002' }]);
  });

  it('is heard by the channel once', () => {
    const news = { type: 'alarm', call: CALL } as const;
    const { state } = hear(aChannel(), CALL.id, news, night);
    expect(alarmOf(state)).toMatchObject({ ...CALL, startedAt: night.toISOString(), taken: null });
    expect(hear(state, CALL.id, news, night)).toEqual(decided(state));
  });
});
