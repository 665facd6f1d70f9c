import { type Decision, decided } from './decision.ts';
import type { Desk } from './desk.ts';
import { APP, ELSEWHERE, recorded } from './history.ts';
import { at, type Instant, MINUTE_MS } from './instant.ts';
import type { Mention } from './mention.ts';
import { isSamePost } from './post-place.ts';
import { NEW_PUBLICATION, type Publication, type PublicPost } from './publication.ts';
import { answeredBy, becamePublic, covers } from './published.ts';
import { change, redraw } from './publishing.ts';

/** A post of our own account that answers a customer, as it was found on the network. */
export interface OwnPost extends PublicPost {
  readonly text: string;
  readonly inReplyTo: string | null;
}

/** Whether two texts of ours to one post are the same, as the network changes them. */
type IsSameText = (a: string, b: string) => boolean;

/** Whoever marks a mention as answered by hand has just written it, or writes it next. */
const MARKED_EARLY_MS = 30 * MINUTE_MS;
const MARKED_LATE_MS = 120 * MINUTE_MS;

/**
 * Our own timeline shows an answer. It may be one that is just on its way by the API, or that somebody marked as given by
 * hand; anything else a colleague wrote on the network itself, and it settles the mention. Found again, it changes nothing.
 */
export function answeredElsewhere(
  mention: Mention,
  own: OwnPost,
  isSame: IsSameText,
  desk: Desk,
  now: Date,
): Decision<Mention> {
  if (mention.publications.some(({ post }) => post?.id === own.id)) return decided(mention);
  const post: PublicPost = { id: own.id, url: own.url, at: own.at };

  const pending = mention.publications.find((one) => isPending(one) && isThis(mention, one, own, isSame));
  if (pending !== undefined) {
    const { state, effects } = becamePublic(mention, pending.id, post, desk, now);
    return state.type === 'mention' ? decided(state, effects) : decided(mention);
  }

  const marked = mention.publications.find((one) => isMarked(one, own.at) || isConfirmed(mention, one, own, isSame));
  if (marked !== undefined) {
    const known = recorded(change(mention, marked.id, { post, text: own.text }), now, APP, 'found-there', own.url);
    return decided(known, [redraw(known)]);
  }
  return added(mention, own, isSame, desk, now);
}

function added(mention: Mention, own: OwnPost, isSame: IsSameText, desk: Desk, now: Date): Decision<Mention> {
  const by = mention.drafts.find((draft) => isSame(draft.text, own.text))?.by ?? ELSEWHERE;
  const publication: Publication = {
    ...NEW_PUBLICATION,
    id: `p${mention.publications.length + 1}`,
    purpose: 'reply',
    text: own.text,
    by,
    pressedAt: own.at,
    inReplyTo: own.inReplyTo,
    status: 'published',
    expiresAt: own.at,
    post: { id: own.id, url: own.url, at: own.at },
  };
  const told = recorded(mention, now, by, 'answered-elsewhere', own.text);
  const next: Mention = {
    ...told,
    // In the order of their pressing: what was promised after it, it did not keep.
    publications: [...told.publications, publication].toSorted(
      (a, b) => Date.parse(a.pressedAt) - Date.parse(b.pressedAt),
    ),
    drafts: told.drafts.filter((draft) => !isSame(draft.text, own.text)),
  };
  // What the customer wrote after it still waits.
  return answeredBy(next, publication, desk, at(own.at), (clock) => {
    return clock.startedAt <= own.at && covers(next, publication, clock);
  });
}

/** It may be public without our knowing: under way, or held back after a call whose end looked like a refusal. */
function isPending({ status }: Publication): boolean {
  return status === 'waiting' || status === 'sending' || status === 'unclear';
}

function isThis(mention: Mention, publication: Publication, own: OwnPost, isSame: IsSameText): boolean {
  return isSamePost(mention, publication.inReplyTo, own.inReplyTo) && isSame(publication.text, own.text);
}

/** "Mark as answered" was never sent by us and has no address yet; its text may have been changed on the way. */
function isMarked({ status, post, attempt, pressedAt }: Publication, writtenAt: Instant): boolean {
  if (status !== 'published' || post !== null || attempt !== null) return false;
  const afterMs = Date.parse(writtenAt) - Date.parse(pressedAt);
  return afterMs >= -MARKED_LATE_MS && afterMs <= MARKED_EARLY_MS;
}

/** "It is there", said by a person who looked. */
function isConfirmed(mention: Mention, publication: Publication, own: OwnPost, isSame: IsSameText): boolean {
  return publication.status === 'published' && publication.post === null && isThis(mention, publication, own, isSame);
}
