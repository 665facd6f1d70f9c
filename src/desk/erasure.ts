import { askedOf } from './escalation.ts';
import { type Instant, MINUTE_MS, plusMs, type UserId } from './instant.ts';
import type { Mention } from './mention.ts';
import type { SlackMessage } from './ref.ts';

/** Between these instants something was posted. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Copies in Slack that are to be deleted. Whoever carries one out finds what is still there: twice is once. */
export type Erasure =
  /** A message of ours and what we wrote below it; what others wrote there is listed. */
  | { readonly what: 'message'; readonly at: SlackMessage }
  /** Of what we wrote below a message only that which was posted with one of these keys. */
  | { readonly what: 'notes'; readonly at: SlackMessage; readonly keys: readonly string[] }
  /**
   * In somebody's direct messages with us what is about the mention or names its card; with `keys` only what was posted
   * with keys that begin so.
   */
  | {
      readonly what: 'direct';
      readonly user: UserId;
      readonly span: Span;
      readonly card: SlackMessage | null;
      readonly keys: readonly string[] | null;
    }
  /** Lines of a channel that name the mention's card and are never drawn again. */
  | { readonly what: 'lines'; readonly channel: string; readonly span: Span; readonly card: SlackMessage | null }
  /** Files that we gave to people since then: exports and timelines may quote anybody. */
  | { readonly what: 'files'; readonly since: Instant };

const DAY_MS = 24 * 60 * MINUTE_MS;
const CLOCKS_DIFFER_MS = 2 * MINUTE_MS;

/** Names an erasure within its aggregate. */
export function erasureId(erasure: Erasure): string {
  switch (erasure.what) {
    case 'message':
      return `message:${erasure.at.channel}:${erasure.at.ts}`;
    case 'notes':
      return `notes:${erasure.keys.join()}`;
    case 'direct':
      return `direct:${erasure.user}${erasure.keys === null ? '' : `:${erasure.keys.join()}`}`;
    case 'lines':
      return `lines:${erasure.channel}`;
    case 'files':
      return 'files';
  }
}

/** When something was posted about a mention: from its arrival until reminders and bells about it have surely ended. */
export function spanOf({ history, posts }: Mention): Span {
  const from = history[0]?.at ?? posts[0].at;
  return {
    from: plusMs(new Date(from), -CLOCKS_DIFFER_MS),
    to: plusMs(new Date(lastActivity({ history, posts })), DAY_MS),
  };
}

export function lastActivity({ history, posts }: Pick<Mention, 'history' | 'posts'>): Instant {
  return [...history.map(({ at }) => at), ...posts.map(({ at }) => at)].reduce((a, b) => (a > b ? a : b));
}

/** Every message of ours about it that stands by itself: its card, and what people inside the company were asked. */
export function messagesOf({ card, oldThread, escalations }: Mention): readonly SlackMessage[] {
  const asked = escalations.flatMap((one) => askedOf(one).map(({ message }) => message));
  return [card, oldThread, ...asked].filter((message) => message !== null);
}

/** Everybody of the staff who may have had a direct message about it. */
export function staffOf(mention: Mention): readonly UserId[] {
  const { owner, kindBy, history, publications, escalations, promises } = mention;
  const all = [
    owner,
    kindBy,
    ...history.flatMap(({ by, whom = null }) => [by, whom]),
    ...publications.flatMap(({ by, approved, approval }) => [by, approved?.by ?? null, ...(approval?.told ?? [])]),
    ...escalations.flatMap((one) => [one.by, ...askedOf(one).map(({ to }) => to.id)]),
    ...promises.map((one) => one.owner),
  ];
  return [...new Set(all.filter((id) => id !== null && /^[UW][A-Z0-9]+$/.test(id)))].filter((id) => id !== null);
}
