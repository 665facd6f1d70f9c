/** Rows of features, each row from `starts[i]` to `starts[i + 1]`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

export interface Problem {
  readonly matrix: Matrix;
  /** 1 where it is so, 0 where it is not. */
  readonly labels: Float64Array;
  /** How much each row counts. */
  readonly weights: Float64Array;
  /** What is known of each row beforehand, added to its score; zeros where nothing is. */
  readonly offsets: Float64Array;
  /** How strongly weights are held at zero; the last one, the bias, is free unless `heldBias` is set. */
  readonly l2: number;
  readonly heldBias?: boolean;
}

const REMEMBERED = 8;
const MOST_STEPS = 60;
const ENOUGH = 1e-5;
const MOST_HALVINGS = 20;

/**
 * Logistic regression by L-BFGS, from zero: the same input gives the same bits.
 * @returns one weight for each column, and the bias behind them
 */
export function fitLogistic(problem: Problem): Float64Array {
  const size = problem.matrix.columns + 1;
  let at: Float64Array = new Float64Array(size);
  let here = lossAt(problem, at);
  const steps: { readonly moved: Float64Array; readonly turned: Float64Array; readonly scale: number }[] = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    const down = direction(here.gradient, steps);
    const slope = dot(here.gradient, down);
    let length = 1;
    let next = moved(at, down, length);
    let there = lossAt(problem, next);
    for (let tries = 0; tries < MOST_HALVINGS && there.loss > here.loss + 1e-4 * length * slope; tries++) {
      length /= 2;
      next = moved(at, down, length);
      there = lossAt(problem, next);
    }
    const way = difference(next, at);
    const turned = difference(there.gradient, here.gradient);
    const curve = dot(way, turned);
    if (curve > 1e-10) steps.push({ moved: way, turned, scale: 1 / curve });
    if (steps.length > REMEMBERED) steps.shift();
    const isDone = Math.abs(here.loss - there.loss) < ENOUGH * Math.abs(here.loss);
    at = next;
    here = there;
    if (isDone) break;
  }
  return at;
}

export function sigmoid(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** @returns the score of one row */
export function scoreOf({ starts, indices, values, columns }: Matrix, row: number, weights: Float64Array): number {
  let score = weights[columns] ?? 0;
  for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++) {
    score += (weights[indices[k] ?? 0] ?? 0) * (values[k] ?? 0);
  }
  return score;
}

function lossAt({ matrix, labels, weights, offsets, l2, heldBias = false }: Problem, at: Float64Array) {
  const { rows, columns, starts, indices, values } = matrix;
  const gradient = new Float64Array(columns + 1);
  let loss = 0;
  for (let j = 0; j < (heldBias ? columns + 1 : columns); j++) {
    const weight = at[j] ?? 0;
    loss += 0.5 * l2 * weight * weight;
    gradient[j] = l2 * weight;
  }
  let bias = 0;
  for (let row = 0; row < rows; row++) {
    const score = scoreOf(matrix, row, at) + (offsets[row] ?? 0);
    const label = labels[row] ?? 0;
    const counts = weights[row] ?? 0;
    const error = (sigmoid(score) - label) * counts;
    const side = score > 0 ? (1 - label) * score : -label * score;
    loss += counts * (Math.log1p(Math.exp(-Math.abs(score))) + side);
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++) {
      const j = indices[k] ?? 0;
      gradient[j] = (gradient[j] ?? 0) + error * (values[k] ?? 0);
    }
    bias += error;
  }
  gradient[columns] = (gradient[columns] ?? 0) + bias;
  return { loss, gradient };
}

/** The two loops of L-BFGS. */
function direction(
  gradient: Float64Array,
  steps: readonly { readonly moved: Float64Array; readonly turned: Float64Array; readonly scale: number }[],
): Float64Array {
  const way = Float64Array.from(gradient);
  const taken: number[] = [];
  for (const { moved: was, turned, scale } of steps.toReversed()) {
    const share = dot(was, way) * scale;
    taken.push(share);
    addTo(way, turned, -share);
  }
  const newest = steps.at(-1);
  const size =
    newest === undefined
      ? 1 / (Math.sqrt(dot(gradient, gradient)) || 1)
      : 1 / (newest.scale * dot(newest.turned, newest.turned));
  for (let k = 0; k < way.length; k++) way[k] = (way[k] ?? 0) * size;
  for (const { moved: was, turned, scale } of steps) {
    addTo(way, was, (taken.pop() ?? 0) - dot(turned, way) * scale);
  }
  return way.map((value) => -value);
}

function moved(from: Float64Array, way: Float64Array, length: number): Float64Array {
  return from.map((value, k) => value + length * (way[k] ?? 0));
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, k) => value - (b[k] ?? 0));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}

function addTo(a: Float64Array, b: Float64Array, factor: number): void {
  for (let k = 0; k < a.length; k++) a[k] = (a[k] ?? 0) + factor * (b[k] ?? 0);
}
