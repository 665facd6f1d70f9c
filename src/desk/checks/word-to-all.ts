import type { Desk } from '../desk.ts';
import type { UserId } from '../instant.ts';
import type { Lang, Mention } from '../mention.ts';
import { isPending, type Publication, type PublicationExtras, type Purpose } from '../publication.ts';
import { UNSURE } from './brush-off.ts';
import type { CheckContext, Checking } from './context.ts';
import { warningsOfTyped } from './index.ts';
import { NO_LANGUAGE } from './language.ts';
import { keyOf, type Warning } from './warning.ts';

/** What a word to everybody is looked at with. */
export interface WordChecking extends Checking {
  /** What those who write to us lately speak; null where they are few, or speak both. */
  readonly crowd: 'de' | 'en' | null;
}

/** A word of an incident as its form holds it. */
export interface WordToAll {
  readonly by: UserId;
  readonly purpose: Purpose;
  /** As typed in Slack. */
  readonly text: string;
  readonly with?: Pick<PublicationExtras, 'answers' | 'confirmedBy' | 'corrects'>;
}

/**
 * What gives pause about a word that everybody reads, and about what linked customers are answered with it: those answers
 * go out by one press each, without being read again.
 * @param before what the incident has said so far
 */
export function warningsOfWord(
  { by, purpose, text, with: more = {} }: WordToAll,
  before: readonly Publication[],
  { recent, ours = [], brushOffChance = () => UNSURE, languageOf = NO_LANGUAGE, crowd }: WordChecking,
  { settings, hours }: Pick<Desk, 'settings' | 'hours'>,
  now: Date,
): readonly Warning[] {
  const { answers = null, confirmedBy = null, corrects = null } = more;
  const kind = corrects !== null ? 'correction' : purpose === 'apology' ? 'apology' : 'incident';
  const all = { mention: null, purpose: kind, by, read: undefined, promiseDueAt: null, confirmedBy } as const;
  // The model learned from replies: an outage that is plainly told sounds short of an answer to it.
  const sounds = kind === 'incident' ? () => UNSURE : brushOffChance;
  const context = { ...all, settings, hours, now, brushOffChance: sounds, languageOf, ours };
  // A correction repeats itself, on purpose.
  const said = corrects === null ? recent : [];
  const found = warningsOfTyped(text, { ...context, recent: said, lang: readersOf(before, languageOf, crowd) }).map(
    toAll,
  );
  const answered = (['de', 'en'] as const).flatMap((lang) => answersWarnings(answers?.[lang] ?? '', lang, context));
  return withoutRepeats([...found, ...answered]);
}

function answersWarnings(
  text: string,
  lang: 'de' | 'en',
  context: Omit<CheckContext, 'lang' | 'recent'>,
): readonly Warning[] {
  return warningsOfTyped(text, { ...context, lang, recent: [] }).map((one) =>
    one.check === 'language' ? { ...one, why: `answer-${lang}` } : one,
  );
}

function toAll(one: Warning): Warning {
  if (one.check !== 'language') return one;
  return { ...one, why: one.why === 'de' ? 'all-de' : 'all-en' };
}

/** What the public reads us in: the one language of this incident's words, else that of those who write. */
function readersOf(
  before: readonly Publication[],
  languageOf: CheckContext['languageOf'],
  crowd: WordChecking['crowd'],
): Lang {
  const said = before.filter((one) => one.status === 'published' || isPending(one));
  const spoken = new Set(said.flatMap(({ text }) => languageOf(text) ?? []));
  const [only, ...others] = spoken;
  return (others.length > 0 ? null : (only ?? crowd)) ?? 'other';
}

/** Of fewer nobody can tell what a crowd speaks. */
const FEWEST = 5;
const MOST_OF_THEM = 0.9;

/** What those who wrote since `since` speak, as far as it is one language. */
export function crowdOf(mentions: readonly Mention[], since: string): WordChecking['crowd'] {
  const spoken = mentions.filter(({ posts }) => (posts.at(-1)?.at ?? '') >= since).map(({ lang }) => lang);
  if (spoken.length < FEWEST) return null;
  return (
    (['de', 'en'] as const).find(
      (one) => spoken.filter((lang) => lang === one).length >= MOST_OF_THEM * spoken.length,
    ) ?? null
  );
}

function withoutRepeats(warnings: readonly Warning[]): readonly Warning[] {
  const keys = warnings.map(keyOf);
  return warnings.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}
