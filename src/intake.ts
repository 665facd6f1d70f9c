import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import { type Arrival, arrive, mentionId, writeAgain } from './desk/arrive.ts';
import { newChannel, tellChannel } from './desk/channel-lines.ts';
import { channelFor, channelsOf } from './desk/channels.ts';
import type { Desk } from './desk/desk.ts';
import { edited } from './desk/edited.ts';
import { lookup } from './desk/facets.ts';
import { CallFault } from './desk/fault.ts';
import { MINUTE_MS } from './desk/instant.ts';
import type { Post } from './desk/mention.ts';
import { channelRef, mentionRef } from './desk/ref.ts';
import { arrivalOf } from './listening/arrival.ts';
import { earlierVersion, notedAuthor, notedMention } from './listening/known-posts.ts';
import { createOwnPosts, holdFor } from './listening/own.ts';
import { createRecheck } from './listening/recheck.ts';
import { createRefusals } from './listening/refusals.ts';
import { createReread } from './listening/reread.ts';
import { createSearching } from './listening/searching.ts';
import { isStoreTrouble } from './listening/trouble.ts';
import type { Network, NetworkPost, PostsRead, SetAside } from './networks/index.ts';
import type { Observer } from './observer.ts';
import type { Store } from './store/index.ts';

interface IntakeDeps {
  readonly network: Network;
  readonly store: Store;
  readonly desk: () => Desk;
  /** The team's own channel, which gets every card that no rule sends elsewhere. */
  readonly channel: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Hears how each read of the mentions ended. */
  readonly observer: Observer;
  readonly pollMs: number;
  /** How far back the very first read goes. */
  readonly backfillMs: number;
  /** Between two reads of our own posts; 0: never. */
  readonly ownMs: number;
  /** The words of posts that do not name us; null: no search. */
  readonly search: string | null;
  readonly searchMs: number;
  /** Between two looks whether posts that wait for an answer are still there; 0: never. */
  readonly recheckMs: number;
  /** Whether money may be spent on searches now; mentions are read at any price. */
  readonly maySearch: () => boolean;
}

export interface Intake {
  /** Resolves when the first read is over, well or not. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A read that brought so many posts is followed by the next one sooner: a surge must not outrun what X remembers. */
const BUSY_POSTS = 100;
const BUSY_FACTOR = 4;
/** X allows 300 reads of mentions in 15 minutes: one in 3 seconds. */
const SHORTEST_POLL_MS = 3_000;
/** X lists some posts late, below others that were read already: now and then a read begins so much earlier. */
const LOOK_BACK_MS = 15 * MINUTE_MS;
const LOOK_BACK_EVERY_MS = 5 * MINUTE_MS;
/** Posts saved at once; each group is one or two writes. */
const SAVED_AT_ONCE = 100;

/** Networks → desk: reads what is new, saves it, and only then moves the cursor. */
export function createIntake(deps: IntakeDeps): Intake {
  const { network, store, desk, channel, clock, log, observer, pollMs, backfillMs } = deps;
  const cursorName = `mentions:${network.name}`;
  /** The channels that are in the store. */
  const prepared = new Set<string>();
  let isStopped = false;
  let underWay: Promise<void> = Promise.resolve();
  let cancelTimer = () => {};
  const { ownMs, search, searchMs, recheckMs, maySearch } = deps;
  let lookedBackAtMs = Number.NEGATIVE_INFINITY;
  const shared = { network, store, clock, log };
  const refusals = createRefusals({ network: network.name, store, channel, clock, pollMs });
  const ownPosts = createOwnPosts({ ...shared, desk, everyMs: ownMs, holdMs: holdFor(searchMs) });
  const searching = createSearching({
    ...shared,
    channel,
    words: search,
    everyMs: searchMs,
    maySearch,
    save: async (found) => void (await saveAll(found, 'search')),
  });
  const recheck = createRecheck({
    ...shared,
    everyMs: recheckMs,
    mayLook: maySearch,
    // It keeps how it was found: what a look brings is known under an older id.
    save: async (post) => void (await saveOrSetAside(post, 'search')),
  });
  const reread = createReread({
    ...shared,
    backfillMs,
    saveMentions: (read) => saveAll(read, 'mention'),
    applyOwn: (read) => ownPosts.apply({ since: null, read }),
  });

  /** Returns the milliseconds until the next read. */
  async function poll(): Promise<number> {
    try {
      await reread.look();
      const since = await store.readCursor(cursorName);
      const notBefore = new Date(clock.now().getTime() - backfillMs);
      // Before the mentions, and applied after them: an answer is never seen before what it answers.
      const own = await ownPosts.look(notBefore);
      const isLookBack = clock.monotonicMs() - lookedBackAtMs >= LOOK_BACK_EVERY_MS;
      const read = await network.readMentions(since, notBefore, isLookBack ? LOOK_BACK_MS : 0);
      const saved = await saveAll(read, 'mention');
      if (isLookBack) lookedBackAtMs = clock.monotonicMs();
      if (own !== null) await ownPosts.apply(own);
      if (read.cursor !== null && read.cursor !== since) await store.saveCursor(cursorName, read.cursor);
      if (saved > 0) log.info({ network: network.name, posts: saved }, 'intake: mentions saved');
      await refusals.over();
      observer.mentionsRead(network.name, read.isCut ?? false);
      await searching.look(notBefore);
      return saved >= BUSY_POSTS ? Math.min(pollMs, Math.max(pollMs / BUSY_FACTOR, SHORTEST_POLL_MS)) : pollMs;
    } catch (error) {
      return afterFault(error);
    }
  }

  /** What customers wrote, saved; returns how many posts of it were new. */
  async function saveAll(read: PostsRead, via: Post['via']): Promise<number> {
    const self = await network.self();
    for (const post of read.setAside) await setAside(post);
    const posts = read.posts.filter((post) => post.author.id !== self.id && !post.isRepost);
    let saved = 0;
    for (let from = 0; from < posts.length; from += SAVED_AT_ONCE) {
      saved += await saveGroup(posts.slice(from, from + SAVED_AT_ONCE), via);
    }
    return saved;
  }

  /** Conversations side by side, the posts of one conversation in their order. */
  async function saveGroup(posts: readonly NetworkPost[], via: Post['via']): Promise<number> {
    // Beforehand, so that the mentions get their numbers in the order of the posts.
    for (const id of channelsOf(desk().settings, channel)) await prepareChannel(id);
    const talks = new Map<string, NetworkPost[]>();
    for (const post of posts) {
      const key = lookup.talk(network.name, post.author.id, post.conversation);
      talks.set(key, [...(talks.get(key) ?? []), post]);
    }
    let saved = 0;
    await Promise.all(
      [...talks.values()].map(async (talk) => {
        for (const post of talk) if (await saveOrSetAside(post, via)) saved += 1;
      }),
    );
    return saved;
  }

  /** A post that we stumble over would be read again for ever, and all later ones would wait behind it. */
  async function saveOrSetAside(post: NetworkPost, via: Post['via']): Promise<boolean> {
    try {
      return await save(post, via);
    } catch (error) {
      if (isStoreTrouble(error)) throw error;
      log.error({ err: error, post: post.id }, 'intake: a fault of our own');
      await setAside({ id: post.id, reason: error instanceof Error ? error.message : String(error), raw: '' });
      return true;
    }
  }

  /** @returns whether it was not known before */
  async function save(post: NetworkPost, via: Post['via']): Promise<boolean> {
    const known = await store.find(lookup.post(network.name, post.id));
    if (known !== undefined) {
      await notedAuthor(store, known, post.author);
      if (via === 'mention') await notedMention(store, known, post.id);
      return false;
    }
    const arrival = { ...arrivalOf(post, network.name, via, clock.now()), seekFrom: reread.seekFrom(post) };
    const before = await earlierVersion(store, network.name, post);
    if (before !== undefined) {
      await store.change(before, (mention) => edited(mention, arrival, post.versions, clock.now()));
      return true;
    }
    const talk = await store.find(lookup.talk(network.name, post.author.id, post.conversation));
    if (talk?.type === 'mention') {
      await store.change(mentionRef(talk.id), (mention) => writeAgain(mention, arrival, desk(), clock.now()));
      await notedAuthor(store, talk, post.author);
      return true;
    }
    const place = await placeFor(arrival);
    await store.create('mention', mentionId(network.name, post.id), (number) =>
      arrive(arrival, number, place, desk(), clock.now()),
    );
    return true;
  }

  /** The channel for a new card; what the app must remember of it is there before the first card is. */
  async function placeFor(arrival: Arrival): Promise<string> {
    const place = channelFor(arrival, desk().settings, channel);
    await prepareChannel(place);
    return place;
  }

  async function prepareChannel(id: string): Promise<void> {
    if (prepared.has(id)) return;
    await store.create('channel', id, () => newChannel(id, desk(), clock.now()));
    prepared.add(id);
  }

  async function setAside({ id, reason, raw }: SetAside): Promise<void> {
    log.error({ network: network.name, post: id, reason }, 'intake: a post could not be read and was set aside');
    // Keys are logged and sent to Slack: no customer's words in them.
    const name = id ?? createHash('sha256').update(raw).digest('hex').slice(0, 16);
    const key = `set-aside:${network.name}:${name}`;
    const note = { type: 'set-aside', network: network.name, post: id, why: reason } as const;
    await store.change(channelRef(channel), (state) => tellChannel(state, key, note));
  }

  async function afterFault(error: unknown): Promise<number> {
    const fault = error instanceof CallFault ? error.fault : null;
    log.error({ network: network.name, err: error, fault }, 'intake: could not read mentions, trying again');
    observer.mentionsUnread(network.name, fault?.why ?? null, fault?.act === 'give-up' || isStoreTrouble(error));
    if (fault?.act === 'retry') return Math.max(pollMs, fault.afterMs);
    // The disk may refuse that as well.
    return (await refusals.failed(error).catch(() => null)) ?? pollMs;
  }

  function run(): void {
    if (isStopped) return;
    underWay = poll().then((nextMs) => {
      if (!isStopped) cancelTimer = clock.after(nextMs, run);
    });
  }

  return {
    start() {
      run();
      recheck.start();
      return underWay;
    },
    async stop() {
      isStopped = true;
      cancelTimer();
      await Promise.all([underWay, recheck.stop()]);
    },
  };
}
