import { decided } from '../desk/decision.ts';
import type { Mention } from '../desk/mention.ts';
import { answersByOthers, type OthersAnswer, reacted, youngApologies } from '../desk/reactions.ts';
import { mentionRef } from '../desk/ref.ts';
import type { NetworkPost } from '../networks/index.ts';
import type { Store } from '../store/index.ts';

/** An apology of ours whose reactions are told, with what others wrote below it. */
export interface WatchedApology {
  readonly mention: string;
  readonly publication: string;
  readonly answers: readonly OthersAnswer[];
}

/** Looked at in one go, so that they cost one call more at most; older ones are left out. */
const MOST = 100;

/** The apologies whose reactions are told, by the id of their post; the newest, where they are many. */
export async function watchedApologies(
  store: Store,
  network: string,
  now: Date,
): Promise<ReadonlyMap<string, WatchedApology>> {
  const all = await store.list('mention');
  const young = all
    .filter((mention) => mention.network === network)
    .flatMap((mention) => youngApologies(mention, now).map((apology) => ({ mention, apology })))
    .toSorted((a, b) => b.apology.post.at.localeCompare(a.apology.post.at))
    .slice(0, MOST);
  const conversations = new Set(young.map(({ mention }) => mention.conversation));
  const near = all.filter(({ conversation }) => conversations.has(conversation));
  return new Map(
    young.map(({ mention, apology: { id, post } }) => [
      post.id,
      { mention: mention.id, publication: id, answers: answersByOthers(mention, post.at, near) },
    ]),
  );
}

/** What came of an apology by now; saved only when something is new. */
export async function notedReactions(
  store: Store,
  { mention: id, publication, answers }: WatchedApology,
  { likes, reposts }: Pick<NetworkPost, 'likes' | 'reposts'>,
  now: Date,
): Promise<void> {
  const seen = { likes, reposts, answers };
  const decide = (mention: Mention) => reacted(mention, publication, seen, now);
  const mention = await store.read(mentionRef(id));
  if (mention === undefined || decide(mention) === null) return;
  await store.change(mentionRef(id), (state) => decide(state) ?? decided(state));
}
