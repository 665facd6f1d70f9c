import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { answerTarget } from '../desk/answer-way.ts';
import { postDeleted } from '../desk/deletion.ts';
import type { Desk } from '../desk/desk.ts';
import { lookup } from '../desk/facets.ts';
import { CallFault } from '../desk/fault.ts';
import { mentionRef } from '../desk/ref.ts';
import type { Network, NetworkPost } from '../networks/index.ts';
import type { Store } from '../store/index.ts';
import { notedReactions, type WatchedApology, watchedApologies } from './apologies.ts';
import { notedAuthor, notedReach } from './known-posts.ts';

interface RecheckDeps {
  readonly network: Network;
  readonly store: Store;
  readonly desk: () => Desk;
  readonly clock: Clock;
  readonly log: Logger;
  /** Between two looks; 0: never. */
  readonly everyMs: number;
  /** Whether money may be spent on it now. */
  readonly mayLook: () => boolean;
  /** Saves a post that is known under an older id: it was edited. */
  readonly save: (post: NetworkPost) => Promise<void>;
}

export interface Recheck {
  start(): void;
  stop(): Promise<void>;
}

/**
 * Looks now and then whether what open mentions wait with an answer to is still there, still says the same, and how far it
 * has come meanwhile. Only the
 * network's own word that a post is gone counts; a fault marks nothing. The same reads bring how our apologies of the last
 * 48 hours are taken.
 */
export function createRecheck({ network, store, desk, clock, log, everyMs, mayLook, save }: RecheckDeps): Recheck {
  let isStopped = false;
  let underWay: Promise<void> = Promise.resolve();
  let cancelTimer = () => {};

  /** The posts that would be answered, by the mention. */
  async function targets(): Promise<readonly string[]> {
    const open = await store.list('mention', { open: true });
    return open
      .filter((mention) => mention.network === network.name)
      .flatMap((mention) => answerTarget(mention)?.id ?? []);
  }

  async function look(): Promise<void> {
    const seen = new Set<string>();
    const apologies = await watchedApologies(store, network.name, clock.now());
    let asked = [...(await targets()), ...apologies.keys()];
    while (asked.length > 0 && mayLook() && !isStopped) {
      for (const id of asked) seen.add(id);
      const next = await lookAt(asked, seen, apologies);
      asked = [...new Set(next)].filter((id) => !seen.has(id));
    }
  }

  /** Returns what is to be looked at next: versions newer than these, and where the last post is gone the one before it. */
  async function lookAt(
    asked: readonly string[],
    seen: Set<string>,
    apologies: ReadonlyMap<string, WatchedApology>,
  ): Promise<readonly string[]> {
    const { posts, gone, withdrawn } = await network.readPosts(asked);
    for (const post of posts) {
      // Also under the id of a later version, where we edited it on the network.
      const apology = [post.id, ...post.versions].flatMap((id) => apologies.get(id) ?? [])[0];
      if (apology !== undefined) await notedReactions(store, apology, post, clock.now());
      else await (seen.has(post.id) ? noteAnew(post) : save(post));
    }
    for (const { id } of posts) seen.add(id);
    for (const id of gone) await markDeleted(id, false);
    for (const id of withdrawn) await markDeleted(id, true);
    const edits = posts.flatMap(({ versions }) => versions.at(-1) ?? []);
    return gone.length + withdrawn.length === 0 ? edits : [...edits, ...(await targets())];
  }

  /** Whoever the network had left out is named now, and a post that spreads while it waits is raised. */
  async function noteAnew(post: NetworkPost): Promise<void> {
    const ref = await store.find(lookup.post(network.name, post.id));
    if (ref === undefined) return;
    await notedAuthor(store, ref, post.author);
    await notedReach(store, ref, post, desk());
  }

  async function markDeleted(id: string, isWithdrawn: boolean): Promise<void> {
    const ref = await store.find(lookup.post(network.name, id));
    if (ref?.type !== 'mention') return;
    await store.change(mentionRef(ref.id), (mention) => postDeleted(mention, id, clock.now(), isWithdrawn));
  }

  function run(): void {
    if (isStopped) return;
    underWay = look()
      .catch((error: unknown) => {
        const fault = error instanceof CallFault ? error.fault : null;
        log.warn({ network: network.name, err: error, fault }, 'listening: could not look for deleted posts');
      })
      .then(schedule);
  }

  function schedule(): void {
    if (!isStopped && everyMs > 0) cancelTimer = clock.after(everyMs, run);
  }

  return {
    start: schedule,
    async stop() {
      isStopped = true;
      cancelTimer();
      await underWay;
    },
  };
}
