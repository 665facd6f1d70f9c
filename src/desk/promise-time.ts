import { TZDate } from '@date-fns/tz';
import type { Answer } from './answer.ts';
import type { Refusal } from './decision.ts';
import type { Desk } from './desk.ts';
import { type Instant, MINUTE_MS, plusMs } from './instant.ts';
import { closingOfDay, localDay, nextOpening } from './office-time.ts';

/** By when we say that we will be back: minutes from now, the end of today's office, the next office day, a time. */
export const BACK_BY = ['30', '60', '120', '240', 'closing', 'next-day', 'exact'] as const;
export type BackBy = (typeof BACK_BY)[number];

/** What a holding reply proposes. */
export const USUAL_BACK_BY: BackBy = '120';

/** A choice with the time that it stands for. */
export interface ChosenTime {
  readonly backBy: BackBy;
  readonly dueAt: Instant;
}

const ROUND_MS = 5 * MINUTE_MS;
const NEXT_DAY_HOUR = 10;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A slip of the finger, not a promise. */
const FURTHEST_MS = 60 * DAY_MS;

/** What can be chosen now, with its time; "at closing" only while the office still closes today. An exact time is none. */
export function timesToChoose(desk: Desk, now: Date): readonly ChosenTime[] {
  return BACK_BY.flatMap((backBy) => {
    const dueAt = backBy === 'exact' ? null : dueAtOf(backBy, desk, now);
    return dueAt === null ? [] : [{ backBy, dueAt }];
  });
}

/** The time that a choice stands for; null when it can't be chosen now. For an exact time what is proposed for it. */
export function dueAtOf(backBy: BackBy, desk: Desk, now: Date): Instant | null {
  switch (backBy) {
    case 'closing': {
      const closing = closingOfDay(desk.hours, now);
      return closing === null || closing <= now ? null : closing.toISOString();
    }
    case 'next-day':
      return nextOfficeMorning(desk, now);
    case 'exact':
      return minutesOn(Number(USUAL_BACK_BY), now);
    default:
      return minutesOn(Number(backBy), now);
  }
}

/** Why an answer's promise can't be made; null when it can, or when there is none. */
export function promiseTimeFault(wish: Pick<Answer, 'purpose' | 'with'>, now: Date): Refusal | null {
  const dueAt = wish.with?.promiseDueAt ?? null;
  if (dueAt === null) return wish.purpose === 'holding' ? { reason: 'promise-time', why: 'missing' } : null;
  if (dueAt <= now.toISOString()) return { reason: 'promise-time', why: 'past' };
  return Date.parse(dueAt) - now.getTime() > FURTHEST_MS ? { reason: 'promise-time', why: 'far' } : null;
}

/** To the next five minutes: nobody promises 11:03. */
function minutesOn(minutes: number, now: Date): Instant {
  const exact = now.getTime() + minutes * MINUTE_MS;
  return new Date(Math.ceil(exact / ROUND_MS) * ROUND_MS).toISOString();
}

/** Ten o'clock on the next day on which the office opens; its opening where that is later. */
function nextOfficeMorning({ hours }: Desk, now: Date): Instant | null {
  const tomorrow = new TZDate(now, hours.timeZone);
  tomorrow.setDate(tomorrow.getDate() + 1);
  tomorrow.setHours(0, 0, 0, 0);
  const opening = nextOpening(hours, new Date(tomorrow.getTime()));
  if (opening === null) return null;
  const ten = new TZDate(opening, hours.timeZone);
  ten.setHours(NEXT_DAY_HOUR, 0, 0, 0);
  return plusMs(opening, Math.max(0, ten.getTime() - opening.getTime()));
}

/** In how many of the office's days an instant is: 0 is today. */
export function daysAhead(instant: Instant, timeZone: string, now: Date): number {
  const day = (at: Date) => Date.parse(localDay(timeZone, at));
  return Math.round((day(new Date(instant)) - day(now)) / DAY_MS);
}
