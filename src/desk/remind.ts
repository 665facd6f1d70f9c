import { rangFor } from './bell.ts';
import type { Channel, Round, RoundMember, Threshold } from './channel.ts';
import { type Decision, decided } from './decision.ts';
import type { Desk } from './desk.ts';
import { PRIORITY, plan } from './effect.ts';
import { type Instant, MINUTE_MS, plusMs } from './instant.ts';
import type { Mention } from './mention.ts';
import { closingBefore, isOpen, lastOpening } from './office-time.ts';
import { isPromised } from './promises.ts';
import { runningClocks } from './sla.ts';

/**
 * Rounds that nothing rests on any more are kept this long, so that a late strike still finds its message. Who is due
 * stays recorded until struck off; a night is told once, and praise that nobody closes would otherwise pile up for ever.
 */
const KEEP_ROUNDS_MS = 7 * 24 * 60 * MINUTE_MS;

/** What is due within a minute of something due is told with it, rather than a quarter of an hour later. */
const DUE_TOGETHER_MS = MINUTE_MS;

const RANK: Record<Threshold, number> = { night: 0, due: 1, second: 2 };

/**
 * One reminder about all that is due together: only in office time, at most one in so many minutes; the first of a day
 * groups what the night brought, unless the opening bell did. Null when there is nothing to say. A recorded member never enters another round of the
 * same threshold.
 * @param all the channel's open mentions, oldest first; one with a promise that still holds is left out
 */
export function remind(channel: Channel, all: readonly Mention[], desk: Desk, now: Date): Decision<Channel> | null {
  // A promise has reminders of its own; once it is broken, the mention is back here.
  const open = all.filter((mention) => !isPromised(mention, now));
  if (!isOpen(desk.hours, now) || tooSoon(channel, desk, now)) return null;
  const opening = lastOpening(desk.hours, now)?.toISOString() ?? null;
  const isMorning = opening !== channel.lastOpeningAt;

  const due = dueTogether(channel, open, now);
  const isTold = opening !== null && rangFor(channel, opening);
  const night =
    isMorning && opening !== null && !isTold ? open.flatMap((mention) => nightMembers(mention, opening, desk)) : [];
  const members = unrecorded(channel, [...due, ...night]);
  if (members.length === 0) {
    return isMorning ? decided({ ...channel, lastOpeningAt: opening }) : null;
  }
  const round: Round = { id: `r${channel.nextRound}`, at: now.toISOString(), members, message: null };
  const next: Channel = {
    ...channel,
    rounds: [...channel.rounds.filter((one) => !isPast(one, now)), round],
    nextRound: channel.nextRound + 1,
    lastRoundAt: now.toISOString(),
    lastOpeningAt: opening,
  };
  return decided(next, [plan({ type: 'draw-round', round: round.id }, PRIORITY.channel)]);
}

/** A mention was answered or closed: struck off wherever it is listed. */
export function strike(channel: Channel, mention: string, now: Date): Decision<Channel> {
  const touched = channel.rounds.filter((round) => round.members.some((one) => isOpenMember(one, mention)));
  if (touched.length === 0) return decided(channel);
  const struckAt = now.toISOString();
  const rounds = channel.rounds.map((round) => ({
    ...round,
    members: round.members.map((one) => (isOpenMember(one, mention) ? { ...one, struckAt } : one)),
  }));
  return decided(
    { ...channel, rounds },
    touched.map((round) => plan({ type: 'draw-round', round: round.id }, PRIORITY.channel)),
  );
}

function isOpenMember(member: RoundMember, mention: string): boolean {
  return member.mention === mention && member.struckAt === null;
}

function tooSoon(channel: Channel, desk: Desk, now: Date): boolean {
  if (channel.lastRoundAt === null) return false;
  return now.getTime() - Date.parse(channel.lastRoundAt) < desk.settings.sla.remindEveryMinutes * MINUTE_MS;
}

function dueTogether(channel: Channel, open: readonly Mention[], now: Date): RoundMember[] {
  const dueAt = (instant: Instant) => open.flatMap((mention) => dueMembers(mention, instant));
  // What was told before draws nobody else in.
  const isNew = unrecorded(channel, dueAt(now.toISOString())).length > 0;
  return dueAt(isNew ? plusMs(now, DUE_TOGETHER_MS) : now.toISOString());
}

/** Thresholds that passed while the app was down count as the highest, once. */
function dueMembers(mention: Mention, instant: Instant): RoundMember[] {
  if (mention.snooze !== null) return [];
  return runningClocks(mention).flatMap((clock) => {
    if (clock.dueAt === null || clock.dueAt > instant) return [];
    const second = clock.secondAt !== null && clock.secondAt <= instant;
    return [{ mention: mention.id, clock: clock.id, threshold: second ? 'second' : 'due', struckAt: null } as const];
  });
}

/** What came in after the last closing and still waits. */
function nightMembers(mention: Mention, opening: string, desk: Desk): RoundMember[] {
  if (mention.snooze !== null) return [];
  const closing = closingBefore(desk.hours, new Date(opening))?.toISOString() ?? '';
  return runningClocks(mention)
    .filter((clock) => clock.startedAt >= closing && clock.startedAt < opening)
    .map((clock) => ({ mention: mention.id, clock: clock.id, threshold: 'night', struckAt: null }));
}

function unrecorded(channel: Channel, candidates: readonly RoundMember[]): RoundMember[] {
  const highest = new Map<string, number>();
  for (const member of channel.rounds.flatMap((round) => round.members)) {
    highest.set(keyOf(member), Math.max(highest.get(keyOf(member)) ?? -1, RANK[member.threshold]));
  }
  const taken = new Set<string>();
  // Due before night: a mention that is late already is listed as late, once.
  return candidates.filter((member) => {
    const key = keyOf(member);
    if (taken.has(key) || (highest.get(key) ?? -1) >= RANK[member.threshold]) return false;
    taken.add(key);
    return true;
  });
}

function keyOf(member: RoundMember): string {
  return `${member.mention} ${member.clock}`;
}

function isPast(round: Round, now: Date): boolean {
  return (
    now.getTime() - Date.parse(round.at) > KEEP_ROUNDS_MS &&
    round.members.every((member) => member.struckAt !== null || member.threshold === 'night')
  );
}
