import type { LexiconTable } from '../triage/lexicon.ts';
import type { Weights } from '../triage/weights.ts';
import { fitBrushOff, preparedBrushOffs } from './brush-off-model.ts';
import type { BrushOffExample } from './brush-offs.ts';
import { calibrationsOf, crossValidated } from './cross.ts';
import { fitComplaint, fitQuiet } from './fit.ts';
import { prepared } from './prepared.ts';
import type { Row } from './rows.ts';

/** Labelled posts → weights. The same posts give the same weights, bit for bit. */
export function learn(rows: readonly Row[], brushOffs: readonly BrushOffExample[], lexicon: LexiconTable): Weights {
  const posts = prepared(rows, lexicon);
  return {
    lexicon,
    complaint: fitComplaint(posts),
    quiet: fitQuiet(posts),
    brushOff: fitBrushOff(preparedBrushOffs(brushOffs, lexicon)),
    languages: calibrationsOf(crossValidated(posts)),
    learnedFrom: { ...countsOf(rows), 'brush-offs': brushOffs.length },
    basedOn: null,
  };
}

export function countsOf(rows: readonly Row[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { set } of rows) counts[set] = (counts[set] ?? 0) + 1;
  return counts;
}
