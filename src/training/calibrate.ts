import type { Calibration } from '../triage/weights.ts';
import { fitLogistic, sigmoid } from './logistic.ts';
import { RECIPE } from './recipe.ts';
import { qualityAt, type Scored, THRESHOLDS } from './scoring.ts';

/** A score of a post that the model had not learned from, and how much the post counts. */
export interface Unseen extends Scored {
  readonly counts: number;
}

/** Platt's way: score and probability are tied by a slope and a shift. */
export function calibrated(unseen: readonly Unseen[]): Calibration {
  const [slope = 1, shift = 0] = fitLogistic({
    matrix: {
      rows: unseen.length,
      columns: 1,
      starts: Int32Array.from({ length: unseen.length + 1 }, (_, i) => i),
      indices: new Int32Array(unseen.length),
      values: Float64Array.from(unseen, ({ score }) => score),
    },
    labels: Float64Array.from(unseen, ({ is }) => (is ? 1 : 0)),
    weights: Float64Array.from(unseen, ({ counts }) => counts),
    offsets: new Float64Array(unseen.length),
    l2: 0.001,
  });
  const rounded = { slope: Number(slope.toFixed(4)), shift: Number(shift.toFixed(4)) };
  return {
    ...rounded,
    threshold: thresholdFor(unseen.map((one) => ({ ...one, score: probability(rounded, one.score) }))),
  };
}

export function probability({ slope, shift }: Pick<Calibration, 'slope' | 'shift'>, score: number): number {
  return sigmoid(slope * score + shift);
}

/**
 * A false alarm is better than a missed complaint: the lowest threshold whose F1 comes close to the best one, among those
 * that miss no more than one complaint in five.
 */
function thresholdFor(scored: readonly Scored[]): number {
  const tried = THRESHOLDS.map((threshold) => ({ threshold, ...qualityAt(scored, threshold) }));
  const enough = tried.filter(({ recall }) => recall >= RECIPE.leastRecall);
  const allowed = enough.length === 0 ? tried : enough;
  const best = allowed.reduce((most, { f1 }) => Math.max(most, f1), 0);
  return allowed.find(({ f1 }) => f1 >= best - RECIPE.f1ForRecall)?.threshold ?? 0.5;
}
