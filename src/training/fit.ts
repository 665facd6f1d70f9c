import { scoreOf } from '../triage/triage.ts';
import { type Linear, QUIET_KINDS, type Weights } from '../triage/weights.ts';
import { fitLogistic, type Matrix } from './logistic.ts';
import type { Prepared } from './prepared.ts';
import { RECIPE } from './recipe.ts';

export interface Fitting {
  /** 1 where it is so, 0 where it is not; between them where nobody is sure. */
  readonly labelOf: (row: Prepared) => number;
  readonly l2: number;
  /** What is known already: only the difference to it is learned. */
  readonly from?: Linear;
}

/** One linear model: whether something is so. */
export function fitted(rows: readonly Prepared[], { labelOf, l2, from }: Fitting): Linear {
  const { matrix, hashes } = matrixOf(rows);
  const learned = fitLogistic({
    matrix,
    labels: Float64Array.from(rows, labelOf),
    weights: Float64Array.from(rows, ({ set }) => (set === 'airlines' ? 0 : RECIPE.counts[set])),
    offsets: Float64Array.from(rows, ({ features }) => (from === undefined ? 0 : scoreOf(from, features))),
    l2,
    heldBias: from !== undefined,
  });
  const weights = new Map(from?.weights);
  for (const [i, hash] of hashes.entries()) weights.set(hash, (weights.get(hash) ?? 0) + (learned[i] ?? 0));
  return { bias: (from?.bias ?? 0) + (learned[hashes.length] ?? 0), weights };
}

/** Complaint against the rest. */
export function fitComplaint(rows: readonly Prepared[]): Linear {
  return fitted(rows, { labelOf: ({ isComplaint }) => Number(isComplaint), l2: RECIPE.l2 });
}

/** What is no complaint: each kind against the others, from the posts whose kind is known. */
export function fitQuiet(rows: readonly Prepared[]): Weights['quiet'] {
  const quiet = rows.filter(({ kind }) => kind !== null && kind !== 'complaint');
  const [question, praise, other] = QUIET_KINDS.map((kind) =>
    fitted(quiet, { labelOf: (row) => Number(row.kind === kind), l2: RECIPE.quietL2 }),
  );
  if (question === undefined || praise === undefined || other === undefined) throw new Error('three kinds are learned');
  return { question, praise, other };
}

/** The features that are in enough posts, as columns in the order of their numbers. */
function matrixOf(rows: readonly Prepared[]): { readonly matrix: Matrix; readonly hashes: readonly number[] } {
  const posts = new Map<number, number>();
  for (const { features } of rows) {
    for (const hash of features.hashes) posts.set(hash, (posts.get(hash) ?? 0) + 1);
  }
  const hashes = [...posts]
    .flatMap(([hash, count]) => (count >= RECIPE.leastPosts ? [hash] : []))
    .sort((a, b) => a - b);
  const columns = new Map(hashes.map((hash, i) => [hash, i]));
  const starts = new Int32Array(rows.length + 1);
  const indices: number[] = [];
  const values: number[] = [];
  for (const [row, { features }] of rows.entries()) {
    for (const [i, hash] of features.hashes.entries()) {
      const column = columns.get(hash);
      if (column === undefined) continue;
      indices.push(column);
      values.push(features.values[i] ?? 0);
    }
    starts[row + 1] = indices.length;
  }
  const matrix = {
    rows: rows.length,
    columns: hashes.length,
    starts,
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  };
  return { matrix, hashes };
}
