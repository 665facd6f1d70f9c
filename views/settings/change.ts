import type { Settings } from '../../src/desk/settings.ts';
import { NOTHING } from '../../src/desk/settings-changes.ts';
import { type ToldChange, toldChange, toldLists } from '../../src/desk/settings-told.ts';
import type { TeamRule } from '../../src/desk/urgency-settings.ts';
import type { ViewContext } from '../context.ts';
import { channel, escapeMrkdwn, group, snippet, user } from '../text.ts';
import { channelRuleText } from './channels.ts';
import { andMore, differing, missing, ownFirst } from './differing.ts';
import { ruleText } from './rules.ts';

/** What of a value is shown, and how many people, groups or channels. */
const SHOWN = 160;
const IDS_SHOWN = 8;
/** So many entries of a long list that came, or went. */
const MOST_ENTRIES = 15;
const ENTRY_SHOWN = 60;

/** Where a word in capitals is an id: elsewhere it may be a topic, or a word that somebody mutes. */
const WITH_IDS: readonly (keyof Settings)[] = [
  'publishers',
  'leads',
  'trustedGuests',
  'escalation',
  'onCall',
  'lock',
  'signatures',
  'channels',
];
/** Whose values are lists, written with commas. */
const LISTS: readonly (keyof Settings)[] = [
  'publishers',
  'leads',
  'trustedGuests',
  'onCall',
  'lock',
  'vip',
  'mute',
  'topics',
  'holidays',
];

/**
 * A line about a changed setting as its readers know it from the forms: its label, people by name, rules in words. A line
 * that nobody understands any more is shown as it was written.
 */
export function changeInWords(text: string, ctx: ViewContext): string {
  const told = toldChange(text);
  if (told === null) return snippet(text, 400);
  const label = snippet(labels(ctx)[told.part](told.below), 160);
  const about = lastOf(told.below);
  const whom = isId(told.part, about) ? ` ${idInWords(about)}` : '';
  return `${label}${whom}: ${listsInWords(told, ctx) ?? valuesInWords(told, ctx)}`;
}

/** What came into a list (+), what went (−); null for what is no list, or is short enough to be shown whole. */
function listsInWords(told: ToldChange, ctx: ViewContext): string | null {
  const { part, below, from, to } = told;
  if (part === 'rules') {
    const rule = (one: TeamRule, others: readonly TeamRule[]) => ruleText(ownFirst(one, others), ctx);
    return differing(toldLists.rules(from), toldLists.rules(to), rule, ctx);
  }
  if (part === 'channels') {
    return differing(toldLists.channels(from), toldLists.channels(to), (one) => channelRuleText(one, ctx), ctx);
  }
  if (LISTS.includes(part)) return entriesInWords(told, ctx);
  if (part !== 'escalation' || below !== 'chain') return null;
  const { settings } = ctx.words;
  const step = ({ to: whom, minutes }: { readonly to: string; readonly minutes: number }) =>
    `${valueInWords(part, whom, ctx)} (${minutes} ${settings.minutes})`;
  return differing(toldLists.chain(from), toldLists.chain(to), step, ctx);
}

/** A list too long to be shown whole: cut alike on both sides, it would not say who got a right, or lost it. */
function entriesInWords({ part, from, to }: ToldChange, { words: { settings } }: ViewContext): string | null {
  const isWhole = (value: string) => {
    const entries = entriesOf(value);
    return entries.every((one) => isId(part, one)) ? entries.length <= IDS_SHOWN : escapeMrkdwn(value).length <= SHOWN;
  };
  if (isWhole(from) && isWhole(to)) return null;
  const [before, after] = [entriesOf(from), entriesOf(to)];
  const said = (sign: string, entries: readonly string[]) => {
    if (entries.length === 0) return [];
    const shown = entries
      .slice(0, MOST_ENTRIES)
      .map((one) => (isId(part, one) ? idInWords(one) : snippet(one, ENTRY_SHOWN)));
    return [`${sign} ${shown.join(', ')}${andMore(entries.length - shown.length)}`];
  };
  const lines = [...said('−', missing(before, after)), ...said('+', missing(after, before))];
  return lines.length === 0 ? settings.reordered : lines.join('; ');
}

function entriesOf(value: string): readonly string[] {
  return value === NOTHING ? [] : value.split(', ');
}

function valuesInWords({ part, below, from, to }: ToldChange, ctx: ViewContext): string {
  const said = (value: string) => {
    if (part === 'language') return named(ctx.words.settings.languages, value);
    if (part === 'surge') return named(ctx.words.surge.sensitivity, value);
    if (part === 'reports' && below === 'weekly.day') return named(ctx.words.settings.day, value);
    const [weekly] = part === 'reports' ? (toldLists.weekly(value) ?? []) : [];
    return weekly === undefined
      ? valueInWords(part, value, ctx)
      : `${named(ctx.words.settings.day, weekly.day)} ${snippet(weekly.time, 20)}`;
  };
  return `${said(from)} → ${said(to)}`;
}

/** People, groups and channels by name; a switch as "yes" or "no". */
function valueInWords(part: keyof Settings, value: string, { words: { settings } }: ViewContext): string {
  if (value === NOTHING) return value;
  const isSwitch = (value === 'true' || value === 'false') && !LISTS.includes(part);
  if (isSwitch) return settings.yesNo[value === 'true' ? 'yes' : 'no'];
  const ids = value.split(', ');
  if (!ids.every((one) => isId(part, one))) return snippet(value, SHOWN);
  return `${ids.slice(0, IDS_SHOWN).map(idInWords).join(' ')}${andMore(ids.length - IDS_SHOWN)}`;
}

const ID = /^[UWSCG][A-Z0-9]{6,20}$/;

function isId(part: keyof Settings, value: string): boolean {
  return WITH_IDS.includes(part) && ID.test(value);
}

function idInWords(id: string): string {
  if (id.startsWith('S')) return group(id);
  return /^[CG]/.test(id) ? channel(id) : user(id);
}

/** What each setting is called in its form; for what has no field of its own the name of the form. */
function labels({ words }: ViewContext): Readonly<Record<keyof Settings, (below: string) => string>> {
  const { settings, urgency, approval, surge, checks, privacy } = words;
  const { title } = settings;
  const holidays = { country: settings.country, state: settings.state, region: settings.region };
  const closed = { extra: settings.extra, except: settings.except };
  const approved = {
    incidents: approval.incidents,
    apologies: approval.apologies,
    newcomerReplies: approval.newcomers,
  };
  return {
    language: () => settings.language,
    officeHours: (below) =>
      below === 'timeZone' ? settings.timeZone : `${title.hours}, ${named(settings.day, lastOf(below))}`,
    holidays: (below) => named({ ...holidays, ...closed }, below, title.holidays),
    sla: (below) => named(settings.sla, below, title.sla),
    promise: (below) => named(settings.promise, below, title.sla),
    claim: (below) => (below === 'releaseAtClosing' ? settings.releaseAtClosing : settings.idleShort),
    publishers: () => settings.publishersShort,
    leads: () => settings.leadsShort,
    trustedGuests: () => approval.trusted,
    approval: (below) => named(approved, below, title.rights),
    escalation: (below) =>
      below === 'group' ? settings.escalationGroup : below === 'chain' ? title.escalation : settings.pairs,
    channels: () => title.channels,
    onCall: (below) =>
      `${title.onCall}, ${below === 'changesAt' ? settings.onCallChangesAt : named(settings.day, below)}`,
    bell: (below) => (below === 'opening' ? settings.bellOpening : settings.bellClosing),
    topics: () => title.topics,
    urgency: (below) => named(urgency.form.number, below, title.urgency),
    lock: (below) => (below === 'group' ? urgency.form.lockGroup : urgency.form.lockPeople),
    vip: () => urgency.form.vip,
    mute: (below) => (below === 'words' ? urgency.form.muteWords : urgency.form.muteHandles),
    rules: () => title.rules,
    fold: () => settings.fold,
    surge: () => surge.setting,
    checks: (below) => `${title.checks}, ${named(checks.name, below)}`,
    publicContacts: () => checks.contacts,
    signatures: () => title.signatures,
    templates: () => title.templates,
    undoSeconds: () => settings.undoSeconds,
    expireMinutes: () => settings.expireMinutes,
    retentionDays: () => privacy.retention,
    incident: () => settings.updateMinutes,
    reports: () => title.reports,
  };
}

function lastOf(path: string): string {
  return path.split('.').at(-1) ?? path;
}

/** By a name that comes from a history, and so may be any. */
function named(words: Readonly<Record<string, string>>, name: string, otherwise = name): string {
  return Object.hasOwn(words, name) ? (words[name] ?? otherwise) : otherwise;
}
