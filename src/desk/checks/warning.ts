import type { Instant } from '../instant.ts';

/** What is looked at before a text goes out, in the order in which its sender is told. */
export const CHECKS = [
  'meanwhile',
  'privateData',
  'blame',
  'brushOff',
  'language',
  'wornPhrase',
  'nextStep',
  'promiseTime',
] as const;
export type Check = (typeof CHECKS)[number];

/** What gives pause about a text, and the words at fault: its sender decides. */
export type Warning =
  /** The customer wrote, edited or deleted since the form was opened; `words` are theirs, `post` is what they wrote. */
  | {
      readonly check: 'meanwhile';
      readonly why: 'wrote' | 'edited' | 'deleted';
      readonly words: string;
      readonly post: string;
    }
  | {
      readonly check: 'privateData';
      readonly why: 'phone' | 'email' | 'iban' | 'card' | 'number' | 'repeated';
      readonly words: string;
    }
  | {
      readonly check: 'brushOff';
      readonly why: 'redirects' | 'refuses' | 'blames' | 'silences' | 'sounds';
      readonly words: string;
    }
  /** `all-…`: of a word to everybody; `answer-…`: of what linked customers are answered with it. */
  | {
      readonly check: 'language';
      readonly why: 'de' | 'en' | 'all-de' | 'all-en' | 'answer-de' | 'answer-en';
      readonly words: string;
    }
  /** `all`: everybody read it. `same`: word for word, which X refuses as a duplicate. */
  | {
      readonly check: 'wornPhrase';
      readonly why: 'person' | 'others' | 'all';
      readonly same: boolean;
      readonly words: string;
      readonly at: Instant;
      /** The id of another template that fits; null where the team has none. */
      readonly variant: string | null;
    }
  | { readonly check: 'nextStep'; readonly words: string }
  /** `words` are the name of the company that the text gives the blame. */
  | { readonly check: 'blame'; readonly words: string }
  /** A promise without a time, or one whose time nobody is reminded of yet. */
  | { readonly check: 'promiseTime'; readonly why: 'no-time'; readonly words: string }
  | { readonly check: 'promiseTime'; readonly why: 'offer'; readonly words: string; readonly dueAt: Instant };

/**
 * Under which a form remembers that its sender was told: a word changed elsewhere in the text does not warn again, other
 * words at fault do. Short, as a form carries little.
 */
export function keyOf(warning: Warning): string {
  const why = 'why' in warning ? warning.why : '';
  return hash(`${warning.check} ${why} ${faultOf(warning).toLowerCase().replace(/\s+/g, ' ').trim()}`);
}

function faultOf(warning: Warning): string {
  if (warning.check === 'meanwhile') return warning.post;
  // The whole text is at fault: each letter would be another one.
  return warning.check === 'language' ? '' : warning.words;
}

/** Of these the ones that their sender was not told of yet. */
export function untold(warnings: readonly Warning[], told: readonly string[]): readonly Warning[] {
  return warnings.filter((one) => !told.includes(keyOf(one)));
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  }
  return (sum >>> 0).toString(36);
}
