import type { Desk } from './desk.ts';
import { at, type Instant } from './instant.ts';
import type { Kind, Mention, SlaClock } from './mention.ts';
import { addOfficeMinutes, subtractOfficeMinutes } from './office-time.ts';

interface ClockStart {
  readonly id: string;
  readonly post: string;
  readonly startedAt: Instant;
  readonly cause: SlaClock['cause'];
}

/** Starts the clock of a customer's post: due after so many minutes of office time, by the mention's kind. */
export function startClock(start: ClockStart, kind: Kind, desk: Desk): SlaClock {
  return { ...start, ...deadlines(start, kind, desk), warned: false, late: false, stopped: null };
}

/** The running clocks of a mention with the deadlines of its present kind. */
export function withDeadlinesOf(clocks: readonly SlaClock[], kind: Kind, desk: Desk): readonly SlaClock[] {
  return clocks.map((clock) =>
    clock.stopped === null ? { ...clock, ...deadlines(clock, kind, desk), warned: false, late: false } : clock,
  );
}

/** The running clocks stopped, all or some, by a publication or (null) because no answer is needed. */
export function stopClocks(
  clocks: readonly SlaClock[],
  now: Date,
  publication: string | null,
  which: (clock: SlaClock) => boolean = () => true,
): readonly SlaClock[] {
  const stopped = { at: now.toISOString(), publication };
  return clocks.map((clock) => (clock.stopped === null && which(clock) ? { ...clock, stopped } : clock));
}

export function runningClocks(mention: Mention): readonly SlaClock[] {
  return mention.clocks.filter((clock) => clock.stopped === null);
}

/** Since when the customer has waited for a word from us; null when nobody waits. */
export function waitingSince(mention: Mention): Instant | null {
  return runningClocks(mention)[0]?.startedAt ?? null;
}

/** Whether an answer is late now. */
export function isOverdue(mention: Mention, now: Date): boolean {
  return runningClocks(mention).some((clock) => clock.dueAt !== null && clock.dueAt <= now.toISOString());
}

function deadlines(start: ClockStart, kind: Kind, desk: Desk): Pick<SlaClock, 'warnAt' | 'dueAt' | 'secondAt'> {
  const { sla } = desk.settings;
  // A kind without an SLA has none for later posts either.
  const minutes = sla[kind] === null ? null : start.cause === 'first' ? sla[kind] : sla.followUp;
  if (minutes === null) return { warnAt: null, dueAt: null, secondAt: null };
  const from = at(start.startedAt);
  const due = addOfficeMinutes(desk.hours, from, minutes);
  const second = addOfficeMinutes(desk.hours, from, 2 * minutes);
  const warn = due === null || sla.warnMinutes === 0 ? null : subtractOfficeMinutes(desk.hours, due, sla.warnMinutes);
  return {
    warnAt: warn !== null && warn > from ? warn.toISOString() : null,
    dueAt: due?.toISOString() ?? null,
    secondAt: second?.toISOString() ?? null,
  };
}
