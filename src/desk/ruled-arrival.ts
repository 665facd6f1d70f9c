import { type Decision, decided } from './decision.ts';
import { PRIORITY, plan } from './effect.ts';
import { APP, CUSTOMER, recorded } from './history.ts';
import { graveWords } from './lock-words.ts';
import { type Kind, type Mention, RULE, TRIAGE } from './mention.ts';
import type { Post } from './post.ts';
import type { Ruled } from './team-rules.ts';

/** Whether a person said which kind it is: neither triage nor a rule of the team's changes that. */
export function isKindByStaff({ kindBy }: Pick<Mention, 'kindBy'>): boolean {
  return kindBy !== TRIAGE && kindBy !== RULE;
}

/** Which kind a new mention has, and who says so: a rule of the team's before triage. */
export function kindOnArrival({ kind: ruled }: Ruled, proposed: Kind): Pick<Mention, 'kind' | 'kindBy'> {
  return ruled === null ? { kind: proposed, kindBy: TRIAGE } : { kind: ruled, kindBy: RULE };
}

/** A rule names whose it is: theirs, and they are told; what somebody has stays with them. */
export function assignedByRule(mention: Mention, { person }: Ruled, now: Date): Decision<Mention> {
  const isFree = mention.owner === null && mention.status === 'open';
  if (person === null || !isFree) return decided(mention);
  const last = mention.posts.at(-1) ?? mention.posts[0];
  const theirs: Mention = { ...mention, owner: person, status: 'claimed' };
  const id = `assigned:${last.id}`;
  return decided(recorded(theirs, now, APP, 'assigned', undefined, person), [
    plan({ type: 'send-notice', id, to: person, notice: { type: 'assigned' } }, PRIORITY.press),
  ]);
}

/** Whoever lifted a lock did not know of this post: words that lock do so anew. */
export function lockedByPost(mention: Mention, { text }: Pick<Post, 'text'>, now: Date): Mention {
  if (mention.unlocked === null || graveWords([text]).length === 0) return mention;
  return recorded({ ...mention, unlocked: null }, now, CUSTOMER, 'locked-again');
}
