import type { Kind, Lang, Mention } from './mention.ts';
import type { Settings } from './settings.ts';
import type { TeamRule } from './urgency-settings.ts';
import { wordIn } from './word-match.ts';

/** What rules look at. */
export interface RuleSubject {
  readonly network: string;
  readonly author: { readonly handle: string };
  readonly lang: Lang;
  readonly posts: readonly { readonly text: string }[];
}

/** What the team's rules say about a post; null where none says anything. */
export interface Ruled {
  readonly kind: Kind | null;
  readonly urgency: 'raised' | 'urgent' | null;
  readonly channel: string | null;
  readonly person: string | null;
}

/** For each of kind, urgency, channel and person the first rule that fits and names it has the word. */
export function ruledBy({ rules }: Pick<Settings, 'rules'>, subject: RuleSubject): Ruled {
  const fitting = rules.filter((rule) => fits(rule, subject)).map((rule) => rule.set);
  const first = <K extends keyof TeamRule['set']>(what: K) =>
    fitting.find((does) => does[what] !== undefined)?.[what] ?? null;
  return { kind: first('kind'), urgency: first('urgency'), channel: first('channel'), person: first('person') };
}

/** All that a rule names must fit; of several words, authors, languages or networks one is enough. */
function fits(
  { words, authors, languages, networks }: TeamRule,
  { network, author, lang, posts }: RuleSubject,
): boolean {
  if (networks !== undefined && !networks.includes(network)) return false;
  if (languages !== undefined && !languages.includes(lang)) return false;
  if (authors !== undefined && authors.length > 0 && !hasHandle(authors, author)) return false;
  if (words === undefined || words.length === 0) return true;
  return (
    wordIn(
      words,
      posts.map(({ text }) => text),
    ) !== null
  );
}

/** Handles are the same whatever their capitals; the settings keep them in small letters. */
export function hasHandle(handles: readonly string[], { handle }: Pick<Mention['author'], 'handle'>): boolean {
  return handles.includes(handle.toLowerCase());
}
