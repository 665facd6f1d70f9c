import type { Features } from '../triage/features.ts';
import { scoreOf } from '../triage/triage.ts';
import { type Linear, QUIET_KINDS, type Weights } from '../triage/weights.ts';
import { fitLogistic, type Matrix } from './logistic.ts';
import type { Prepared } from './prepared.ts';
import { RECIPE } from './recipe.ts';
import type { Row } from './rows.ts';

interface Featured {
  readonly features: Features;
}

export interface Fitting<T extends Featured> {
  /** 1 where it is so, 0 where it is not; between them where nobody is sure. */
  readonly labelOf: (row: T) => number;
  /** How much a row counts. */
  readonly countOf: (row: T) => number;
  readonly l2: number;
  /** What is known already: only the difference to it is learned. */
  readonly from?: Linear;
}

/** One linear model: whether something is so. */
export function fitted<T extends Featured>(rows: readonly T[], { labelOf, countOf, l2, from }: Fitting<T>): Linear {
  const { matrix, hashes } = matrixOf(rows);
  const learned = fitLogistic({
    matrix,
    labels: Float64Array.from(rows, labelOf),
    weights: Float64Array.from(rows, countOf),
    offsets: Float64Array.from(rows, ({ features }) => (from === undefined ? 0 : scoreOf(from, features))),
    l2,
    heldBias: from !== undefined,
  });
  const weights = new Map(from?.weights);
  for (const [i, hash] of hashes.entries()) weights.set(hash, (weights.get(hash) ?? 0) + (learned[i] ?? 0));
  return { bias: (from?.bias ?? 0) + (learned[hashes.length] ?? 0), weights };
}

/** What only measures teaches nothing. */
export function countOf({ set }: Row): number {
  return set === 'airlines' ? 0 : RECIPE.counts[set];
}

/** Complaint against the rest. */
export function fitComplaint(rows: readonly Prepared[]): Linear {
  return fitted(rows, { labelOf: ({ isComplaint }) => Number(isComplaint), countOf, l2: RECIPE.l2 });
}

/** What is no complaint: each kind against the others, from the posts whose kind is known. */
export function fitQuiet(rows: readonly Prepared[]): Weights['quiet'] {
  const quiet = rows.filter(({ kind }) => kind !== null && kind !== 'complaint');
  const [question, praise, other] = QUIET_KINDS.map((kind) =>
    fitted(quiet, { labelOf: (row) => Number(row.kind === kind), countOf, l2: RECIPE.quietL2 }),
  );
  if (question === undefined || praise === undefined || other === undefined) throw new Error('three kinds are learned');
  return { question, praise, other };
}

/** The features that are in enough posts, as columns in the order of their numbers. */
function matrixOf(rows: readonly Featured[]): { readonly matrix: Matrix; readonly hashes: readonly number[] } {
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
