import { z } from 'zod';

/** A Slack user. */
export const userId = z
  .string()
  .regex(/^[UW][A-Z0-9]+$/, 'must be a Slack user id such as U012AB3CD (profile, "Copy member ID")');
/** A Slack user group. */
export const groupId = z.string().regex(/^S[A-Z0-9]+$/, 'must be a Slack user group id such as S012AB3CD');
/** A Slack channel. */
export const channelId = z.string().regex(/^[CG][A-Z0-9]+$/, 'must be a Slack channel id such as C012AB3CD');
/** A Slack user or user group. */
export const person = z.union([userId, groupId], 'must be a Slack user id (U…) or user group id (S…)');
export const day = z.iso.date('must be a date written as 2026-12-24');

/** The numbers that a setting takes. */
export interface Range {
  readonly min: number;
  readonly max: number;
}
export const MINUTES: Range = { min: 1, max: 100_000 };
export const WARN_MINUTES: Range = { min: 0, max: 1_000 };
export const UNDO_SECONDS: Range = { min: 0, max: 120 };
export const RETENTION_DAYS: Range = { min: 1, max: 36_500 };
export const NEWCOMER_REPLIES: Range = { min: 0, max: 1_000 };
/** A whole number in a range. */
export const within = ({ min, max }: Range) => z.number().int().min(min).max(max);
/** Minutes of office time. */
export const minutes = within(MINUTES);

/** By the office's clocks. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day written as 09:00');
