import { answerTarget, answerWay } from './answer-way.ts';
import { blankIn } from './blank.ts';
import type { Checking } from './checks/context.ts';
import { contextOf, namesOf, warningsOfTyped } from './checks/index.ts';
import { untold } from './checks/warning.ts';
import { decided, isRefused, type Outcome, type Refusal, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import { tellIncident } from './incident-news.ts';
import type { UserId } from './instant.ts';
import { cashtagCount, weightedLength } from './length.ts';
import type { Mention } from './mention.ts';
import { ONE_OF_US } from './needs-approval.ts';
import { pauseRefusal } from './pause.ts';
import type { Press } from './press.ts';
import { pressSendAll } from './press-send-all.ts';
import { promiseTimeFault } from './promise-time.ts';
import { toPublicText } from './public-text.ts';
import type { Publication, PublicationExtras } from './publication.ts';
import { redraw } from './publishing.ts';
import { sentAgainst } from './sent-against.ts';
import { seriesOf, wordsOf } from './series.ts';
import { splitText } from './split.ts';

export interface Answer extends Press {
  readonly purpose: 'reply' | 'holding' | 'apology';
  /** As typed in Slack. */
  readonly text: string;
  /** Our publications that the sender had before their eyes when the form opened. */
  readonly seen: readonly string[];
  /** "Send anyway": the sender was told of the colleagues' answers among `seen`, not of one that came since. */
  readonly anyway: boolean;
  /** A text too long goes out as numbered posts; its sender has seen them. */
  readonly asPosts?: boolean;
  /** What else goes with it. A holding reply needs the time by which we will be back. */
  readonly with?: PublicationExtras;
  /** The customer's last post as the sender read it; an edit since then is named first. */
  readonly read?: string | undefined;
  /** What its text is looked at with before it goes; it goes unlooked at unless given. */
  readonly checking?: Checking;
}

/** A text ready for the public, signature included, with its length as the network counts it. */
export interface PublicText {
  readonly text: string;
  readonly length: number;
  readonly limit: number;
}

/** The customer's answer, on its way: it waits for Undo, then goes out. A colleague's answer meanwhile is named first. */
export function answer(mention: Mention, wish: Answer, desk: Desk, now: Date): Outcome<Mention> {
  if (wasHandled(mention, wish.key)) return refused({ reason: 'already-handled' });
  const ready = prepareTexts(wish.text, wish.by, wish.asPosts ?? false, desk);
  if ('refused' in ready) return ready;
  const time = promiseTimeFault(wish, now);
  if (time !== null) return refused(time);
  const unseen = answerOfColleague(mention, wish.by, wish.seen);
  if (unseen !== null) return refused(unseen);

  const target = answerTarget(mention);
  if (target === null) return refused({ reason: 'post-deleted' });
  const was = target.versions.find(({ id }) => id === wish.read);
  if (was !== undefined) return refused({ reason: 'edited-meanwhile', was: was.text, text: target.text });
  const { checking } = wish;
  const context = checking && contextOf(mention, wish, checking, desk, now);
  const warnings = context === undefined ? [] : warningsOfTyped(wish.text, context);
  if (untold(warnings, checking?.told ?? []).length > 0) return refused({ reason: 'warned', warnings });
  if (answerWay(mention) === 'intent') {
    const against = namesOf(warnings);
    return refused({ reason: 'reply-by-hand', ...(against !== '' && { against }) });
  }

  const claimed: Mention = {
    ...mention,
    owner: mention.owner ?? wish.by,
    status: mention.status === 'open' ? 'claimed' : mention.status,
    writing: mention.writing?.by === wish.by ? null : mention.writing,
  };
  const { by, purpose, with: more = {} } = wish;
  const publication = { by, purpose, inReplyTo: target.id, with: more, standing: wish.standing ?? ONE_OF_US };
  const sent = remember(pressSendAll(claimed, ready.texts, publication, desk, now), wish.key);
  const isSecond = wish.anyway && answerOfColleague(mention, wish.by, []) !== null;
  const second = isSecond ? recorded(sent, now, wish.by, 'sent-anyway') : sent;
  const noted = sentAgainst(second, warnings, wish.by, now);
  return decided(noted, [redraw(noted), ...(more.tellsOf ? tellIncident(noted, wish.key) : [])]);
}

/**
 * The one way from what staff typed to what the public reads: Slack's markup decoded, the signature added, the length
 * counted as the network counts it. None leads there while all publishing is paused.
 */
export function prepareText(typed: string, by: UserId | null, desk: Desk): PublicText | { readonly refused: Refusal } {
  const paused = pauseRefusal(desk);
  if (paused !== null) return refused(paused);
  const decoded = toPublicText(typed);
  if ('refused' in decoded) {
    return refused({ reason: 'unsuitable-text', why: decoded.refused.reason, what: decoded.refused.what });
  }
  const blank = blankIn(decoded.text);
  if (blank !== null) return refused({ reason: 'unsuitable-text', why: 'blank', what: blank });
  const text = signed(decoded.text, by, desk);
  const { length, limit } = weightedLength(text);
  if (length > limit) return refused({ reason: 'too-long', length, limit });
  // X takes one cashtag in a post: https://docs.x.com/x-api/posts/manage-tweets
  if (cashtagCount(text) > 1) return refused({ reason: 'unsuitable-text', why: 'too-many-cashtags', what: '$' });
  return { text, length, limit };
}

/** As `prepareText`; with `asPosts` a text that is too long becomes numbered posts. */
export function prepareTexts(
  typed: string,
  by: UserId | null,
  asPosts: boolean,
  desk: Desk,
): { readonly texts: readonly string[] } | { readonly refused: Refusal } {
  const ready = prepareText(typed, by, desk);
  if (!isRefused(ready)) return { texts: [ready.text] };
  const posts = asPosts && ready.refused.reason === 'too-long' ? postsOf(typed, by, desk) : null;
  if (posts === null) return ready;
  if (posts.some((post) => cashtagCount(post) > 1)) {
    return refused({ reason: 'unsuitable-text', why: 'too-many-cashtags', what: '$' });
  }
  return { texts: posts };
}

/** The numbered posts that a text would become; null where it needs none, or would need too many. */
export function postsOf(typed: string, by: UserId | null, desk: Desk): readonly string[] | null {
  const decoded = toPublicText(typed);
  if ('refused' in decoded) return null;
  const signature = signatureOf(by, desk);
  const { text } = decoded;
  return splitText(text.endsWith(signature) ? text.slice(0, text.length - signature.length) : text, signature);
}

/** The length that a text would have, for the live count: also of one that can't be sent yet. */
export function countText(typed: string, by: UserId | null, desk: Desk): { length: number; limit: number } {
  const decoded = toPublicText(typed);
  const plain = 'refused' in decoded ? typed : decoded.text;
  return weightedLength(plain === '' ? '' : signed(plain, by, desk));
}

function signed(text: string, by: UserId | null, desk: Desk): string {
  const signature = signatureOf(by, desk);
  return text.endsWith(signature.trim()) ? text : `${text}${signature}`;
}

function signatureOf(by: UserId | null, desk: Desk): string {
  const initials = by === null ? undefined : desk.settings.signatures[by];
  return initials === undefined ? '' : ` ^${initials}`;
}

function answerOfColleague(mention: Mention, by: UserId, seen: readonly string[]): Refusal | null {
  const last = mention.publications.findLast((one) => isUnderWay(one) && one.by !== by && !seen.includes(one.id));
  if (last === undefined) return null;
  const text = wordsOf(mention.publications, seriesOf(mention.publications, last));
  return { reason: 'answered-meanwhile', by: last.by, at: last.pressedAt, text };
}

function isUnderWay(publication: Publication): boolean {
  switch (publication.status) {
    case 'approval':
    case 'waiting':
    case 'sending':
    case 'unclear':
    case 'published':
      return true;
    case 'failed':
    case 'undone':
    case 'deleting':
    case 'deleted':
      return false;
  }
}
