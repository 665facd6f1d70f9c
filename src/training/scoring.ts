/** A post as a model saw it: what it is, and how probable (or how high) the model put it. */
export interface Scored {
  readonly is: boolean;
  readonly score: number;
  /** How much the post counts beside others; 1 unless given. */
  readonly counts?: number;
}

export interface Quality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** What is found from a threshold on; everything 0 when nothing is found. */
export function qualityAt(scored: readonly Scored[], threshold: number): Quality {
  return quality(scored.map((one) => ({ ...one, said: one.score >= threshold })));
}

/** Whether a post is one, and whether it was said to be. */
interface Verdict {
  readonly is: boolean;
  readonly said: boolean;
  readonly counts?: number;
}

export function quality(judged: readonly Verdict[]): Quality {
  const sum = (is: (one: Verdict) => boolean) =>
    judged.reduce((total, one) => (is(one) ? total + (one.counts ?? 1) : total), 0);
  const hits = sum(({ is, said }) => is && said);
  if (hits === 0) return { precision: 0, recall: 0, f1: 0 };
  const precision = hits / sum(({ said }) => said);
  const recall = hits / sum(({ is }) => is);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** Average precision: how well complaints are put before the rest, whatever the threshold. */
export function averagePrecision(scored: readonly Scored[]): number {
  const ranked = scored.toSorted((a, b) => b.score - a.score);
  let hits = 0;
  let sum = 0;
  for (const [i, { is }] of ranked.entries()) {
    if (!is) continue;
    hits += 1;
    sum += hits / (i + 1);
  }
  return sum / Math.max(1, hits);
}

/** The thresholds that are tried. */
export const THRESHOLDS: readonly number[] = Array.from({ length: 95 }, (_, i) => (i + 3) / 100);

/** The threshold with the best F1, which nobody knows beforehand: how much a threshold could still bring. */
export function bestThreshold(scored: readonly Scored[]): { readonly threshold: number } & Quality {
  const tried = THRESHOLDS.map((threshold) => ({ threshold, ...qualityAt(scored, threshold) }));
  return tried.reduce((best, one) => (one.f1 > best.f1 ? one : best));
}
