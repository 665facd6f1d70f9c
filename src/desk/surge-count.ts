import { MINUTE_MS, plusMs } from './instant.ts';
import { causeLikeness, type Sketch } from './likeness.ts';
import type { Mention } from './mention.ts';
import { STRETCHES, type Stretch, type SurgeSignal, surgeLimit, usualIn } from './surge-limit.ts';
import type { Sensitivity } from './surge-settings.ts';
import type { SketchOf } from './surge-sketches.ts';
import { hourOfWeek, type Usual, type UsualHours, usualOf } from './usual.ts';

/** So many of the newest are compared with each other; the others with the one that these resemble. */
const COMPARED = 120;
/**
 * In a surge less must be in common than for a link that the app proposes by itself: one outage is asked about in one post and
 * complained of in the next, and named with another town in a third. Posts about different things stay far below.
 */
const ALIKE = 0.3;
/** What is alike is sought from so many complaints on. */
const LEAST_ALIKE = 5;

/** Those with a post of their customer's in a stretch of time, each once; complaints unless all are asked for. */
export function writtenIn(
  mentions: readonly Mention[],
  from: string,
  to: string,
  signal: SurgeSignal,
): readonly Mention[] {
  return mentions.filter(
    ({ kind, posts }) =>
      (signal === 'volume' || kind === 'complaint') && posts.some((post) => post.at > from && post.at <= to),
  );
}

/** What the last minutes of a signal are measured against; where two hours meet, the busier one. */
export function usualNow(usual: UsualHours, signal: SurgeSignal, minutes: number, timeZone: string, now: Date): Usual {
  const lists = signal === 'volume' ? usual.all : usual.complaints;
  const [before, here] = [new Date(now.getTime() - minutes * MINUTE_MS), now].map((at) =>
    usualOf(lists, hourOfWeek(timeZone, at)),
  );
  return before !== undefined && here !== undefined && before.perHour > here.perHour
    ? before
    : usualOf(lists, hourOfWeek(timeZone, now));
}

/** A stretch that passes its limit. */
export interface Found {
  readonly signal: SurgeSignal;
  readonly minutes: Stretch;
  readonly mentions: readonly Mention[];
  readonly usual: number;
}

interface Measure {
  readonly timeZone: string;
  readonly sensitivity: Exclude<Sensitivity, 'off'>;
  readonly sketchOf: SketchOf;
}

/** The stretch that passes its limit by most; null where all is as usual. */
export function findSurge(
  mentions: readonly Mention[],
  hours: UsualHours,
  { timeZone, sensitivity, sketchOf }: Measure,
  now: Date,
): Found | null {
  const longest = Math.max(...STRETCHES);
  const recent = mentions.filter(({ posts }) => posts.some(({ at }) => at > plusMs(now, -longest * MINUTE_MS)));
  let best: (Found & { readonly times: number }) | null = null;
  for (const signal of ['complaints', 'similar', 'volume'] as const) {
    for (const minutes of STRETCHES) {
      const usual = usualNow(hours, signal, minutes, timeZone, now);
      const limit = surgeLimit(signal, minutes, usual, sensitivity);
      const written = writtenIn(recent, plusMs(now, -minutes * MINUTE_MS), now.toISOString(), signal);
      const counted = signal === 'similar' && written.length >= limit ? alike(written, sketchOf).mentions : written;
      const times = counted.length / limit;
      // What is said about one cause says more than a number; of two that say the same the first.
      if (times >= 1 && times > (best?.times ?? 0)) {
        best = { signal, minutes, mentions: counted, usual: usualIn(minutes, usual), times };
      }
    }
  }
  return best;
}

/** The largest group that tells of one cause, and the one that the others resemble; all of them where none does. */
export function alike(
  mentions: readonly Mention[],
  sketchOf: SketchOf,
): { readonly like: Mention | null; readonly mentions: readonly Mention[] } {
  if (mentions.length < LEAST_ALIKE) return { like: null, mentions: [] };
  const sketched = mentions.map((mention) => ({ mention, sketch: sketchOf(mention) }));
  const compared = sketched.slice(-COMPARED);
  let like: (typeof sketched)[number] | null = null;
  let most = 1;
  for (const one of compared) {
    const count = compared.filter((other) => isAlike(one.sketch, other.sketch)).length;
    if (count > most) [like, most] = [one, count];
  }
  if (like === null) return { like: null, mentions: [] };
  const { sketch: middle } = like;
  return {
    like: like.mention,
    mentions: sketched.filter((other) => isAlike(middle, other.sketch)).map(({ mention }) => mention),
  };
}

export function isAlike(a: Sketch, b: Sketch): boolean {
  return causeLikeness(a, b) >= ALIKE;
}
