import { byWait, isFolded, isOpen } from './fold.ts';
import type { Mention } from './mention.ts';
import { openPromises } from './promises.ts';
import { runningClocks } from './sla.ts';

interface Teller {
  readonly mention: Mention;
  readonly isAble: boolean;
}

/** By whom each owner hears of theirs in each group. */
export type GroupTellers = ReadonlyMap<string, Teller>;

/**
 * By whom each owner of several that say the same hears of them, since thirty messages would say the same: by the one with
 * the card where that is theirs, else by the first of theirs. One look at each of them: a crowd is asked every few seconds.
 * @param members those of one group, or more
 * @param canTell who cannot leaves it to the next; where none can, to the first that is folded, so that one is heard of
 */
export function groupTellers(members: readonly Mention[], canTell: (mention: Mention) => boolean): GroupTellers {
  const tellers = new Map<string, Teller>();
  for (const mention of members) {
    const share = shareOf(mention);
    if (share === null || mention.group?.as === 'own' || !isOpen(mention)) continue;
    const one = { mention, isAble: canTell(mention) };
    const known = tellers.get(share);
    if ((one.isAble || isFolded(mention)) && (known === undefined || isBefore(one, known))) tellers.set(share, one);
  }
  return tellers;
}

/** Whether its owner hears of it by another of its group. */
export function isToldByAnother(mention: Mention, tellers: GroupTellers): boolean {
  const share = isFolded(mention) ? shareOf(mention) : null;
  const teller = share === null ? undefined : tellers.get(share);
  return teller !== undefined && teller.mention.id !== mention.id;
}

/** Whether its owner is still warned of a clock of its. See wake.ts: nobody is of what is put off, or while a promise holds. */
export function warnsOfClock(mention: Mention): boolean {
  if (mention.snooze !== null || openPromises(mention).length > 0) return false;
  return runningClocks(mention).some(({ late, warnAt }) => !late && warnAt !== null);
}

function shareOf({ group, owner }: Mention): string | null {
  return group === null ? null : `${group.id} ${owner}`;
}

function isBefore(one: Teller, other: Teller): boolean {
  if (one.isAble !== other.isAble) return one.isAble;
  if (isFolded(one.mention) !== isFolded(other.mention)) return isFolded(other.mention);
  return byWait(one.mention, other.mention) < 0;
}
