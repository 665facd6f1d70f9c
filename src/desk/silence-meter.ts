import type { Channel } from './channel.ts';
import { cheerIn } from './cheerful.ts';
import { type Decision, decided } from './decision.ts';
import { type News, type PlannedEffect, PRIORITY, plan } from './effect.ts';
import type { Incident } from './incident.ts';
import { latestWord } from './incident-answers.ts';
import { saidAt } from './incident-figures.ts';
import { type Instant, MINUTE_MS, plusMs } from './instant.ts';
import type { Mention } from './mention.ts';
import { newestOn, type OwnPost } from './own-post.ts';
import { incidentRef } from './ref.ts';

/** How long the public has heard nothing from us while an incident runs. */
export interface Silent {
  /** Of our last word on the incident's network; of the incident's beginning while there is none. */
  readonly since: Instant;
  readonly hasSpoken: boolean;
  /** Customers who complained since, about whatever. */
  readonly complaints: number;
}

/** Silence is nothing, or it grows as long as the pause that the team itself named, or twice as long. */
export type SilenceLevel = 'fine' | 'long' | 'far-too-long';

/** The incident's message follows the minutes this often. */
const REDRAWN_EVERY_MS = 5 * MINUTE_MS;
/** A greeting from the day before is still the newest thing on the profile. */
const LOOK_BACK_MS = 24 * 60 * MINUTE_MS;

/** Null for what does not run. @param own the newest post on our profile there */
export function silenceOf(incident: Incident, mentions: readonly Mention[], own: OwnPost | null): Silent | null {
  if (incident.status !== 'running') return null;
  const word = latestWord(incident);
  const said = word === null ? null : saidAt(word);
  // What a colleague posts there by hand is a word too, unless it is a greeting.
  const byHand = own !== null && own.at > incident.startedAt && cheerIn(own.text) === null ? own.at : null;
  const last = [said, byHand].reduce((a, b) => (a === null || (b !== null && b > a) ? b : a));
  const since = last ?? incident.startedAt;
  const complaints = mentions.filter(({ kind, posts }) => kind === 'complaint' && posts.some(({ at }) => at > since));
  return { since, hasSpoken: last !== null, complaints: complaints.length };
}

export function silenceLevel(
  { since }: Silent,
  { updateMinutes }: Pick<Incident, 'updateMinutes'>,
  now: Date,
): SilenceLevel {
  const minutes = (now.getTime() - Date.parse(since)) / MINUTE_MS;
  if (minutes < updateMinutes) return 'fine';
  return minutes < 2 * updateMinutes ? 'long' : 'far-too-long';
}

/** When its message is next drawn for the minutes alone; null for what does not run. */
export function meterWakeAt({ status, meterAt, startedAt }: Incident): Instant | null {
  return status === 'running' ? (meterAt ?? startedAt) : null;
}

/** Null when it is not yet time. */
export function wakeMeter(incident: Incident, now: Date): Decision<Incident> | null {
  const at = meterWakeAt(incident);
  if (at === null || at > now.toISOString()) return null;
  const next = { ...incident, meterAt: plusMs(now, REDRAWN_EVERY_MS) };
  return decided(next, incident.meterAt === null ? [] : [plan({ type: 'draw-incident' }, PRIORITY.rest)]);
}

/**
 * The newest post on our profile is a greeting while an incident runs: its message and its thread say so. Also one from the
 * day before, and no longer once anything else is newer. Null when the incidents know.
 */
export function tellCheerful(channel: Channel, incidents: readonly Incident[]): Decision<Channel> | null {
  const effects = incidents.flatMap((incident): PlannedEffect[] => {
    const post = cheerfulOn(channel, incident);
    if (post?.id === incident.cheerful?.id) return [];
    const id = `cheerful:${incident.id}`;
    return [
      plan({ type: 'tell', id, to: incidentRef(incident.id), news: { type: 'cheerful-post', post } }, PRIORITY.press),
    ];
  });
  return effects.length === 0 ? null : decided(channel, effects);
}

/** What the incident hears of it. */
export function hearCheerful(
  incident: Incident,
  { post }: Extract<News, { type: 'cheerful-post' }>,
): Decision<Incident> {
  if (incident.status !== 'running' || post?.id === incident.cheerful?.id) return decided(incident);
  return decided({ ...incident, cheerful: post }, [
    plan({ type: 'draw-incident' }, PRIORITY.press),
    ...(post === null ? [] : [plan({ type: 'post-cheerful', post: post.id }, PRIORITY.press)]),
  ]);
}

function cheerfulOn(channel: Channel, incident: Incident): OwnPost | null {
  const newest = newestOn(channel, incident.network);
  if (newest === null || newest.at < plusMs(new Date(incident.startedAt), -LOOK_BACK_MS)) return null;
  const word = latestWord(incident);
  if (word !== null && saidAt(word) > newest.at) return null;
  return cheerIn(newest.text) === null ? null : newest;
}
