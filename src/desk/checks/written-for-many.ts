import type { CheckContext } from './context.ts';
import { offersOf, warningsOfTyped } from './index.ts';
import { keyOf } from './warning.ts';

/**
 * Keys of what whoever wrote a text for many was told then. Whoever sends it to one of them is told only of what is this
 * customer's own: their language, what they wrote meanwhile, what they gave away about themselves. That it went out against
 * the rest is in the history of each all the same.
 */
export function toldWhenWritten(typed: string, context: CheckContext): readonly string[] {
  const toNobody: CheckContext = { ...context, mention: null, lang: 'other', read: undefined, recent: [] };
  return [...warningsOfTyped(typed, toNobody), ...offersOf(typed, context)].map(keyOf);
}
