import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { causeLikeness, likeness, SAME, sketch } from '../../desk/likeness.ts';
import { ROOT } from '../places.ts';
import type { Section } from './section.ts';
import { figure, sample, tableOf } from './table.ts';

const labelled = z.strictObject({
  lang: z.enum(['de', 'en', 'x']),
  /** They say the same; they tell of one cause in other words; or they only share words. */
  same: z.enum(['words', 'cause', 'no']),
  why: z.string().min(1),
  a: z.string().min(1),
  b: z.string().min(1),
});
export type Pair = z.infer<typeof labelled>;

/** Pairs of posts that we wrote and labelled; `pairs-held` was written after the words and thresholds were settled. */
export function pairsOf(name: 'pairs' | 'pairs-held', root: string = ROOT): readonly Pair[] {
  const lines = readFileSync(`${root}src/training/examples/${name}.jsonl`, 'utf8').trimEnd().split('\n');
  return lines.map((line) => labelled.parse(JSON.parse(line)));
}

export interface PairFigures {
  readonly precision: number;
  readonly recall: number;
  readonly wrong: readonly Pair[];
}

/** Folding: what folds must be of one cause, and what says the same must fold. */
export function folding(pairs: readonly Pair[]): PairFigures {
  const folds = ({ a, b }: Pair) => likeness(sketch(a), sketch(b)) >= SAME.words;
  return figures(
    pairs,
    folds,
    ({ same }) => same !== 'no',
    ({ same }) => same === 'words',
  );
}

/** Incident matching: what matches must be of one cause, and what is of one cause must match. */
export function matching(pairs: readonly Pair[]): PairFigures {
  const matches = ({ a, b }: Pair) => causeLikeness(sketch(a), sketch(b)) >= SAME.cause;
  const isOne = ({ same }: Pair) => same !== 'no';
  return figures(pairs, matches, isOne, isOne);
}

function figures(
  pairs: readonly Pair[],
  said: (pair: Pair) => boolean,
  isRight: (pair: Pair) => boolean,
  isWanted: (pair: Pair) => boolean,
): PairFigures {
  const found = pairs.filter(said);
  const wanted = pairs.filter(isWanted);
  return {
    precision: found.filter(isRight).length / found.length,
    recall: wanted.filter(said).length / wanted.length,
    wrong: pairs.filter((pair) => (said(pair) ? !isRight(pair) : isWanted(pair))),
  };
}

export const pairs: Section = {
  name: 'pairs',
  title: 'Pairs of posts that we labelled: folding under one card, and matching an incident',
  lines: ({ examples }) => {
    const sets = [
      ['written before', pairsOf('pairs')],
      ['written after', pairsOf('pairs-held')],
    ] as const;
    const rows = sets.flatMap(([name, all]) => [
      rowOf(`${name}, folding`, all.length, folding(all)),
      rowOf(`${name}, matching`, all.length, matching(all)),
    ]);
    const wrong = sets.flatMap(([, all]) => matching(all).wrong).slice(0, examples);
    return [
      ...tableOf([['', 'pairs', 'precision', 'recall'], ...rows]),
      ...wrong.map(({ same, a, b }) => `  ${same}: ${sample(a)} / ${sample(b)}`),
    ];
  },
};

function rowOf(name: string, count: number, { precision, recall }: PairFigures): readonly string[] {
  return [name, String(count), figure(precision), figure(recall)];
}
