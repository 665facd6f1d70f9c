import { z } from 'zod';
import { checkSettings, publicContacts } from './check-settings.ts';
import { KINDS } from './mention.ts';
import {
  channelId,
  day,
  groupId,
  MINUTES,
  minutes,
  NEWCOMER_REPLIES,
  person,
  type Range,
  RETENTION_DAYS,
  timeOfDay,
  UNDO_SECONDS,
  userId,
  WARN_MINUTES,
  within,
} from './settings-parts.ts';
import { surgeSettings } from './surge-settings.ts';
import { DEFAULT_TEMPLATES } from './templates.ts';
import {
  lockSettings,
  muteSettings,
  REACH,
  REPEATS,
  rulesSettings,
  urgencySettings,
  vipSettings,
} from './urgency-settings.ts';
import { WEEKDAYS, weekSchema } from './week.ts';

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
  checks: checkSettings,
  publicContacts,
  undoSeconds: within(UNDO_SECONDS).default(10),
  expireMinutes: minutes.default(15),
  /** Days without anything happening after which a settled mention loses its customer and all words; null: never. */
  retentionDays: within(RETENTION_DAYS).nullable().default(400),
  /** When unusually many customers write. */
  surge: surgeSettings,
  incident: z.strictObject({ updateMinutes: minutes.default(30) }).prefault({}),
  /** One message when the desk opens, and one before it closes: what waits, and for whom. */
  bell: z.strictObject({ opening: z.boolean().default(false), closing: z.boolean().default(false) }).prefault({}),
  /** Whether mentions that say the same share one card. */
  fold: z.boolean().default(true),
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
  urgency: urgencySettings,
  lock: lockSettings,
  vip: vipSettings,
  mute: muteSettings,
  rules: rulesSettings,
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
  'urgency.urgentMinutes',
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
  if (path === 'urgency.repeats') return REPEATS;
  if (/^urgency\.(?:followers|likes|reposts)$/.test(path)) return REACH;
  if (path === 'sla.warnMinutes' || path.startsWith('promise.')) return WARN_MINUTES;
  return path.startsWith('sla.') || OTHER_MINUTES.includes(path) ? MINUTES : null;
}

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
