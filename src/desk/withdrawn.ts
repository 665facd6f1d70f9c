import { type Decision, decided } from './decision.ts';
import type { Deed } from './deed.ts';
import { withPost } from './edited.ts';
import { type Erasure, spanOf, staffOf } from './erasure.ts';
import { redrawAsked } from './escalation.ts';
import { erase, tellEmptied } from './forget.ts';
import { CUSTOMER } from './history.ts';
import { graveWords } from './lock-words.ts';
import type { Mention } from './mention.ts';
import type { Post } from './post.ts';
import { idsOf, placeOf } from './post-place.ts';
import type { HistoryEntry } from './publication.ts';
import { emptied } from './reduced.ts';
import { textsOf } from './urgency.ts';
import type { Urgency } from './urgency-reason.ts';

/** What we tell staff in a direct message beside the customer's words: a text of their own comes back with these, and stays. */
const QUOTING = ['again:', 'due-soon:', 'promise-', 'snooze-over:', 'handed-over:', 'taken-away:', 'not-hidden:'];
const QUOTED_IN: readonly Deed[] = ['hid', 'unhid'];

/**
 * What its author took back is deleted here too, as the network's terms ask: words and pictures, in the store, on the card,
 * in its thread and in direct messages. That there was a post, and our answer, stay. A legal hold keeps all of it.
 */
export function withdrawnWords(mention: Mention, id: string): Decision<Mention> {
  const place = placeOf(mention, id);
  const post = mention.posts[place];
  if (post === undefined || mention.held !== null) return decided(mention);
  const texts = [post.text, ...post.versions.map(({ text }) => text)].filter((text) => text !== '');
  const posts = withPost(mention.posts, place, emptied(post));
  const isAllGone = posts.every(({ deletedAt }) => deletedAt !== null);
  const state: Mention = {
    ...mention,
    posts,
    reasons: isAllGone ? [] : mention.reasons,
    urgency: withoutWords(mention.urgency, posts),
    history: mention.history.map((entry) => withoutQuote(entry, texts)),
  };
  if (texts.length === 0 && post.pictures.length === 0) return decided(state);
  return decided(state, [
    ...erasuresOf(mention, post).map((erasure) => erase(erasure)),
    ...mention.escalations.flatMap(redrawAsked),
    tellEmptied(mention, mention.channel, `withdrawn:${post.id}`),
  ]);
}

/** Of the words that made it urgent those that still stand somewhere. */
function withoutWords(urgency: Urgency, posts: Mention['posts']): Urgency {
  const grave = graveWords(posts.flatMap(textsOf));
  const others = urgency.reasons.filter((reason) => !('words' in reason));
  const reasons = [...grave, ...others];
  return { ...urgency, reasons };
}

function erasuresOf(mention: Mention, post: Post): readonly Erasure[] {
  const { card } = mention;
  const keys = idsOf(post).flatMap((id) => [`post-note:again:${id}`, `post-note:edited:${id}`]);
  const quoting = QUOTING.map((one) => `send-notice:${one}`);
  const span = spanOf(mention);
  return [
    ...(card === null ? [] : [{ what: 'notes', at: card, keys } as const]),
    ...staffOf(mention).map((user): Erasure => ({ what: 'direct', user, span, card, keys: quoting })),
    { what: 'lines', channel: mention.channel, span, card },
  ];
}

function withoutQuote(entry: HistoryEntry, texts: readonly string[]): HistoryEntry {
  const { text, ...rest } = entry;
  if (text === undefined || (entry.by !== CUSTOMER && !QUOTED_IN.includes(entry.did))) return entry;
  return texts.some((one) => text.includes(one)) ? rest : entry;
}
