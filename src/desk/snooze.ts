import { type Decision, decided, type Outcome, refused } from './decision.ts';
import { PRIORITY, plan } from './effect.ts';
import { remember, wasHandled } from './handled.ts';
import { APP, recorded } from './history.ts';
import type { Instant } from './instant.ts';
import type { Mention } from './mention.ts';
import { tellOffered } from './offers.ts';
import type { Press } from './press.ts';
import { redraw } from './publishing.ts';

/** Puts a mention off: no reminders until then, while its clocks and the late mark go on. */
export function snooze(mention: Mention, press: Press, until: Instant, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (mention.status === 'answered' || mention.status === 'closed') return refused({ reason: 'already-done' });
  if (until <= now.toISOString()) return refused({ reason: 'time-past' });
  const snoozed = recorded({ ...mention, snooze: { until, by: press.by } }, now, press.by, 'snoozed', until);
  return decided(remember(snoozed, press.key), [redraw(snoozed)]);
}

/** Wakes it before its time. */
export function wakeUp(mention: Mention, press: Press, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (mention.snooze === null) return refused({ reason: 'already-done' });
  const woken = recorded({ ...mention, snooze: null }, now, press.by, 'woken');
  return decided(remember(woken, press.key), [redraw(woken)]);
}

/** The time has come: its owner is told, or, where nobody has it, the channel. */
export function endSnooze(mention: Mention, now: Date): Decision<Mention> {
  const { snooze: ended, owner } = mention;
  if (ended === null || ended.until > now.toISOString()) return decided(mention);
  const awake = recorded({ ...mention, snooze: null }, now, APP, 'snooze-over');
  const told =
    owner === null
      ? tellOffered(awake, 'snooze-over', ended.until)
      : plan(
          { type: 'send-notice', id: `snooze-over:${ended.until}`, to: owner, notice: { type: 'snooze-over' } },
          PRIORITY.press,
        );
  return decided(awake, [redraw(awake), told]);
}
