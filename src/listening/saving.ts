import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { type Arrival, arrive, mentionId, writeAgain } from '../desk/arrive.ts';
import { newChannel, tellChannel } from '../desk/channel-lines.ts';
import { channelFor, channelsOf } from '../desk/channels.ts';
import type { Desk } from '../desk/desk.ts';
import { edited } from '../desk/edited.ts';
import { lookup } from '../desk/facets.ts';
import type { Instant } from '../desk/instant.ts';
import type { Post } from '../desk/post.ts';
import { channelRef, mentionRef } from '../desk/ref.ts';
import type { Triage } from '../desk/triage.ts';
import type { Network, NetworkPost, PostsRead, SetAside } from '../networks/index.ts';
import type { Store } from '../store/index.ts';
import { createAlike } from './alike.ts';
import { arrivalOf } from './arrival.ts';
import { createExplained } from './explained.ts';
import { earlierVersion, notedAuthor, notedMention, waitingElsewhere } from './known-posts.ts';
import { isStoreTrouble } from './trouble.ts';

interface SavingDeps {
  readonly network: Network;
  readonly store: Store;
  readonly desk: () => Desk;
  readonly triage: Triage;
  /** The team's own channel, which gets every card that no rule sends elsewhere. */
  readonly channel: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Since when Slack may show a card of this post that the store has forgotten; null: it can't. */
  readonly seekFrom: (post: NetworkPost) => Instant | null;
}

export interface Saving {
  /** Saves what customers wrote; returns how many posts of it were new. Errors: the store's. */
  saveAll(read: PostsRead, via: Post['via']): Promise<number>;
  /** Saves one post; what we stumble over is set aside. Returns whether it was not known before. */
  saveOrSetAside(post: NetworkPost, via: Post['via']): Promise<boolean>;
}

/** Posts saved at once; each group is one or two writes. */
const SAVED_AT_ONCE = 100;

/** Posts → desk: each becomes a mention, joins one, or is set aside and named in the channel. */
export function createSaving({ network, store, desk, triage, channel, clock, log, seekFrom }: SavingDeps): Saving {
  /** The channels that are in the store. */
  const prepared = new Set<string>();
  const alike = createAlike(store);
  const explained = createExplained(store);

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
    await alike.lookAround();
    await explained.lookAround(clock.now());
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
    const proposed = arrivalOf(post, network.name, via, triage, clock.now());
    const arrival = { ...proposed, seekFrom: seekFrom(post), elsewhere: await waitingElsewhere(store, proposed) };
    const before = await earlierVersion(store, network.name, post);
    if (before !== undefined) {
      await store.change(before, (mention) => edited(mention, arrival, post.versions, desk(), clock.now()));
      return true;
    }
    const talk = await store.find(lookup.talk(network.name, post.author.id, post.conversation));
    if (talk?.type === 'mention') {
      await store.change(mentionRef(talk.id), (mention) => writeAgain(mention, arrival, desk(), clock.now()));
      await notedAuthor(store, talk, post.author);
      return true;
    }
    const place = await placeFor(arrival);
    const come = arrive(arrival, 0, place, desk(), clock.now()).state;
    const group = desk().settings.fold ? alike.groupFor(come) : null;
    const suggested = explained.incidentFor(come);
    await store.create('mention', mentionId(network.name, post.id), (number) =>
      arrive({ ...arrival, group, suggested }, number, place, desk(), clock.now()),
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

  return { saveAll, saveOrSetAside };
}
