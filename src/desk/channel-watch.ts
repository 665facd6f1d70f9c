import { ringBell } from './bell.ts';
import type { Channel, KindCounts } from './channel.ts';
import { countBacklog } from './channel-lines.ts';
import { releaseAtClosing } from './closing.ts';
import type { Decision } from './decision.ts';
import type { Desk } from './desk.ts';
import { offerIdle } from './idle.ts';
import type { Incident } from './incident.ts';
import { uncardedSince } from './lost-card.ts';
import type { Mention } from './mention.ts';
import { tellPromises } from './promise-rounds.ts';
import { remind } from './remind.ts';
import { weeklyReport } from './report-orders.ts';
import { type AlarmSubject, alarmOverdue, ring } from './ring.ts';
import { tellSilence, type Vitals } from './silence.ts';
import { tellCheerful } from './silence-meter.ts';
import type { SketchOf } from './surge-sketches.ts';
import { watchSurge } from './surge-watch.ts';

/** What the watch sees when it looks at a channel. */
export interface ChannelSight {
  readonly desk: Desk;
  /** The team's own channel, which gets what concerns the whole desk. */
  readonly isMain: boolean;
  /** Its open mentions, oldest first. */
  readonly open: readonly Mention[];
  /** Those that run. */
  readonly incidents: readonly Incident[];
  /** Everything that customers wrote, at the looks that count it; else null. */
  readonly mentions: readonly Mention[] | null;
  /** Keeps what it sketched from one look to the next. */
  readonly sketchOf: SketchOf;
  /** What its alarms that are not over are about. */
  readonly alarmed: readonly AlarmSubject[];
  /** Mentions of any channel with a promise that is neither kept nor dropped, also those that are answered. */
  readonly promised: readonly Mention[];
  /** How many mentions wait for their card, and how long the oldest of them has. */
  readonly waiting: { readonly counts: KindCounts; readonly oldestMs: number };
  /** What the app measures of itself. */
  readonly vitals: Vitals;
}

/** What the clock alone makes a channel say; null when there is nothing to say. */
type ChannelRule = (channel: Channel, sight: ChannelSight, now: Date) => Decision<Channel> | null;

/** Everything that the watch asks a channel, in this order. */
export const CHANNEL_RULES: readonly ChannelRule[] = [
  (channel, { open, promised, desk }, now) =>
    releaseAtClosing(
      channel,
      [...new Set([...open, ...promised.filter((one) => one.channel === channel.id)])],
      desk,
      now,
    ),
  (channel, { isMain, incidents }, now) => (isMain ? alarmOverdue(channel, incidents, now) : null),
  (channel, { isMain, ...sight }, now) => (isMain ? watchSurge(channel, sight, now) : null),
  (channel, { isMain, incidents }) => (isMain ? tellCheerful(channel, incidents) : null),
  (channel, { alarmed, desk }, now) => ring(channel, alarmed, desk, now),
  // Before the reminder, of which it takes a part.
  (channel, { isMain, desk, ...sight }, now) => (isMain ? ringBell(channel, sight, desk, now) : null),
  (channel, { open, desk }, now) => remind(channel, open, desk, now),
  (channel, { desk }, now) => tellPromises(channel, desk, now),
  (channel, { open, desk }, now) => offerIdle(channel, open, desk, now),
  (channel, { isMain, vitals }) => (isMain ? tellSilence(channel, vitals) : null),
  (channel, { isMain, desk }, now) => (isMain ? weeklyReport(channel, desk, now) : null),
  (channel, { waiting }, now) => countBacklog(channel, waiting.counts, waiting.oldestMs, now),
];

/** What waits for its card in a channel. */
export function waitingIn(channel: string, uncarded: readonly Mention[], now: Date): ChannelSight['waiting'] {
  const counts = { complaint: 0, question: 0, praise: 0, other: 0 };
  let oldestMs = 0;
  for (const mention of uncarded) {
    if (mention.channel !== channel) continue;
    counts[mention.kind] += 1;
    const saved = uncardedSince(mention);
    if (saved !== undefined) oldestMs = Math.max(oldestMs, now.getTime() - Date.parse(saved));
  }
  return { counts, oldestMs };
}
