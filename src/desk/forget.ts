import { type Decision, decided, type Outcome, refused } from './decision.ts';
import { type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { type Erasure, erasureId, messagesOf, spanOf, staffOf } from './erasure.ts';
import type { ForgetNews } from './forget-news.ts';
import type { Forgotten, Undeleted } from './forgotten.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import { tellIncident } from './incident-news.ts';
import type { UserId } from './instant.ts';
import type { Mention } from './mention.ts';
import type { Origin } from './origin.ts';
import type { ForgetRequest, Person } from './person.ts';
import type { Press } from './press.ts';
import { endPromises } from './promises.ts';
import type { Publication } from './publication.ts';
import { tellSettled } from './published.ts';
import { isForgotten, withoutPerson } from './reduced.ts';
import { type Aggregate, channelRef, DESK, mentionRef, personRef, type SlackMessage } from './ref.ts';

/** Who wants somebody forgotten, and how. */
export interface ForgetWish extends Press {
  readonly from: Origin;
  /** The team's own channel. */
  readonly channel: string;
  /** Our public replies to them are deleted as well. */
  readonly replies: boolean;
}

/**
 * All that a customer wrote is to be forgotten. The request is kept with the one who is told of its end: one change, which
 * tells each mention and the desk, so that a crash in between loses and doubles nothing.
 * @param teller who hears when it is done
 */
export function forgetPerson(teller: Person, wish: ForgetWish, mentions: readonly Mention[]): Outcome<Person> {
  if (wasHandled(teller, wish.key)) return refused({ reason: 'already-handled' });
  const free = mentions.filter(({ held }) => held === null);
  const [held] = mentions.flatMap((one) =>
    one.held === null ? [] : [{ number: one.number, by: one.held.by, at: one.held.at, why: one.held.reason }],
  );
  if (free.length === 0)
    return refused(held === undefined ? { reason: 'nobody-to-forget' } : { reason: 'held', ...held });
  const request: ForgetRequest = { id: wish.key, mentions: mentions.map(({ id }) => id), done: [] };
  const { by, from, channel, replies } = wish;
  const news: ForgetNews = {
    type: 'forget',
    by,
    from,
    channel,
    replies,
    report: { to: teller.id, request: request.id },
  };
  const numbers = free.map(({ number }) => number);
  const handles = handlesOf(free);
  return decided(remember({ ...teller, forgettings: [...teller.forgettings, request] }, wish.key), [
    ...mentions.map(({ id }) =>
      plan({ type: 'tell', id: `forget:${request.id}:${id}`, to: mentionRef(id), news }, PRIORITY.press),
    ),
    plan(
      { type: 'tell', id: `forget:${request.id}`, to: DESK, news: { type: 'forgot', by, from, numbers, handles } },
      PRIORITY.press,
    ),
  ]);
}

/** What somebody is called in their mentions: handles change. */
export function handlesOf(mentions: readonly Mention[]): readonly string[] {
  return [...new Set(mentions.map(({ author }) => author.handle).filter((handle) => handle !== ''))];
}

/** A mention hears that its customer is to be forgotten. What is held, or just on its way to the public, stays and says so. */
export function hearForget(mention: Mention, news: ForgetNews, now: Date): Decision<Mention> {
  const { report } = news;
  if (mention.forgotten !== null) return decided(mention, [tellDone(mention, report, {})]);
  if (mention.held !== null) return decided(mention, [tellDone(mention, report, { kept: 'held' })]);
  if (mention.publications.some(isOnItsWay))
    return decided(mention, [tellDone(mention, report, { kept: 'under-way' })]);
  const taken = news.replies ? takenBack(mention, news.by, now) : decided(mention);
  const done = forgetMention(taken.state, { by: news.by, why: 'asked', report }, news.channel, now);
  const history = done.state.history.map((entry, index, all) =>
    index === all.length - 1 ? { ...entry, from: news.from } : entry,
  );
  return decided({ ...done.state, history }, [...taken.effects, ...done.effects]);
}

/**
 * Deletes the customer and all words from our store at once, and plans the deletion of the copies in Slack.
 * @param main the team's own channel
 */
export function forgetMention(
  mention: Mention,
  { by, why, report }: Pick<Forgotten, 'by' | 'why' | 'report'>,
  main: string,
  now: Date,
): Decision<Mention> {
  const erasures = erasuresOf(mention, why, main);
  const wasOpen = mention.status !== 'answered' && mention.status !== 'closed';
  const at = now.toISOString();
  const ended = endPromises(mention, { how: 'dropped', by }, now);
  const reduced = withoutPerson(ended.state, now);
  const waits = erasures.map(erasureId);
  const state: Mention = {
    ...recorded(reduced, now, by, why === 'asked' ? 'forgotten' : 'outdated'),
    ...(wasOpen && { status: 'closed', closed: { by, at, reason: '' } }),
    forgotten: { by, at, why, report, waits, left: [], undeleted: [] },
  };
  return decided(state, [
    ...ended.effects,
    ...(wasOpen ? [tellSettled(state, 'forgotten')] : []),
    ...tellIncident(state, 'forgotten'),
    ...[...new Set([mention.channel, main])].map((channel) => tellEmptied(mention, channel, 'forgotten')),
    ...erasures.map((erasure) => erase(erasure)),
    ...doneWhenEmpty(state),
  ]);
}

/** Slack carried an erasure out, or can't: when nothing is left to do, whoever asked hears of it. */
export function erased(
  state: Aggregate,
  id: string,
  { left, undeleted }: { readonly left: readonly SlackMessage[]; readonly undeleted: Undeleted | null },
): Decision<Aggregate> {
  if (!isForgotten(state)) return decided(state);
  const { forgotten } = state;
  if (!forgotten.waits.includes(id)) return decided(state);
  const next = {
    ...state,
    forgotten: {
      ...forgotten,
      waits: forgotten.waits.filter((one) => one !== id),
      left: [...new Map([...forgotten.left, ...left].map((one) => [`${one.channel} ${one.ts}`, one])).values()],
      undeleted: [...forgotten.undeleted, ...(undeleted === null ? [] : [undeleted])],
    },
  };
  return decided(next, next.type === 'mention' ? doneWhenEmpty(next) : []);
}

/** A message that was on its way while its mention was forgotten. */
export function eraseLate(at: SlackMessage): PlannedEffect {
  return erase({ what: 'message', at });
}

export function erase(erasure: Erasure): PlannedEffect {
  return plan({ type: 'erase', id: erasureId(erasure), erasure }, PRIORITY.rest);
}

/** The channel draws what names the mention again. @param cause unique for this mention; twice is once */
export function tellEmptied(mention: Mention, channel: string, cause: string): PlannedEffect {
  const news = { type: 'mention-emptied', mention: mention.id, card: mention.card, span: spanOf(mention) } as const;
  const id = `emptied:${mention.id}:${cause}`;
  return plan({ type: 'tell', id, to: channelRef(channel), news }, PRIORITY.channel);
}

function erasuresOf(mention: Mention, why: Forgotten['why'], main: string): readonly Erasure[] {
  const [span, { card }] = [spanOf(mention), mention];
  return [
    ...messagesOf(mention).map((at): Erasure => ({ what: 'message', at })),
    ...staffOf(mention).map((user): Erasure => ({ what: 'direct', user, span, card, keys: null })),
    ...[...new Set([mention.channel, main])].map((channel): Erasure => ({ what: 'lines', channel, span, card })),
    // Whoever is to be forgotten may stand in any file; what is old is no reason to take young files away.
    ...(why === 'asked' ? [{ what: 'files', since: span.from } as const] : []),
  ];
}

function doneWhenEmpty(mention: Mention): readonly PlannedEffect[] {
  const { forgotten } = mention;
  if (forgotten === null || forgotten.report === null || forgotten.waits.length > 0) return [];
  const { left, undeleted } = forgotten;
  return [tellDone(mention, forgotten.report, { left, undeleted })];
}

function tellDone(
  { id, number, publications }: Mention,
  { to, request }: NonNullable<Forgotten['report']>,
  done: Partial<Pick<ForgetRequest['done'][number], 'kept' | 'left' | 'undeleted'>>,
): PlannedEffect {
  const replies = publications.filter(({ status, post }) => status === 'published' && post !== null).length;
  const news = {
    type: 'forgotten',
    request,
    done: { mention: id, number, kept: null, left: [], undeleted: [], replies, ...done },
  } as const;
  return plan({ type: 'tell', id: `forgotten:${request}:${id}`, to: personRef(to), news }, PRIORITY.press);
}

function isOnItsWay({ status }: Publication): boolean {
  return status === 'sending' || status === 'unclear' || status === 'deleting';
}

function takenBack(mention: Mention, by: UserId, now: Date): Decision<Mention> {
  const public_ = mention.publications.filter(({ status, post }) => status === 'published' && post !== null);
  const publications = mention.publications.map((one) =>
    public_.includes(one) ? { ...one, status: 'deleting' as const } : one,
  );
  const noted = public_.reduce<Mention>((state) => recorded(state, now, by, 'deleted'), { ...mention, publications });
  return decided(
    noted,
    public_.map(({ id }) => plan({ type: 'unpublish', publication: id }, PRIORITY.press)),
  );
}
