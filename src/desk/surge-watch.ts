import { raiseAlarm } from './alarm.ts';
import type { Channel } from './channel.ts';
import { type Decision, decided } from './decision.ts';
import type { Desk } from './desk.ts';
import { type PlannedEffect, PRIORITY, plan } from './effect.ts';
import type { Incident } from './incident.ts';
import { type Instant, MINUTE_MS, plusMs, SECOND_MS } from './instant.ts';
import { sketch } from './likeness.ts';
import type { Mention } from './mention.ts';
import { isOn, NEW_SURGE, type Surge } from './surge.ts';
import { alike, findSurge, isAlike, usualNow, writtenIn } from './surge-count.ts';
import { calmLimit, usualIn } from './surge-limit.ts';
import { createSketches, type SketchOf } from './surge-sketches.ts';
import { surgeWords } from './surge-words.ts';
import { hourOfWeek, noteHour } from './usual.ts';

/** What the watch sees of everything that customers wrote. */
export interface SurgeSight {
  /** All mentions; null at a look that counts nothing. */
  readonly mentions: readonly Mention[] | null;
  /** Those that run. */
  readonly incidents: readonly Incident[];
  readonly desk: Desk;
  readonly sketchOf: SketchOf;
}

/** Its message is drawn again this often at most. */
const REDRAWN_EVERY_MS = 30 * SECOND_MS;
/** As usual for so long, and it is over: a surge comes in waves. */
const CALM_MS = 15 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** X lists posts late now and then: an hour is counted only so long after its end. */
const HOUR_SETTLES_MS = 10 * MINUTE_MS;
/** How far back the first look counts: as far as the first read of a network goes. */
const FIRST_HOURS = 24;
const MOST_HOURS = 7 * 24;
const KEPT = 5;
const COMPARED_TO = 1_000;
/** A running incident explains a surge when so many of its mentions belong to it or read like it. */
const EXPLAINS = 0.4;

/**
 * Counts what customers write against what this hour of the week usually brings: begins, follows and ends a surge, and
 * keeps the numbers of each hour that is over. Null when nothing changes.
 */
export function watchSurge(
  channel: Channel,
  { mentions, incidents, desk, sketchOf }: SurgeSight,
  now: Date,
): Decision<Channel> | null {
  if (mentions === null) return null;
  const counted = countHours(channel, mentions, desk, now);
  const last = counted.surges.at(-1);
  const next =
    last !== undefined && isOn(last)
      ? follow(counted, last, { mentions, incidents, desk, sketchOf }, now)
      : begin(counted, { mentions, incidents, desk, sketchOf }, now);
  if (next !== null) return next;
  return counted === channel ? null : decided(counted);
}

export function drawSurge(id: string): PlannedEffect {
  return plan({ type: 'draw-surge', surge: id }, PRIORITY.channel);
}

export function withSurge(channel: Channel, surge: Surge): Channel {
  return { ...channel, surges: channel.surges.map((one) => (one.id === surge.id ? surge : one)) };
}

/** The hours that are over since the last look; hours in which the app was down are counted from what came in later. */
function countHours(channel: Channel, mentions: readonly Mention[], desk: Desk, now: Date): Channel {
  const { timeZone } = desk.hours;
  const end = fullHour(now.getTime() - HOUR_SETTLES_MS);
  const oldest = mentions.reduce((first, { posts }) => Math.min(first, Date.parse(posts[0].at)), now.getTime());
  const first = Math.max(fullHour(oldest) + HOUR_MS, end - FIRST_HOURS * HOUR_MS);
  const { countedUntil } = channel.usual;
  let from = countedUntil === null ? first : Math.max(Date.parse(countedUntil), end - MOST_HOURS * HOUR_MS);
  let usual = channel.usual;
  for (; from + HOUR_MS <= end; from += HOUR_MS) {
    const [start, until] = [new Date(from).toISOString(), new Date(from + HOUR_MS).toISOString()];
    const counts = {
      complaints: writtenIn(mentions, start, until, 'complaints').length,
      all: writtenIn(mentions, start, until, 'volume').length,
    };
    const wasSurge = channel.surges.some(
      (one) => one.dismissed === null && one.since < until && (one.endedAt === null || one.endedAt > start),
    );
    usual = noteHour(usual, hourOfWeek(timeZone, new Date(from)), counts, wasSurge, until);
  }
  return usual === channel.usual ? channel : { ...channel, usual };
}

function fullHour(ms: number): number {
  return Math.floor(ms / HOUR_MS) * HOUR_MS;
}

interface Sight extends SurgeSight {
  readonly mentions: readonly Mention[];
}

function begin(channel: Channel, sight: Sight, now: Date): Decision<Channel> | null {
  const { desk, mentions, sketchOf } = sight;
  const { sensitivity } = desk.settings.surge;
  const before = channel.surges.at(-1);
  const until = before?.dismissed?.until ?? null;
  if (sensitivity === 'off' || (until !== null && now.toISOString() < until)) return null;
  const settled = settledUntil(before);
  const fresh = settled === null ? mentions : mentions.filter(({ posts }) => posts.some(({ at }) => at > settled));
  const found = findSurge(fresh, channel.usual, { timeZone: desk.hours.timeZone, sensitivity, sketchOf }, now);
  if (found === null) return null;
  const { signal, minutes, usual } = found;
  const count = found.mentions.length;
  const opens = plusMs(now, -minutes * MINUTE_MS);
  const since = settled !== null && settled > opens ? settled : opens;
  const surge: Surge = {
    ...NEW_SURGE,
    id: `s${channel.nextSurge}`,
    signal,
    minutes,
    startedAt: now.toISOString(),
    since,
    count,
    usual,
    peak: count,
    total: count,
    ...saidIn(found.mentions, sight, since),
    updatedAt: now.toISOString(),
  };
  const next = { ...channel, surges: [...channel.surges.slice(1 - KEPT), surge], nextSurge: channel.nextSurge + 1 };
  // Whoever runs the incident that explains it is up already.
  if (surge.suggested !== null) return decided(next, [drawSurge(surge.id)]);
  const about = { type: 'channel', id: channel.id } as const;
  const raised = raiseAlarm(next, { id: `surge:${surge.id}`, cause: { type: 'surge', surge: surge.id }, about }, now);
  return decided(raised.state, [
    drawSurge(surge.id),
    ...raised.effects.filter(({ key }) => key !== drawSurge(surge.id).key),
  ]);
}

/** What an earlier surge has told of is no news: else the hour after its end would tell of the same posts once more. */
function settledUntil(before: Surge | undefined): Instant | null {
  return before?.endedAt ?? before?.dismissed?.at ?? null;
}

function follow(channel: Channel, surge: Surge, sight: Sight, now: Date): Decision<Channel> | null {
  const { desk, mentions, sketchOf } = sight;
  const at = now.toISOString();
  const { signal, minutes } = surge;
  const isOff = desk.settings.surge.sensitivity === 'off';
  const quarter = usualNow(channel.usual, signal, 15, desk.hours.timeZone, now);
  const countIn = (length: number) => membersOf(surge, mentions, at, sketchOf, plusMs(now, -length * MINUTE_MS)).length;
  const isCalm = isOff || countIn(15) <= calmLimit(signal, quarter);
  const calmSince = isCalm ? (surge.calmSince ?? at) : null;
  const endedAt = isOff || (calmSince !== null && now.getTime() - Date.parse(calmSince) >= CALM_MS) ? at : null;
  const isDue = endedAt !== null || now.getTime() - Date.parse(surge.updatedAt) >= REDRAWN_EVERY_MS;
  if (!isDue) return calmSince === surge.calmSince ? null : decided(withSurge(channel, { ...surge, calmSince }));
  const written = membersOf(surge, mentions, at, sketchOf);
  const count = countIn(minutes);
  const numbers = {
    count,
    total: written.length,
    peak: Math.max(surge.peak, count),
    usual: usualIn(minutes, usualNow(channel.usual, signal, minutes, desk.hours.timeZone, now)),
  };
  const isSame = endedAt === null && count === surge.count && numbers.total === surge.total;
  if (isSame) return calmSince === surge.calmSince ? null : decided(withSurge(channel, { ...surge, calmSince }));
  const said = endedAt === null ? saidIn(written, sight, surge.since) : {};
  const next = { ...surge, ...numbers, ...said, calmSince, endedAt, updatedAt: at };
  return decided(withSurge(channel, next), [drawSurge(surge.id)]);
}

/** What belongs to a surge: written since it began (or later), and of what it is about where it is about one thing. */
function membersOf(
  surge: Surge,
  mentions: readonly Mention[],
  until: Instant,
  sketchOf: SketchOf,
  after: Instant = surge.since,
): readonly Mention[] {
  const from = after > surge.since ? after : surge.since;
  const written = writtenIn(mentions, from, surge.endedAt ?? until, surge.signal);
  if (surge.signal !== 'similar') return written;
  const like = mentions.find(({ id }) => id === surge.like);
  if (like === undefined) return written;
  const middle = sketchOf(like);
  return written.filter((mention) => isAlike(middle, sketchOf(mention)));
}

/** Those that its incident is to explain: who tells of the same cause, where most do; else every complaint of it. */
export function explainedBy(surge: Surge, mentions: readonly Mention[], now: Date): readonly Mention[] {
  const sketchOf = createSketches();
  const members = membersOf(surge, mentions, now.toISOString(), sketchOf).filter(
    ({ kind, incident, forgotten }) => kind === 'complaint' && incident === null && forgotten === null,
  );
  const like = mentions.find(({ id }) => id === surge.like);
  if (like === undefined) return members;
  const middle = sketchOf(like);
  const same = members.filter((mention) => isAlike(middle, sketchOf(mention)));
  return same.length >= EXPLAINS * members.length ? same : members;
}

/** What its posts say: the words, the one that the others resemble, and the incident that may explain it. */
function saidIn(
  written: readonly Mention[],
  { mentions, incidents, sketchOf }: Sight,
  since: string,
): Pick<Surge, 'words' | 'like' | 'suggested'> {
  const others = mentions.filter(({ posts }) => posts[0].at <= since).slice(-COMPARED_TO);
  const { like, mentions: same } = alike(written, sketchOf);
  return {
    words: surgeWords(written.map(textOf), others.map(textOf)),
    like: like !== null && same.length >= EXPLAINS * written.length ? like.id : null,
    suggested: explaining(incidents, written, sketchOf)?.id ?? null,
  };
}

function explaining(incidents: readonly Incident[], written: readonly Mention[], sketchOf: SketchOf): Incident | null {
  const share = (incident: Incident) => {
    const about = sketch([incident.title, ...incident.publications.map(({ text }) => text)].join('\n'));
    const own = written.filter((one) => one.incident?.id === incident.id || isAlike(about, sketchOf(one)));
    return own.length / Math.max(1, written.length);
  };
  return incidents.findLast((incident) => share(incident) >= EXPLAINS) ?? null;
}

function textOf({ posts }: Mention): string {
  return posts.map(({ text }) => text).join('\n');
}
