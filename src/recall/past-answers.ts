import MiniSearch from 'minisearch';
import type { Mention } from '../desk/mention.ts';
import { type PastAnswer, pastAnswersOf } from '../desk/past-answer.ts';
import { partsOfCompound, termsOf } from '../desk/terms.ts';

/** An answer found, and how like what it answered is: greater is more. */
export interface FoundAnswer {
  readonly answer: PastAnswer;
  readonly score: number;
}

/** All past answers by the customers' words that they answered. */
export interface PastAnswers {
  /** Whether it holds answers to this mention as it was once, or would hold some as it is now. */
  concerns(mention: Mention): boolean;
  /** Takes over what a mention's answers are now; what is no longer to be had is gone at once. */
  put(mention: Mention): void;
  /** The best first, without those to the mention itself. */
  closestTo(mention: Mention, most: number): readonly FoundAnswer[];
  size(): number;
}

/** Newer ones push the oldest out: past this many it is memory that grows, not what is found. */
const MOST_ANSWERS = 30_000;
const PUSHED_OUT = 0.1;

/** A German answer to an English customer is a last resort. */
const OTHER_LANGUAGE = 0.25;
const PREFIX_FROM = 5;
const FUZZY_FROM = 7;
/** Of a long post the first words say what it is about; each costs a look through the index. */
const MOST_QUERY_TERMS = 30;
/** One word in common is chance, unless the post has hardly more. */
const FEWEST_SHARED = 2;
/** In how much less than the best one is nothing that helps. */
const WORTH_SHOWING = 0.3;

interface Row {
  readonly id: string;
  readonly terms: readonly string[];
}

/** @param most how many it holds; past it the oldest tenth goes */
export function createPastAnswers(most = MOST_ANSWERS): PastAnswers {
  const answers = new Map<string, PastAnswer>();
  const idsOf = new Map<string, readonly string[]>();
  /** Words that compounds are made of. */
  const known = new Set<string>();
  const index = new MiniSearch<Row>({
    fields: ['terms'],
    idField: 'id',
    extractField: (row, field) => (field === 'id' ? row.id : row.terms.join(' ')),
    tokenize: (text) => text.split(' ').filter((term) => term !== ''),
    processTerm: (term) => term,
  });

  function withParts(terms: readonly string[]): readonly string[] {
    return terms.flatMap((term) => [term, ...partsOfCompound(term, (one) => one !== term && known.has(one))]);
  }

  function add(id: string, answer: PastAnswer): void {
    const terms = termsOf(answer.question);
    for (const term of terms) known.add(term);
    answers.set(id, answer);
    index.add({ id, terms: withParts(terms) });
  }

  function drop(id: string): void {
    if (answers.delete(id)) index.discard(id);
  }

  function pushOut(): void {
    const oldest = [...answers].sort(([, a], [, b]) => (a.at < b.at ? -1 : 1)).slice(0, Math.ceil(most * PUSHED_OUT));
    for (const [id, { mention }] of oldest) {
      drop(id);
      keepIds(
        mention,
        (idsOf.get(mention) ?? []).filter((one) => one !== id),
      );
    }
  }

  function keepIds(mention: string, ids: readonly string[]): void {
    if (ids.length === 0) idsOf.delete(mention);
    else idsOf.set(mention, ids);
  }

  return {
    concerns: (mention) => idsOf.has(mention.id) || mention.publications.some(({ status }) => status === 'published'),

    put(mention) {
      const now = new Map(pastAnswersOf(mention).map((answer) => [`${mention.id} ${answer.publication}`, answer]));
      for (const id of idsOf.get(mention.id) ?? []) {
        const answer = now.get(id);
        const isSame = answer !== undefined && answer.question === answers.get(id)?.question;
        if (isSame) answers.set(id, answer);
        else drop(id);
      }
      for (const [id, answer] of now) if (!answers.has(id)) add(id, answer);
      keepIds(mention.id, [...now.keys()]);
      if (answers.size > most) pushOut();
    },

    closestTo(mention, wanted) {
      const terms = [...new Set(termsOf(mention.posts.map(({ text }) => text).join('\n')))].slice(0, MOST_QUERY_TERMS);
      if (terms.length === 0) return [];
      const results = index.search(withParts(terms).join(' '), {
        combineWith: 'OR',
        prefix: (term) => term.length >= PREFIX_FROM,
        // A word that somebody wrote so before is no slip.
        fuzzy: (term) => (term.length >= FUZZY_FROM && !known.has(term) ? 1 : false),
        weights: { prefix: 0.5, fuzzy: 0.3 },
        filter: ({ id }) => answers.get(String(id))?.mention !== mention.id,
        boostDocument: (id) => boostOf(answers.get(String(id)), mention),
      });
      const found: FoundAnswer[] = [];
      const said = new Set<string>();
      const needed = Math.min(FEWEST_SHARED, terms.length);
      const best = results.find(({ queryTerms }) => queryTerms.length >= needed)?.score ?? 0;
      for (const { id, score, queryTerms } of results) {
        if (found.length >= wanted || score < best * WORTH_SHOWING) break;
        const answer = answers.get(String(id));
        if (answer === undefined || queryTerms.length < needed) continue;
        // The same words to twenty customers are one thing that we said.
        const words = termsOf(answer.text).join(' ');
        if (said.has(words)) continue;
        said.add(words);
        found.push({ answer, score });
      }
      return found;
    },

    size: () => answers.size,
  };
}

function boostOf(answer: PastAnswer | undefined, { lang }: Mention): number {
  if (answer === undefined) return 0;
  return answer.worth * (answer.lang === lang ? 1 : OTHER_LANGUAGE);
}
