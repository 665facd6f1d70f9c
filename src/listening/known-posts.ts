import type { Arrival } from '../desk/arrive.ts';
import { decided } from '../desk/decision.ts';
import type { Desk } from '../desk/desk.ts';
import { turnedMention } from '../desk/edited.ts';
import { lookup } from '../desk/facets.ts';
import type { Author } from '../desk/mention.ts';
import { named } from '../desk/named.ts';
import { reached } from '../desk/reach.ts';
import { mentionRef, type Ref } from '../desk/ref.ts';
import { runningClocks } from '../desk/sla.ts';
import type { NetworkPost } from '../networks/index.ts';
import type { Store } from '../store/index.ts';

/** A post that we know is delivered as a mention; news only where the search was faster. */
export async function notedMention(store: Store, ref: Ref, post: string): Promise<void> {
  const mention = ref.type === 'mention' ? await store.read(mentionRef(ref.id)) : undefined;
  if (mention === undefined || turnedMention(mention, post).state === mention) return;
  await store.change(mentionRef(mention.id), (state) => turnedMention(state, post));
}

/** Whose post it is, where the network had left that out. */
export async function notedAuthor(store: Store, ref: Ref, author: Author): Promise<void> {
  const mention = ref.type === 'mention' ? await store.read(mentionRef(ref.id)) : undefined;
  if (mention === undefined || named(mention, author).state === mention) return;
  await store.change(mentionRef(mention.id), (state) => named(state, author));
}

/** How far a post has come by now; saved when that makes it more or less urgent, or its author better known. */
export async function notedReach(store: Store, ref: Ref, post: NetworkPost, desk: Desk): Promise<void> {
  const mention = ref.type === 'mention' ? await store.read(mentionRef(ref.id)) : undefined;
  if (mention === undefined || reached(mention, post, desk) === null) return;
  await store.change(mentionRef(mention.id), (state) => reached(state, post, desk) ?? decided(state));
}

/** How many posts of this person wait for an answer in other mentions: who asks three times elsewhere asks three times. */
export async function waitingElsewhere(store: Store, { network, author, conversation }: Arrival): Promise<number> {
  const open = await store.list('mention', { open: true });
  const theirs = open.filter((one) => one.author.id === author.id && one.network === network);
  return theirs
    .filter((one) => one.conversation !== conversation)
    .reduce((count, one) => count + runningClocks(one).length, 0);
}

/** The mention that has an earlier version of this post. */
export async function earlierVersion(
  store: Store,
  network: string,
  { id, versions }: NetworkPost,
): Promise<Ref<'mention'> | undefined> {
  for (const version of versions) {
    const ref = version === id ? undefined : await store.find(lookup.post(network, version));
    if (ref?.type === 'mention') return mentionRef(ref.id);
  }
  return undefined;
}
