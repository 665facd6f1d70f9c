import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { answeredElsewhere } from '../desk/answered-elsewhere.ts';
import { decided } from '../desk/decision.ts';
import type { Desk } from '../desk/desk.ts';
import { lookup } from '../desk/facets.ts';
import { CallFault } from '../desk/fault.ts';
import { MINUTE_MS } from '../desk/instant.ts';
import { noteOwnPost } from '../desk/own-post.ts';
import { channelRef, mentionRef, type Ref } from '../desk/ref.ts';
import type { Network, NetworkPost, PostsRead } from '../networks/index.ts';
import type { Store } from '../store/index.ts';
import { isStoreTrouble } from './trouble.ts';

interface OwnDeps {
  readonly network: Network;
  readonly store: Store;
  readonly desk: () => Desk;
  /** The team's own channel, which keeps the newest post on our profile. */
  readonly channel: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Between two reads; 0: never. */
  readonly everyMs: number;
  /** How long a post of ours that answers nobody we know is read again: what it answers may be found later. */
  readonly holdMs: number;
}

/** Our own posts that a read brought, and where it began. */
export interface OwnRead {
  readonly since: string | null;
  readonly read: PostsRead;
}

export interface OwnPosts {
  /** What is new on our own timeline, when a read is due; null when none is, or it failed. */
  look(notBefore: Date): Promise<OwnRead | null>;
  /** Settles what those posts answer, then moves the cursor. */
  apply(found: OwnRead): Promise<void>;
}

/** A password that was changed does not mend itself within two minutes. */
const REFUSED_FACTOR = 5;

/**
 * Answers that colleagues gave on the network itself. Our timeline is to be read before the mentions and applied after
 * they are saved: an answer is then never seen before what it answers.
 */
export function createOwnPosts({ network, store, desk, channel, clock, log, everyMs, holdMs }: OwnDeps): OwnPosts {
  const cursorName = `own:${network.name}`;
  const isSame = (a: string, b: string) => network.isSameText(a, b);
  let dueAtMs = everyMs === 0 ? Number.POSITIVE_INFINITY : clock.monotonicMs();

  /** What visitors of our profile see first; an answer to somebody else is not among it. */
  async function noteNewest({
    id,
    url,
    at,
    text,
    inReplyTo,
    inReplyToAuthor,
    author,
    isRepost,
  }: NetworkPost): Promise<void> {
    if (isRepost || (inReplyTo !== null && inReplyToAuthor !== author.id)) return;
    const own = { network: network.name, id, url, at, text };
    const known = await store.read(channelRef(channel));
    if (known === undefined || noteOwnPost(known, own) === null) return;
    await store.change(channelRef(channel), (state) => noteOwnPost(state, own) ?? decided(state));
  }

  async function applyOne(post: NetworkPost): Promise<boolean> {
    await noteNewest(post);
    if (post.inReplyTo === null || post.isRepost) return true;
    // Ours: the app published it, or an earlier read found it.
    if ((await store.find(lookup.post(network.name, post.id))) !== undefined) return true;
    const ref = await answeredBy(post);
    if (ref === undefined) return false;
    if (ref.type !== 'mention') return true;
    const { id, url, at, text, inReplyTo } = post;
    const own = { id, url, at, text, inReplyTo };
    await store.change(mentionRef(ref.id), (mention) => answeredElsewhere(mention, own, isSame, desk(), clock.now()));
    return true;
  }

  /** A post that we stumble over must not hold up the others, nor the mentions. */
  async function settle(post: NetworkPost): Promise<boolean> {
    try {
      return await applyOne(post);
    } catch (error) {
      if (isStoreTrouble(error)) throw error;
      log.error({ err: error, post: post.id }, 'listening: a fault of our own');
      return true;
    }
  }

  async function answeredBy({ inReplyTo, inReplyToAuthor, conversation }: NetworkPost): Promise<Ref | undefined> {
    const post = await store.find(lookup.post(network.name, inReplyTo ?? ''));
    if (post !== undefined || inReplyToAuthor === null) return post;
    return store.find(lookup.talk(network.name, inReplyToAuthor, conversation));
  }

  return {
    async look(notBefore) {
      if (clock.monotonicMs() < dueAtMs) return null;
      try {
        const since = await store.readCursor(cursorName);
        return { since, read: await network.readOwn(since, notBefore) };
      } catch (error) {
        if (!(error instanceof CallFault)) throw error;
        const { fault } = error;
        log.error({ network: network.name, fault }, 'listening: could not read our own posts, trying again');
        const pauseMs = fault.act === 'give-up' ? everyMs * REFUSED_FACTOR : everyMs;
        dueAtMs = clock.monotonicMs() + (fault.act === 'retry' ? Math.max(fault.afterMs, pauseMs) : pauseMs);
        return null;
      }
    },
    async apply({ since, read }) {
      let cursor = since;
      let isHeld = false;
      for (const post of read.posts) {
        const isSettled = (await settle(post)) || clock.now().getTime() - Date.parse(post.at) > holdMs;
        isHeld ||= !isSettled;
        if (!isHeld) cursor = post.id;
      }
      if (!isHeld) cursor = read.cursor;
      if (cursor !== null && cursor !== since) await store.saveCursor(cursorName, cursor);
      if (everyMs > 0) dueAtMs = clock.monotonicMs() + everyMs;
    },
  };
}

/** The search may find a post long after it was written, and a colleague may have answered it before. */
export function holdFor(searchMs: number): number {
  return Math.max(15 * MINUTE_MS, 3 * searchMs);
}
