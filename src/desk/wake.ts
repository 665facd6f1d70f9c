import { wakeApprovals } from './approval-rounds.ts';
import { priorityOf } from './card-priority.ts';
import { type Decision, decided } from './decision.ts';
import type { Desk } from './desk.ts';
import { type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { wakeEscalations } from './escalation-chain.ts';
import type { Incident } from './incident.ts';
import { MINUTE_MS, plusMs } from './instant.ts';
import type { Mention, SlaClock } from './mention.ts';
import { wakePromises } from './promise-wake.ts';
import { isPromised } from './promises.ts';
import { expireWaiting } from './publishing.ts';
import { endReactions } from './reactions.ts';
import { wakeMeter } from './silence-meter.ts';
import { endSnooze } from './snooze.ts';

/**
 * What the clock alone changes on a mention: the warning before due, the card that turns late, promises that come due,
 * texts that expire, the end of an apology's 48 hours. While a promise holds, nobody is warned of a clock: the promise has reminders of its own.
 */
export function wakeMention(mention: Mention, now: Date): Decision<Mention> {
  const effects: PlannedEffect[] = [];
  const warns = mention.owner !== null && !isPromised(mention, now);
  const clocks = mention.clocks.map((clock) => {
    const next = woken(clock, mention, now);
    if (next.warned && !clock.warned && !next.late && warns && mention.owner !== null) {
      const notice = { type: 'due-soon', clock: clock.id } as const;
      effects.push(
        plan({ type: 'send-notice', id: `due-soon:${clock.id}`, to: mention.owner, notice }, PRIORITY.press),
      );
    }
    if (next.late && !clock.late) effects.push(plan({ type: 'draw-card' }, priorityOf(mention)));
    return next;
  });
  const promised = wakePromises({ ...mention, clocks }, now);
  const awake = endSnooze(promised.state, now);
  const expired = expireWaiting(awake.state, now);
  const ended = endReactions(expired.state, now);
  return decided(ended.state, [
    ...effects,
    ...promised.effects,
    ...awake.effects,
    ...expired.effects,
    ...ended.effects,
  ]);
}

/** As `wakeMention`, with what depends on the team's rules: an escalation that nobody takes goes to the next one. */
export function wakeByRules(mention: Mention, desk: Desk, now: Date): Decision<Mention> {
  const woken = wakeMention(mention, now);
  const passedOn = wakeEscalations(woken.state, desk, now);
  const approvals = wakeApprovals(passedOn.state, desk, now);
  return decided(approvals.state, [...woken.effects, ...passedOn.effects, ...approvals.effects]);
}

/** The same for an incident. */
export function wakeIncidentByRules(incident: Incident, desk: Desk, now: Date): Decision<Incident> {
  const woken = wakeIncident(incident, now);
  const approvals = wakeApprovals(woken.state, desk, now);
  return decided(approvals.state, [...woken.effects, ...approvals.effects]);
}

/** The next public word of a running incident is due: said in the channel, at any hour, until it is spoken; and the minutes of silence go on. */
export function wakeIncident(incident: Incident, now: Date): Decision<Incident> {
  const reminded = remindIncident(incident, now);
  const metered = wakeMeter(reminded.state, now);
  // What it is reminded of is drawn at once; a second drawing of the same would only put that off.
  return metered === null ? reminded : decided(metered.state, [...metered.effects, ...reminded.effects]);
}

function remindIncident(incident: Incident, now: Date): Decision<Incident> {
  const expired = expireWaiting(incident, now);
  if (incident.remindAt === null || incident.remindAt > now.toISOString()) return expired;
  const dueAt = incident.remindAt;
  return decided({ ...expired.state, remindAt: plusMs(now, incident.updateMinutes * MINUTE_MS) }, [
    ...expired.effects,
    plan({ type: 'post-update-due', dueAt }, PRIORITY.press),
    plan({ type: 'draw-incident' }, PRIORITY.press),
  ]);
}

function woken(clock: SlaClock, mention: Mention, now: Date): SlaClock {
  if (clock.stopped !== null) return clock;
  const late = passed(clock.dueAt, now);
  const isTold = mention.owner !== null && mention.snooze === null;
  const warned = late || clock.warned || (isTold && passed(clock.warnAt, now));
  return late === clock.late && warned === clock.warned ? clock : { ...clock, late, warned };
}

function passed(instant: string | null, now: Date): boolean {
  return instant !== null && instant <= now.toISOString();
}
