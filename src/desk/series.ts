import type { Instant } from './instant.ts';
import { plusMs } from './instant.ts';
import type { Publication } from './publication.ts';
import { joinPosts } from './split.ts';

type Publications = readonly Publication[];

/** The post that this one continues; undefined for one that stands alone or begins. */
export function predecessorOf(all: Publications, { after }: Publication): Publication | undefined {
  return after === null ? undefined : all.find((one) => one.id === after);
}

/** The posts that continue this one, in their order. */
export function followersOf(all: Publications, id: string): Publications {
  const next = all.find((one) => one.after === id);
  return next === undefined ? [] : [next, ...followersOf(all, next.id)];
}

/** All posts of a text, in their order; a text in one post is a series of one. */
export function seriesOf(all: Publications, one: Publication): Publications {
  const before = predecessorOf(all, one);
  return before === undefined ? [one, ...followersOf(all, one.id)] : seriesOf(all, before);
}

/** Whether a post must wait, because the one that it continues may still become public. */
export function waitsForPredecessor(all: Publications, one: Publication): boolean {
  const before = predecessorOf(all, one);
  return before !== undefined && (isUnderWay(before) || waitsForPredecessor(all, before));
}

/** The post of the network that a text answers: of a series, what its first post does. */
export function answeredPostOf(all: Publications, one: Publication): string | null {
  return seriesOf(all, one)[0]?.inReplyTo ?? null;
}

/** Under which post one goes: its predecessor's; where nobody knows that one's address, beside it. */
export function placeBehind(before: Publication): string | null {
  return before.post?.id ?? before.inReplyTo;
}

/** What these posts of a series say together, as it would be typed. */
export function wordsOf(all: Publications, posts: Publications): string {
  const [first] = posts;
  const isSeries = first !== undefined && seriesOf(all, first).length > 1;
  return isSeries ? joinPosts(posts.map(({ text }) => text)) : posts.map(({ text }) => text).join(' ');
}

/** A post is out: those behind it get as long from now on as any text has from its press. */
export function renewedBehind(all: Publications, id: string, now: Date): Publications {
  const behind = followersOf(all, id);
  return behind.length === 0 ? all : all.map((one) => (behind.includes(one) ? renewed(one, now) : one));
}

function renewed(one: Publication, now: Date): Publication {
  if (one.status !== 'waiting') return one;
  const expiresAt: Instant = plusMs(now, Date.parse(one.expiresAt) - Date.parse(one.pressedAt));
  return { ...one, expiresAt };
}

function isUnderWay({ status }: Publication): boolean {
  return status === 'approval' || status === 'waiting' || status === 'sending' || status === 'unclear';
}
