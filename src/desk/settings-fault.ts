import type { z } from 'zod';
import { rangeOf } from './settings.ts';
import { isRecord } from './settings-changes.ts';
import { isOpeningFault, WEEKDAYS } from './week.ts';

/** What is wrong with one value of the settings; the views put it into words. */
export type SettingsFaultCode =
  | 'opening-time'
  | 'opening-backwards'
  | 'opening-overlap'
  | 'time-zone'
  | 'date'
  | 'time'
  | 'number'
  | 'person'
  | 'group'
  | 'who'
  | 'channel'
  | 'initials'
  | 'empty'
  | 'too-long'
  | 'too-many'
  | 'list-too-long'
  | 'handle'
  | 'word'
  | 'rule-about'
  | 'rule-does'
  | 'other';

/** A value that can't be kept: where it stands, such as `officeHours.week.mon`, and what is at fault. */
export interface SettingsFault {
  readonly at: string;
  readonly code: SettingsFaultCode;
  /** The value at fault as it was written, the range of a number (`0–120`), or what the schema says. */
  readonly what: string;
}

/** A public holiday's country, state or region that nobody knows. */
export interface PlaceFault {
  readonly field: 'country' | 'state' | 'region';
  readonly value: string;
  /** Those that are known; empty where there are none. */
  readonly known: readonly string[];
}

/** The schema's issues with the values that were written, in the order of the fields. */
export function faultsOf(issues: readonly z.core.$ZodIssue[], written: unknown): SettingsFault[] {
  return issues.map((issue) => {
    const path = issue.path.map(String);
    const at = fieldOf(path);
    const value = asWritten(valueAt(written, path));
    // A pair of group and channel is two fields, and the group is its name in the table.
    if (at === 'escalation.channels' && issue.code !== 'invalid_key')
      return { at: 'escalation.channel', code: 'channel', what: value };
    return { at, ...faultOf(at, issue, value) };
  });
}

function faultOf(at: string, issue: z.core.$ZodIssue, value: string): Pick<SettingsFault, 'code' | 'what'> {
  const range = rangeOf(at);
  if (range !== null) return { code: 'number', what: `${range.min}–${range.max}` };
  const opening: unknown = issue.code === 'custom' ? issue.params?.opening : undefined;
  if (isRecord(opening) && isOpeningFault(opening.code)) return { code: opening.code, what: asWritten(opening.span) };
  if (at.startsWith('templates.') && issue.code === 'too_big') return { code: 'too-long', what: String(issue.maximum) };
  if ((at === 'topics' || at === 'publicContacts' || at === 'escalation.chain') && issue.code === 'too_big') {
    return { code: issue.origin === 'array' ? 'too-many' : 'too-long', what: String(issue.maximum) };
  }
  if (value === '' && at.startsWith('templates.')) return { code: 'empty', what: '' };
  const code = listFault(at, issue, value) ?? CODES[at];
  if (code === 'too-many') return { code, what: issue.code === 'too_big' ? String(issue.maximum) : value };
  return code === undefined ? { code: 'other', what: issue.message } : { code, what: value };
}

const CODES: Readonly<Record<string, SettingsFaultCode>> = {
  'officeHours.timeZone': 'time-zone',
  'holidays.extra': 'date',
  'holidays.except': 'date',
  'reports.weekly.time': 'time',
  publishers: 'person',
  leads: 'person',
  trustedGuests: 'person',
  'escalation.group': 'group',
  'escalation.channels': 'group',
  'escalation.chain.to': 'who',
  signatures: 'initials',
  channels: 'channel',
  'onCall.changesAt': 'time',
  'lock.group': 'group',
  'lock.people': 'person',
  vip: 'handle',
  'mute.handles': 'handle',
  'mute.words': 'word',
  'rules.words': 'word',
  'rules.authors': 'handle',
  'rules.set.channel': 'channel',
  'rules.set.person': 'person',
  ...Object.fromEntries(WEEKDAYS.map((day) => [`onCall.${day}`, 'person' as const])),
};

/** Of lists and rules what is no single value's fault. */
function listFault(at: string, issue: z.core.$ZodIssue, value: string): SettingsFaultCode | null {
  if (at === 'rules.about') return 'rule-about';
  if (at === 'rules.set.kind' && issue.code === 'custom') return 'rule-does';
  if (!isList(at)) return null;
  if (issue.code === 'too_big' && issue.origin === 'array') return 'too-many';
  return issue.code === 'custom' && value === '' ? 'list-too-long' : null;
}

/** Lists of the team's own words and accounts. */
function isList(at: string): boolean {
  return ['vip', 'mute.handles', 'mute.words', 'rules', 'rules.words', 'rules.authors'].includes(at);
}

/** Of lists and tables the field is the whole, whichever entry is at fault. */
function fieldOf(path: readonly string[]): string {
  if (path[0] === 'signatures') return 'signatures';
  if (path[0] === 'channels') return 'channels';
  if (path[0] === 'escalation' && path[1] !== 'chain') return path.slice(0, 2).join('.');
  return path.filter((part) => !/^\d+$/.test(part)).join('.');
}

function valueAt(written: unknown, path: readonly string[]): unknown {
  let value = written;
  for (const part of path) {
    if (Array.isArray(value)) value = value[Number(part)];
    else if (isRecord(value)) value = value[part];
    else return undefined;
  }
  return value;
}

function asWritten(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
