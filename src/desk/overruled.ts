import { share } from './figures.ts';
import type { Kind, Mention } from './mention.ts';
import { isKindByStaff } from './ruled-arrival.ts';

/** Staff said that a mention is something else than triage had proposed. */
export interface Overruling {
  readonly from: Kind;
  readonly to: Kind;
}

export interface OverrulingFigures {
  /** Mentions of which it is known what triage proposed. */
  readonly proposed: number;
  readonly overruled: number;
  /** From 0 to 1; null where triage proposed nothing. */
  readonly share: number | null;
  /** Which way, the most frequent first. */
  readonly ways: readonly (Overruling & { readonly count: number })[];
}

/** What staff made of triage's proposal; null where they let it stand. A rule of the team's overrules nobody. */
export function overrulingOf(mention: Pick<Mention, 'kind' | 'kindBy' | 'proposed'>): Overruling | null {
  const { kind, proposed } = mention;
  return proposed === null || proposed === kind || !isKindByStaff(mention) ? null : { from: proposed, to: kind };
}

/** @param found of each mention whether triage proposed anything, and what staff made of it */
export function overrulingFigures(
  found: readonly { readonly hasProposal: boolean; readonly overruling: Overruling | null }[],
): OverrulingFigures {
  const proposed = found.filter(({ hasProposal }) => hasProposal).length;
  const ways = new Map<string, Overruling & { readonly count: number }>();
  for (const { overruling } of found) {
    if (overruling === null) continue;
    const key = `${overruling.from} ${overruling.to}`;
    ways.set(key, { ...overruling, count: (ways.get(key)?.count ?? 0) + 1 });
  }
  const overruled = found.filter(({ overruling }) => overruling !== null).length;
  return {
    proposed,
    overruled,
    share: share(overruled, proposed),
    ways: [...ways.values()].sort((a, b) => b.count - a.count),
  };
}
