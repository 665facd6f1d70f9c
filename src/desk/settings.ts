import { z } from 'zod';
import type { HistoryEntry } from './publication.ts';
import { DEFAULT_TEMPLATES } from './templates.ts';
import { weekSchema } from './week.ts';

const userId = z
  .string()
  .regex(/^[UW][A-Z0-9]+$/, 'must be a Slack user id such as U012AB3CD (profile, "Copy member ID")');
const groupId = z.string().regex(/^S[A-Z0-9]+$/, 'must be a Slack user group id such as S012AB3CD');
const channelId = z.string().regex(/^[CG][A-Z0-9]+$/, 'must be a Slack channel id such as C012AB3CD');
const person = z.union([userId, groupId], 'must be a Slack user id (U…) or user group id (S…)');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date written as 2026-12-24');
const minutes = z.number().int().min(1).max(100_000);

const template = z.strictObject({
  id: z.string().min(1).max(40),
  lang: z.enum(['de', 'en']),
  purpose: z.enum(['reply', 'apology-wrong', 'apology-doing', 'incident']),
  title: z.string().min(1).max(70),
  text: z.string().min(1).max(1_000),
});
export type Template = z.infer<typeof template>;

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
      warnMinutes: z.number().int().min(0).max(1_000).default(15),
      remindEveryMinutes: minutes.default(15),
    })
    .prefault({}),
  publishers: z.array(person).default([]),
  leads: z.array(person).default([]),
  escalation: z
    .strictObject({
      /** The user group that a second reminder names. */
      group: groupId.optional(),
      /** Where a user group reads what is escalated to it: group id → channel id. */
      channels: z.record(groupId, channelId).default({}),
    })
    .prefault({}),
  /** Initials per person, appended to replies as `^AB`; empty means no signature. */
  signatures: z.record(userId, z.string().regex(/^[\p{L}]{1,4}$/u, 'must be 1 to 4 letters')).default({}),
  templates: z.array(template).default(DEFAULT_TEMPLATES),
  undoSeconds: z.number().int().min(0).max(120).default(10),
  expireMinutes: minutes.default(15),
  incident: z.strictObject({ updateMinutes: minutes.default(30) }).prefault({}),
});

export type Settings = z.infer<typeof settingsSchema>;

/** The desk aggregate: the settings with the history of their changes. */
export interface DeskState {
  readonly type: 'desk';
  readonly id: 'desk';
  readonly settings: Settings;
  readonly history: readonly HistoryEntry[];
  readonly handled: readonly string[];
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
