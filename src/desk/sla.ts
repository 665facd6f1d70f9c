import type { Desk } from './desk.ts';
import { at, type Instant } from './instant.ts';
import type { Mention, SlaClock } from './mention.ts';
import { addOfficeMinutes, subtractOfficeMinutes } from './office-time.ts';
import type { Settings } from './settings.ts';

interface ClockStart {
  readonly id: string;
  readonly post: string;
  readonly startedAt: Instant;
  readonly cause: SlaClock['cause'];
}

/** What decides how long an answer may take. */
type Pressing = Pick<Mention, 'kind' | 'urgency'>;

/** Of a complaint's minutes, so many parts make those of an urgent mention; never less than the least. */
const URGENT_PARTS = 4;
const URGENT_LEAST_MINUTES = 5;

/** Starts the clock of a customer's post: due after so many minutes of office time, by the mention's kind and urgency. */
export function startClock(start: ClockStart, mention: Pressing, desk: Desk): SlaClock {
  return { ...start, ...deadlines(start, mention, desk), warned: false, late: false, stopped: null };
}

/** The running clocks of a mention with the deadlines of its present kind and urgency. */
export function withDeadlinesOf(clocks: readonly SlaClock[], mention: Pressing, desk: Desk): readonly SlaClock[] {
  return clocks.map((clock) =>
    clock.stopped === null ? { ...clock, ...deadlines(clock, mention, desk), warned: false, late: false } : clock,
  );
}

/** What was said about a deadline that stands is not said again; the very same where none has moved. */
export function unmoved(clock: SlaClock, anew: SlaClock): SlaClock {
  if (clock.dueAt === anew.dueAt && clock.warnAt === anew.warnAt && clock.secondAt === anew.secondAt) return clock;
  return clock.dueAt === anew.dueAt ? { ...anew, warned: clock.warned, late: clock.late } : anew;
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

export function runningClocks(mention: Pick<Mention, 'clocks'>): readonly SlaClock[] {
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

/** Minutes of office time until an urgent mention is due; null where neither they nor a complaint's are set. */
export function urgentMinutes({ sla, urgency }: Pick<Settings, 'sla' | 'urgency'>): number | null {
  if (urgency.urgentMinutes !== null || sla.complaint === null) return urgency.urgentMinutes;
  return Math.max(URGENT_LEAST_MINUTES, Math.round(sla.complaint / URGENT_PARTS));
}

/**
 * A raised mention is as pressing as a complaint, an urgent one more so, whatever their kind; neither waits longer for it. A
 * kind without an SLA has none for later posts either.
 */
function minutesFor(
  cause: SlaClock['cause'],
  { kind, urgency: { level } }: Pressing,
  settings: Settings,
): number | null {
  const { sla } = settings;
  const urgent = level === 'urgent' ? urgentMinutes(settings) : null;
  const first = sooner(sla[kind], sooner(level === 'usual' ? null : sla.complaint, urgent));
  return cause === 'first' || first === null ? first : sooner(sla.followUp, urgent);
}

function sooner(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

function deadlines(start: ClockStart, mention: Pressing, desk: Desk): Pick<SlaClock, 'warnAt' | 'dueAt' | 'secondAt'> {
  const { sla } = desk.settings;
  const minutes = minutesFor(start.cause, mention, desk.settings);
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
