import type { HistoryEntry } from './publication.ts';
import type { Settings } from './settings.ts';
import type { TeamRule } from './urgency-settings.ts';

/** Where the team's rules name an account. */
export interface NamedIn {
  readonly vip: boolean;
  readonly mute: boolean;
  /** Rules that name it. */
  readonly rules: number;
  /** Of these, those that name nobody else, and so would fit everybody without it: they go whole. */
  readonly wholeRules: number;
}

/** What forgetting somebody takes out of the settings; null when nothing there names them. @param handles in any letters */
export function namedIn({ vip, mute, rules }: Settings, handles: readonly string[]): NamedIn | null {
  const meant = meantBy(handles);
  const found = {
    vip: vip.some(meant.account),
    mute: mute.handles.some(meant.account) || mute.words.some(meant.word),
    rules: rules.filter(({ authors = [], words = [] }) => authors.some(meant.account) || words.some(meant.word)).length,
    wholeRules: rules.filter((rule) => goesWhole(rule, meant)).length,
  };
  return found.vip || found.mute || found.rules > 0 ? found : null;
}

/**
 * The settings without these accounts, the very same when none is named; and for the history what changed, without a
 * name: of which list how many entries there were, and are.
 */
export function withoutHandles(
  settings: Settings,
  handles: readonly string[],
): { readonly settings: Settings; readonly changes: readonly string[] } {
  if (namedIn(settings, handles) === null) return { settings, changes: [] };
  const meant = meantBy(handles);
  const { vip, mute, rules } = settings;
  const next: Settings = {
    ...settings,
    vip: without(vip, meant.account),
    mute: { handles: without(mute.handles, meant.account), words: without(mute.words, meant.word) },
    rules: rules.filter((rule) => !goesWhole(rule, meant)).map((rule) => ruleWithout(rule, meant)),
  };
  const named = (all: readonly TeamRule[]) =>
    all.reduce((sum, { authors = [], words = [] }) => sum + authors.length + words.length, 0);
  const counts: readonly (readonly [string, number, number])[] = [
    ['vip', vip.length, next.vip.length],
    ['mute.handles', mute.handles.length, next.mute.handles.length],
    ['mute.words', mute.words.length, next.mute.words.length],
    rules.length === next.rules.length
      ? ['rules.about', named(rules), named(next.rules)]
      : ['rules', rules.length, next.rules.length],
  ];
  const changes = counts.filter(([, from, to]) => from !== to).map(([path, from, to]) => `${path}: ${from} → ${to}`);
  return { settings: next, changes };
}

/** A line of the settings' history without these accounts: it says what the lists were. */
export function lineWithout(entry: HistoryEntry, handles: readonly string[]): HistoryEntry {
  const { text, did } = entry;
  if (did !== 'settings-changed' || text === undefined || !/^(?:vip|mute|rules)\b/.test(text)) return entry;
  return { ...entry, text: handles.reduce((shown, handle) => shown.replace(asWhole(handle), '–'), text) };
}

interface Meant {
  readonly account: (named: string) => boolean;
  readonly word: (named: string) => boolean;
}

/** A list of words means the account only where it has its @: a handle may be an ordinary word. */
function meantBy(handles: readonly string[]): Meant {
  const wanted = new Set(handles.map((handle) => handle.toLowerCase()));
  return {
    account: (named) => wanted.has(named.toLowerCase()),
    word: (named) => named.startsWith('@') && wanted.has(named.slice(1).toLowerCase()),
  };
}

/** Without the only account that it names, or its only word, a rule would be about everybody. */
function goesWhole({ authors = [], words = [] }: TeamRule, meant: Meant): boolean {
  const isEmptied = (list: readonly string[], isMeant: (named: string) => boolean) =>
    list.length > 0 && list.every(isMeant);
  return isEmptied(authors, meant.account) || isEmptied(words, meant.word);
}

function ruleWithout(rule: TeamRule, meant: Meant): TeamRule {
  const { authors, words } = rule;
  return {
    ...rule,
    ...(authors && { authors: without(authors, meant.account) }),
    ...(words && { words: without(words, meant.word) }),
  };
}

function without(list: readonly string[], isMeant: (named: string) => boolean): string[] {
  return list.filter((one) => !isMeant(one));
}

function asWhole(handle: string): RegExp {
  const escaped = handle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_.-])${escaped}(?![\\p{L}\\p{N}_.-])`, 'giu');
}
