import type { TeamRule } from '../../src/desk/urgency-settings.ts';
import type { ViewContext } from '../context.ts';

/** So many rules that came or went at once are named. */
const MOST_RULES = 2;

/**
 * What came into a list (+) and what went (−), in one line. What differs is asked of the values, as two texts may be cut
 * alike. @param textOf may put first what the others have not
 */
export function differing<T>(
  from: readonly T[] | null,
  to: readonly T[] | null,
  textOf: (one: T, others: readonly T[]) => string,
  { words: { settings } }: ViewContext,
): string | null {
  if (from === null || to === null) return null;
  const [went, came] = [missing(from, to), missing(to, from)];
  const [before, after] = [went.map((one) => textOf(one, came)), came.map((one) => textOf(one, went))];
  const lines = [...before.map((one) => `− ${one}`), ...after.map((one) => `+ ${one}`)];
  if (lines.length === 0) return settings.reordered;
  const more = lines.length - MOST_RULES;
  return [...lines.slice(0, MOST_RULES), ...(more > 0 ? [`+ ${more}`] : [])].join('; ');
}

/** What of one list is not in the other; what stands in it twice must be twice in the other. */
export function missing<T>(list: readonly T[], other: readonly T[]): readonly T[] {
  const rest = other.map(keyOf);
  return list.filter((one) => {
    const at = rest.indexOf(keyOf(one));
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
}

/** The same for what differs only in the order of its own lists. */
function keyOf(one: unknown): string {
  return JSON.stringify(one, (_, value: unknown) => (Array.isArray(value) ? value.map(String).toSorted() : value));
}

/** What only this rule names comes first, so that it is not cut off. */
export function ownFirst(rule: TeamRule, others: readonly TeamRule[]): TeamRule {
  const sorted = (list: readonly string[], theirs: readonly string[]) =>
    [false, true].flatMap((isTheirs) => list.filter((one) => theirs.includes(one) === isTheirs));
  const { words, authors } = rule;
  return {
    ...rule,
    ...(words && {
      words: sorted(
        words,
        others.flatMap((one) => one.words ?? []),
      ),
    }),
    ...(authors && {
      authors: sorted(
        authors,
        others.flatMap((one) => one.authors ?? []),
      ),
    }),
  };
}

/** What is left out at the end of a list. */
export function andMore(count: number): string {
  return count > 0 ? ` + ${count}` : '';
}
