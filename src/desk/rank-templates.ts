import type { Template } from './settings.ts';
import { termsOf } from './terms.ts';

/** An answer that was given to something like this, and how like it was: any measure, greater is more. */
export interface LikeAnswer {
  readonly text: string;
  readonly score: number;
}

/** How much of a template an answer must hold to have been made from it: staff finish it with the fact that they know. */
const MADE_FROM_IT = 0.6;
/** A word that the template shares with the post itself weighs less than what was once answered to such a post. */
const OF_THE_POST = 0.3;

/** How many stand before the others: a menu in which all move is one in which nothing is found. */
export const BEST_TEMPLATES = 3;

/**
 * The ids of the templates that fit best, the best first: those from which the answers to the most similar posts were
 * made, then those that speak of the same thing. None where nothing speaks for any.
 */
export function bestTemplates(
  templates: readonly Template[],
  question: string,
  answers: readonly LikeAnswer[],
): readonly string[] {
  const highest = Math.max(1e-9, ...answers.map(({ score }) => score));
  const said = answers.map(({ text, score }) => ({ terms: new Set(wordsIn(text)), score: score / highest }));
  const asked = new Set(termsOf(question));
  const scored = templates.map(({ id, text, title }) => {
    const words = new Set(wordsIn(text.replace(/\{\w+\}/g, ' ')));
    const topics = new Set(termsOf(`${title} ${text.replace(/\{\w+\}/g, ' ')}`));
    const used = said.reduce((sum, one) => {
      const share = shared(words, one.terms);
      return sum + (share >= MADE_FROM_IT ? share * one.score : 0);
    }, 0);
    return { id, score: used + OF_THE_POST * shared(topics, asked) };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, BEST_TEMPLATES)
    .map(({ id }) => id);
}

/** All its words: which template a text was made from shows in the small ones too. */
function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function shared(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (some.size === 0) return 0;
  return [...some].filter((one) => others.has(one)).length / some.size;
}
