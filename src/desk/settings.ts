import { z } from 'zod';
import type { Instant, UserId } from './instant.ts';
import { KINDS } from './mention.ts';
import type { HistoryEntry } from './publication.ts';
import { NO_NAMES, type StaffNames } from './staff-names.ts';
import { DEFAULT_TEMPLATES } from './templates.ts';
import { WEEKDAYS, weekSchema } from './week.ts';

const userId = z
  .string()
  .regex(/^[UW][A-Z0-9]+$/, 'must be a Slack user id such as U012AB3CD (profile, "Copy member ID")');
const groupId = z.string().regex(/^S[A-Z0-9]+$/, 'must be a Slack user group id such as S012AB3CD');
const channelId = z.string().regex(/^[CG][A-Z0-9]+$/, 'must be a Slack channel id such as C012AB3CD');
const person = z.union([userId, groupId], 'must be a Slack user id (U…) or user group id (S…)');
const day = z.iso.date('must be a date written as 2026-12-24');

interface Range {
  readonly min: number;
  readonly max: number;
}
const MINUTES: Range = { min: 1, max: 100_000 };
const WARN_MINUTES: Range = { min: 0, max: 1_000 };
const UNDO_SECONDS: Range = { min: 0, max: 120 };
const RETENTION_DAYS: Range = { min: 1, max: 36_500 };
const NEWCOMER_REPLIES: Range = { min: 0, max: 1_000 };
const within = ({ min, max }: Range) => z.number().int().min(min).max(max);
const minutes = within(MINUTES);

/** The longest topic label. */
export const TOPIC_LENGTH = 40;
const MOST_TOPICS = 100;
const topics = z
  .array(z.string().trim().min(1).max(TOPIC_LENGTH))
  .max(MOST_TOPICS)
  .refine(
    (all) => new Set(all.map((one) => one.toLowerCase())).size === all.length,
    'must name each topic once, whatever its capitals',
  );

/** A step of the escalation chain: who is asked next, and after how many minutes of office time without a taker. */
const chainStep = z.strictObject({ to: person, minutes });
export type ChainStep = z.infer<typeof chainStep>;
const MOST_STEPS = 10;

const template = z.strictObject({
  id: z.string().min(1).max(40),
  lang: z.enum(['de', 'en']),
  purpose: z.enum(['reply', 'holding', 'apology-wrong', 'apology-doing', 'incident']),
  title: z.string().min(1).max(70),
  text: z.string().min(1).max(1_000),
});
export type Template = z.infer<typeof template>;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day written as 09:00');

const weeklyReport = z.strictObject({ day: z.enum(WEEKDAYS), time: timeOfDay });
/** When the channel gets its weekly report, by the office's clocks. */
export type WeeklyReport = z.infer<typeof weeklyReport>;

/** Mentions that get their card in another channel; what is left out fits all. */
const channelRule = z.strictObject({
  network: z.string().min(1).max(20).optional(),
  kinds: z.array(z.enum(KINDS)).min(1).optional(),
  channel: channelId,
});

const onCallOfDay = z.array(userId).default([]);

/** The team's rules, as `desk.json` writes them; every field may be left out. Unknown names are errors. */
export const settingsSchema = z.strictObject({
  language: z.enum(['en', 'de']).default('en'),
  officeHours: z
    .strictObject({ timeZone: timeZoneSchema().default('Europe/Berlin'), week: weekSchema.prefault({}) })
    .prefault({}),
  holidays: z
    .strictObject({
      country: z.string().default('DE'),
      state: z.string().optional(),
      region: z.string().optional(),
      extra: z.array(day).default([]),
      except: z.array(day).default([]),
    })
    .prefault({}),
  sla: z
    .strictObject({
      complaint: minutes.nullable().default(60),
      question: minutes.nullable().default(240),
      praise: minutes.nullable().default(null),
      other: minutes.nullable().default(null),
      followUp: minutes.nullable().default(60),
      warnMinutes: within(WARN_MINUTES).default(15),
      remindEveryMinutes: minutes.default(15),
    })
    .prefault({}),
  claim: z
    .strictObject({
      /** Minutes of office time after which a claim that nobody touched is offered to the channel. */
      idleMinutes: minutes.nullable().default(60),
      /** Claims end with the working day. */
      releaseAtClosing: z.boolean().default(true),
    })
    .prefault({}),
  publishers: z.array(person).default([]),
  leads: z.array(person).default([]),
  /** Guests, and people of other companies, whose texts go out as anybody's; those of all others wait for approval. */
  trustedGuests: z.array(userId).default([]),
  /** What waits for a second person's approval before it becomes public. */
  approval: z
    .strictObject({
      incidents: z.boolean().default(false),
      apologies: z.boolean().default(false),
      /** So many replies of somebody new. */
      newcomerReplies: within(NEWCOMER_REPLIES).default(0),
    })
    .prefault({}),
  escalation: z
    .strictObject({
      /** The user group that a second reminder names. */
      group: groupId.optional(),
      /** Where a user group reads what is escalated to it: group id → channel id. */
      channels: z.record(groupId, channelId).default({}),
      /** Who is asked, one after the other, while nobody takes an escalation. */
      chain: z.array(chainStep).max(MOST_STEPS).default([]),
    })
    .prefault({}),
  /** Initials per person, appended to replies as `^AB`; empty means no signature. */
  signatures: z.record(userId, z.string().regex(/^[\p{L}]{1,4}$/u, 'must be 1 to 4 letters')).default({}),
  templates: z.array(template).default(DEFAULT_TEMPLATES),
  /** When the owner of a promise is told that it comes due, and how late it may be before it is broken. */
  promise: z
    .strictObject({
      beforeMinutes: within(WARN_MINUTES).default(15),
      graceMinutes: within(WARN_MINUTES).default(10),
    })
    .prefault({}),
  undoSeconds: within(UNDO_SECONDS).default(10),
  expireMinutes: minutes.default(15),
  /** Days without anything happening after which a settled mention loses its customer and all words; null: never. */
  retentionDays: within(RETENTION_DAYS).nullable().default(400),
  incident: z.strictObject({ updateMinutes: minutes.default(30) }).prefault({}),
  /** One message when the desk opens, and one before it closes: what waits, and for whom. */
  bell: z.strictObject({ opening: z.boolean().default(false), closing: z.boolean().default(false) }).prefault({}),
  /** The team's own labels for mentions, in its own words. */
  topics: topics.default([]),
  reports: z.strictObject({ weekly: weeklyReport.nullable().default(null) }).prefault({}),
  /** The first rule that fits wins; a mention that none fits goes to the team's own channel. */
  channels: z.array(channelRule).default([]),
  /** Whom alarms reach, in the order in which they are asked. A day's list holds until the next day at `changesAt`. */
  onCall: z
    .strictObject({
      changesAt: timeOfDay.default('08:00'),
      mon: onCallOfDay,
      tue: onCallOfDay,
      wed: onCallOfDay,
      thu: onCallOfDay,
      fri: onCallOfDay,
      sat: onCallOfDay,
      sun: onCallOfDay,
    })
    .prefault({}),
});

export type Settings = z.infer<typeof settingsSchema>;

/** The minutes of the SLA, in the order in which people are asked for them. */
export const SLA_MINUTES = [
  'complaint',
  'question',
  'praise',
  'other',
  'followUp',
  'warnMinutes',
  'remindEveryMinutes',
] as const satisfies readonly (keyof Settings['sla'])[];

const OTHER_MINUTES: readonly string[] = [
  'expireMinutes',
  'incident.updateMinutes',
  'claim.idleMinutes',
  'escalation.chain.minutes',
];
/** The minutes of promises, in the order in which people are asked for them. */
export const PROMISE_MINUTES = [
  'beforeMinutes',
  'graceMinutes',
] as const satisfies readonly (keyof Settings['promise'])[];

/** The numbers that a setting takes, by its path; null for what is no number. */
export function rangeOf(path: string): Range | null {
  if (path === 'undoSeconds') return UNDO_SECONDS;
  if (path === 'retentionDays') return RETENTION_DAYS;
  if (path === 'approval.newcomerReplies') return NEWCOMER_REPLIES;
  if (path === 'sla.warnMinutes' || path.startsWith('promise.')) return WARN_MINUTES;
  return path.startsWith('sla.') || OTHER_MINUTES.includes(path) ? MINUTES : null;
}

/** Who stopped all publishing, and when. */
export interface Pause {
  readonly by: UserId;
  readonly at: Instant;
}

/** The desk aggregate: the settings with the history of their changes. */
export interface DeskState {
  readonly type: 'desk';
  readonly id: 'desk';
  readonly settings: Settings;
  readonly staffNames: StaffNames;
  /** No text of ours goes out while this is set. */
  readonly paused: Pause | null;
  readonly history: readonly HistoryEntry[];
  readonly handled: readonly string[];
}

/** What every desk begins with. */
export const NEW_DESK = {
  type: 'desk',
  id: 'desk',
  staffNames: NO_NAMES,
  paused: null,
  history: [],
  handled: [],
} as const satisfies Partial<DeskState>;

function timeZoneSchema() {
  return z
    .string()
    .refine(isTimeZone, { error: (issue) => `unknown time zone ${String(issue.input)}: write it as Europe/Berlin` });
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
