import type { Kind, Lang } from './mention.ts';
import { COMMON, COMPLAINT, NEGATION, PERSONAL, PRAISE, QUESTION, RELIEF, STILL } from './triage-lexicon.ts';

export interface Triage {
  readonly kind: Kind;
  readonly lang: Lang;
  /** The words that decided it; empty when it is only a guess. */
  readonly reasons: readonly string[];
}

const NEGATED = new RegExp(`(?<![\\p{L}\\p{N}])${NEGATION}`, 'u');

/** As long as a network's longest post; what is longer is no post, and must not keep the app busy. */
const LONGEST = 25_000;

/** What X says when it does not know: `und`, or `zxx`, `qme`, `qht` and the like for posts without words. */
const UNSURE = /^(?:und|zxx|q[a-z]{2})?$/;

/**
 * A first guess at what a customer's post is: a complaint goes before a question, a question before praise. What fits
 * nowhere counts as a question, so that nobody is left without an answer.
 * @param lang the language as the network says it, such as `de` or `und`
 */
export function triage(text: string, lang: string): Triage {
  const plain = text
    .slice(0, LONGEST)
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/https?:\/\/\S+|@\w+/g, ' ')
    .replaceAll('#', ' ')
    // Long runs would keep the words' patterns busy for seconds.
    .replace(/\s+/g, ' ');
  return { ...kindOf(plain, text), lang: languageOf(plain, lang) };
}

function kindOf(plain: string, text: string): Pick<Triage, 'kind' | 'reasons'> {
  if (text.startsWith('RT @')) return { kind: 'other', reasons: ['RT'] };
  const complaints = hits(plain, COMPLAINT).filter((hit) => !hit.negated);
  const praises = hits(plain, PRAISE);
  const relief = hits(plain, RELIEF);
  const isOver = relief.length > 0 && hits(plain, STILL).length === 0;
  // "not good" complains; "no thanks" is counted as well, and may be.
  const bad = [...complaints, ...praises.filter((hit) => hit.negated)];
  if (bad.length > 0 && !isOver) return { kind: 'complaint', reasons: wordsOf(bad) };

  const asks = hits(plain, QUESTION);
  if (plain.includes('?')) return { kind: 'question', reasons: ['?', ...wordsOf(asks)] };
  if (asks.length > 0 && !isOver) return { kind: 'question', reasons: wordsOf(asks) };
  if (praises.length > 0 || isOver) return { kind: 'praise', reasons: wordsOf([...relief, ...praises]) };
  if (isHeadline(plain, text)) return { kind: 'other', reasons: ['https://'] };
  return { kind: 'question', reasons: [] };
}

/** A link with words that nobody speaks to anybody. */
function isHeadline(plain: string, text: string): boolean {
  const isAddressed = /(?<!\b(?:via|by|von) )@\w/i.test(text) || hits(plain, PERSONAL).length > 0;
  return !isAddressed && /https?:\/\//.test(text) && plain.trim().split(/\s+/).length >= 5;
}

interface Hit {
  readonly word: string;
  readonly negated: boolean;
}

function hits(plain: string, words: RegExp): Hit[] {
  return [...plain.matchAll(words)].map((match) => {
    const before = NEGATED.exec(plain.slice(Math.max(0, match.index - 60), match.index))?.[0] ?? '';
    return { word: (before + match[0]).replace(/\s+/g, ' '), negated: before !== '' };
  });
}

function wordsOf(found: readonly Hit[]): string[] {
  return [...new Set(found.map((hit) => hit.word))];
}

function languageOf(plain: string, said: string): Lang {
  const [lang] = said.toLowerCase().split(/[-_]/);
  if (lang === 'de' || lang === 'en') return lang;
  const de = hits(plain, COMMON.de).length;
  const en = hits(plain, COMMON.en).length;
  // A network that names another language is right more often than two words.
  const needed = UNSURE.test(said) ? 1 : 3;
  if (Math.max(de, en) < needed || de === en) return 'other';
  return de > en ? 'de' : 'en';
}
