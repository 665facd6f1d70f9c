import type { ShownCard } from './complaints-shown.ts';
import type { Message } from './slack/index.ts';
import type { Stage } from './stage.ts';

/** From the beginning of a read, for the app to turn its pages and to save what they brought. */
const READ_AND_SAVED_MS = 2_000;
const MENTIONS = 'GET /2/users/:id/mentions';

/** What the channel shows. */
export interface ChannelState {
  readonly cards: number;
  /** Said to wait by the backlog line. */
  readonly backlog: number;
  /** … of which complaints. */
  readonly complaintsWaiting: number;
}

/**
 * Cards, and the newest backlog line with the cards that were there when it was written; a card that came after it is
 * not counted twice.
 */
export function stateOf({ slack, channels }: Stage): ChannelState {
  const messages = slack.workspace.messages(channels.support);
  const cards = messages.filter((message) => keyOf(message) === 'draw-card');
  const line = messages.findLast((message) => keyOf(message) === 'draw-backlog');
  if (line === undefined) return { cards: cards.length, backlog: 0, complaintsWaiting: 0 };
  const writtenAt = Number(line.editedTs ?? line.ts);
  const since = cards.filter((card) => Number(card.ts) > writtenAt);
  // As a person reads it: the first number of the line; "all caught up" has none.
  const waiting = numberIn(line.text, /(\d[\d.,]*)/) - since.length;
  const complaints = numberIn(line.text, /(\d[\d.,]*) complaint/) - since.filter(isComplaint).length;
  return { cards: cards.length, backlog: Math.max(0, waiting), complaintsWaiting: Math.max(0, complaints) };
}

/** Mentions that share the card of another one, as their cards count them: “and 12 more say the same”. */
export function foldedIn({ slack, channels }: Stage): number {
  return slack.workspace
    .messages(channels.support)
    .filter((message) => keyOf(message) === 'draw-card')
    .reduce(
      (sum, { blocks }) => sum + numberIn(JSON.stringify(blocks ?? []), /and (\d[\d.,]*) more says? the same/),
      0,
    );
}

/** Every card that the channel shows, with the times of its post. */
export function cardsShown({ slack, x, channels }: Stage): readonly ShownCard[] {
  const readsMs = x.world.requests.filter(({ call }) => call === MENTIONS).map(({ at }) => at.getTime());
  return slack.workspace.messages(channels.support).flatMap((message): ShownCard[] => {
    const post = keyOf(message) === 'draw-card' ? x.world.find(postOf(message)) : undefined;
    if (post === undefined) return [];
    const arrivedMs = post.at.getTime();
    const readMs = readsMs.find((ms) => ms >= arrivedMs) ?? arrivedMs;
    return [{ kind: kindOf(message), arrivedMs, knownMs: readMs + READ_AND_SAVED_MS, shownMs: shownMsOf(message) }];
  });
}

/** A card says why it is shown before others of its kind: danger, or “raised: third post without an answer”. */
const RAISED = /⚠️|\*(?:raised|urgent):\*/;

function kindOf(message: Message): ShownCard['kind'] {
  if (isComplaint(message)) return 'complaint';
  return RAISED.test(JSON.stringify(message.blocks ?? [])) ? 'urgent' : 'rest';
}

/** The notification of a card begins with its kind: "🔴 Complaint #12 from …". */
function isComplaint({ text }: Message): boolean {
  return /^[^#]*\bcomplaint\b/i.test(text);
}

function keyOf(message: Message): unknown {
  return message.metadata?.event_payload.key;
}

/** The metadata of a card names its mention: `mention:x:123`. */
function postOf({ metadata }: Message): string {
  const ref = metadata?.event_payload.ref;
  return typeof ref === 'string' ? (ref.split(':').at(-1) ?? '') : '';
}

function shownMsOf({ ts }: Message): number {
  return Math.round(Number(ts) * 1_000);
}

function numberIn(text: string, pattern: RegExp): number {
  return Number((pattern.exec(text)?.[1] ?? '0').replace(/[.,]/g, ''));
}
