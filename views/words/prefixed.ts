import { type Words, wordsFor } from './index.ts';

/** Words in a language of the team's. */
export type Speak = (language: 'en' | 'de') => Words;

/** The app's own slash commands, as far as its words name them. */
export const COMMANDS = ['reply', 'apologise', 'apologize', 'escalate', 'mentions', 'incident'] as const;

const NAMED = new RegExp(String.raw`(?<![\w/])/(?=(?:${COMMANDS.join('|')})(?![\w-]))`, 'g');
/** Stands for a slash that came in with a value: what customers and staff wrote stays as it is. */
const KEPT_SLASH = '\u{F8FF}';

/**
 * Words that name the commands as this workspace has them.
 * @param prefix such as `es-`, for a workspace where other apps own the plain names; empty for none
 */
export function createSpeak(prefix: string): Speak {
  if (prefix === '') return wordsFor;
  const said = { en: prefixed(wordsFor('en'), prefix), de: prefixed(wordsFor('de'), prefix) };
  return (language) => said[language];
}

function prefixed<T extends object>(words: T, prefix: string): T {
  return new Proxy(words, {
    get: (target, key, receiver): unknown => nameIn(Reflect.get(target, key, receiver), prefix),
  });
}

function nameIn(value: unknown, prefix: string): unknown {
  if (typeof value === 'string') return value.replaceAll(NAMED, `/${prefix}`);
  if (Array.isArray(value)) return value.map((one: unknown) => nameIn(one, prefix));
  if (typeof value === 'function') {
    return (...values: readonly unknown[]): unknown => {
      const said: unknown = Reflect.apply(value, undefined, values.map(hideSlashes));
      return showSlashes(nameIn(said, prefix));
    };
  }
  return typeof value === 'object' && value !== null ? prefixed(value, prefix) : value;
}

function hideSlashes(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('/', KEPT_SLASH) : value;
}

function showSlashes(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll(KEPT_SLASH, '/') : value;
}
