import { type Outcome, type Refusal, refused } from './decision.ts';
import { remember, wasHandled } from './handled.ts';
import { pressed } from './handling.ts';
import { withoutHidden } from './hidden-characters.ts';
import type { Mention } from './mention.ts';
import type { Press } from './press.ts';
import { TOPIC_LENGTH } from './settings.ts';

/** How many topics a mention may have: its card has one line for them. */
const MOST_TOPICS = 20;
const TICKET_LENGTH = 60;
/** Of a web address, as the URL parser writes it. */
const ADDRESS_LENGTH = 500;

/** What a person makes of a mention's topics: what they took away and what they added, whoever else does so meanwhile. */
export interface TopicsWish {
  /** The topics that the person had before their eyes. */
  readonly seen: readonly string[];
  readonly wanted: readonly string[];
}

/** Words as a person writes them into one field, `billing, late delivery`: each once, whatever its capitals. */
export function topicsFrom(text: string): string[] {
  const words = withoutHidden(text)
    .split(/[,;\n]/)
    .map((word) => word.replace(/\s+/g, ' ').trim())
    .filter((word) => word !== '');
  return eachOnce(words);
}

/**
 * Sets a mention's topics. A word of the team's settings is kept in their spelling.
 * @param known the settings' topics
 */
export function setTopics(
  mention: Mention,
  press: Press,
  { seen, wanted }: TopicsWish,
  known: readonly string[],
  now: Date,
): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  const spelled = wanted.map((word) => known.find((one) => isSame(one, word)) ?? word);
  const tooLong = spelled.find((word) => word.length > TOPIC_LENGTH);
  if (tooLong !== undefined) return refused({ reason: 'topic-too-long', what: tooLong, limit: TOPIC_LENGTH });
  const dropped = seen.filter((word) => !spelled.some((one) => isSame(one, word)));
  const kept = mention.topics.filter((word) => !dropped.some((one) => isSame(one, word)));
  const topics = eachOnce([...kept, ...spelled]);
  if (topics.length > MOST_TOPICS) return refused({ reason: 'too-many-topics', limit: MOST_TOPICS });
  if (topics.join('\n') === mention.topics.join('\n')) return { state: remember(mention, press.key), effects: [] };
  return pressed({ ...mention, topics }, press, 'topics-changed', now, topics.join(', ') || '–');
}

/**
 * Says where the case is kept elsewhere; nothing written takes it away again.
 * @param written a web address of at most 500 characters, or that system's own number or word of at most 60
 */
export function setTicket(mention: Mention, press: Press, written: string, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  const ticket = written.trim() === '' ? null : written.trim();
  if (ticket === mention.ticket) return { state: remember(mention, press.key), effects: [] };
  const unfit = ticket === null ? null : faultOfTicket(ticket);
  if (unfit !== null) return refused(unfit);
  return pressed({ ...mention, ticket }, press, 'ticket-set', now, ticket ?? '–');
}

/** Whether two topics are one, whatever their capitals. */
export function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function faultOfTicket(ticket: string): Refusal | null {
  const isAddress = /^[a-z][a-z0-9+.-]*:\/\//i.test(ticket);
  if (!isAddress) return /\s/.test(ticket) || ticket.length > TICKET_LENGTH ? { reason: 'ticket-unfit' } : null;
  const url = URL.canParse(ticket) ? new URL(ticket) : null;
  const fits = url !== null && /^https?:$/.test(url.protocol) && !/\s/.test(ticket);
  return fits && url.href.length <= ADDRESS_LENGTH && ticket.length <= ADDRESS_LENGTH
    ? null
    : { reason: 'ticket-unfit' };
}

function eachOnce(words: readonly string[]): string[] {
  const once: string[] = [];
  for (const word of words) if (!once.some((one) => isSame(one, word))) once.push(word);
  return once;
}
