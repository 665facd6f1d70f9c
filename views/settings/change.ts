import type { Settings } from '../../src/desk/settings.ts';
import { NOTHING } from '../../src/desk/settings-changes.ts';
import { type ToldChange, toldChange, toldLists } from '../../src/desk/settings-told.ts';
import type { ViewContext } from '../context.ts';
import { channel, group, snippet, user } from '../text.ts';
import { channelRuleText } from './channels.ts';
import { ruleText } from './rules.ts';

/** What of a value is shown. */
const SHOWN = 160;
/** So many rules that came or went at once are named. */
const MOST_RULES = 2;

/**
 * A line about a changed setting as its readers know it from the forms: its label, people by name, rules in words. A line
 * that nobody understands any more is shown as it was written.
 */
export function changeInWords(text: string, ctx: ViewContext): string {
  const told = toldChange(text);
  if (told === null) return snippet(text, 400);
  const label = snippet(labels(ctx)[told.part](told.below), 160);
  const about = lastOf(told.below);
  const whom = ID.test(about) ? ` ${valueInWords(about, ctx)}` : '';
  return `${label}${whom}: ${listsInWords(told, ctx) ?? valuesInWords(told, ctx)}`;
}

/** Lists of things that have no name, in which one is put in, changed or taken out at a time: what came (+), what went (−). */
function listsInWords({ part, below, from, to }: ToldChange, ctx: ViewContext): string | null {
  if (part === 'rules') return differing(toldLists.rules(from), toldLists.rules(to), (one) => ruleText(one, ctx), ctx);
  if (part === 'channels') {
    return differing(toldLists.channels(from), toldLists.channels(to), (one) => channelRuleText(one, ctx), ctx);
  }
  if (part !== 'escalation' || below !== 'chain') return null;
  const { settings } = ctx.words;
  const step = ({ to: whom, minutes }: { readonly to: string; readonly minutes: number }) =>
    `${valueInWords(whom, ctx)} (${minutes} ${settings.minutes})`;
  return differing(toldLists.chain(from), toldLists.chain(to), step, ctx);
}

function differing<T>(
  from: readonly T[] | null,
  to: readonly T[] | null,
  textOf: (one: T) => string,
  { words: { settings } }: ViewContext,
): string | null {
  if (from === null || to === null) return null;
  const [before, after] = [from.map(textOf), to.map(textOf)];
  const lines = [
    ...before.filter((one) => !after.includes(one)).map((one) => `− ${one}`),
    ...after.filter((one) => !before.includes(one)).map((one) => `+ ${one}`),
  ];
  if (lines.length === 0) return settings.reordered;
  const more = lines.length - MOST_RULES;
  return [...lines.slice(0, MOST_RULES), ...(more > 0 ? [`+ ${more}`] : [])].join('; ');
}

function valuesInWords({ part, from, to }: ToldChange, ctx: ViewContext): string {
  const said = (value: string) => {
    if (part === 'language') return named(ctx.words.settings.languages, value);
    if (part === 'surge') return named(ctx.words.surge.sensitivity, value);
    const [weekly] = part === 'reports' ? (toldLists.weekly(value) ?? []) : [];
    return weekly === undefined
      ? valueInWords(value, ctx)
      : `${named(ctx.words.settings.day, weekly.day)} ${snippet(weekly.time, 20)}`;
  };
  return `${said(from)} → ${said(to)}`;
}

/** People, groups and channels by name; a switch as "yes" or "no". */
function valueInWords(value: string, { words: { settings } }: ViewContext): string {
  if (value === NOTHING) return value;
  if (value === 'true' || value === 'false') return settings.yesNo[value === 'true' ? 'yes' : 'no'];
  const ids = value.split(', ');
  if (!ids.every((one) => ID.test(one))) return snippet(value, SHOWN);
  const shown = ids
    .slice(0, 8)
    .map((id) => (id.startsWith('S') ? group(id) : id.startsWith('C') ? channel(id) : user(id)));
  return [...shown, ...(ids.length > shown.length ? [`+ ${ids.length - shown.length}`] : [])].join(' ');
}

const ID = /^[UWSCG][A-Z0-9]{6,20}$/;

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
