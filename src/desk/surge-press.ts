import type { Channel } from './channel.ts';
import { type Decision, decided, type Outcome, refused } from './decision.ts';
import { type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { remember, wasHandled } from './handled.ts';
import type { Incident } from './incident.ts';
import { MINUTE_MS, type UserId } from './instant.ts';
import type { Press } from './press.ts';
import { channelRef, mentionRef } from './ref.ts';
import { isOn } from './surge.ts';
import type { SurgeNews } from './surge-news.ts';
import { drawSurge, withSurge } from './surge-watch.ts';

const HOUR_MS = 60 * MINUTE_MS;
/** One press links so many at most: each is a line in a history, and a card to draw. */
const MOST_LINKED = 500;

/** "Not a surge": nobody is called any more, and the rest of the hour stays quiet, whatever comes. */
export function dismissSurge(channel: Channel, press: Press, id: string, now: Date): Outcome<Channel> {
  if (wasHandled(channel, press.key)) return refused({ reason: 'already-handled' });
  const surge = channel.surges.find((one) => one.id === id);
  if (surge === undefined || !isOn(surge)) return refused({ reason: 'already-done' });
  const until = new Date(Math.ceil((now.getTime() + 1) / HOUR_MS) * HOUR_MS).toISOString();
  const dismissed = { by: press.by, at: now.toISOString(), until };
  return decided(remember(withSurge(channel, { ...surge, dismissed }), press.key), [drawSurge(id)]);
}

/** A surge that an incident is to explain, with its mentions. */
export interface ExplainedSurge {
  readonly channel: string;
  readonly id: string;
  readonly mentions: readonly string[];
}

/** What an incident must tell when it begins to explain a surge: each of its mentions, and the surge's own message. */
export function explain(
  { id, number, title }: Pick<Incident, 'id' | 'number' | 'title'>,
  surge: ExplainedSurge,
  by: UserId,
): readonly PlannedEffect[] {
  const about = { id, number, title };
  const links = surge.mentions.slice(0, MOST_LINKED).map((mention) => {
    const news = { type: 'incident-explains', incident: about, by } as const;
    return plan({ type: 'tell', id: `explains:${id}:${mention}`, to: mentionRef(mention), news }, PRIORITY.rest);
  });
  const news = { type: 'surge-explained', surge: surge.id, incident: id, by } as const;
  const told = { type: 'tell', id: `explained:${id}:${surge.id}`, to: channelRef(surge.channel), news } as const;
  return [plan(told, PRIORITY.press), ...links];
}

/** Its mentions are linked to an incident that runs already. */
export function linkSurge(
  channel: Channel,
  press: Press,
  id: string,
  incident: Incident,
  mentions: readonly string[],
  now: Date,
): Outcome<Channel> {
  if (wasHandled(channel, press.key)) return refused({ reason: 'already-handled' });
  const surge = channel.surges.find((one) => one.id === id);
  if (surge === undefined || !isOn(surge)) return refused({ reason: 'already-done' });
  const explained = { incident: incident.id, by: press.by, at: now.toISOString() };
  const [, ...links] = explain(incident, { channel: channel.id, id, mentions }, press.by);
  return decided(remember(withSurge(channel, { ...surge, explained }), press.key), [drawSurge(id), ...links]);
}

/** Somebody started an incident from it: the message says so, and nobody else is called. */
export function surgeExplained(channel: Channel, { surge: id, incident, by }: SurgeNews, now: Date): Decision<Channel> {
  const surge = channel.surges.find((one) => one.id === id);
  if (surge === undefined) return decided(channel);
  const explained = { incident, by, at: now.toISOString() };
  return decided(withSurge(channel, { ...surge, explained }), [drawSurge(id)]);
}
