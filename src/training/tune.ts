import { scoreOf } from '../triage/triage.ts';
import { type Linear, QUIET_KINDS, type ReadWeights, type Weights } from '../triage/weights.ts';
import { countOf, fitted } from './fit.ts';
import { countsOf } from './learn.ts';
import { sigmoid } from './logistic.ts';
import { type Prepared, prepared } from './prepared.ts';
import { RECIPE } from './recipe.ts';
import type { Row } from './rows.ts';

/**
 * The packaged weights, moved by a team's corrections. Our own posts hold the rest in place: what the packaged weights say
 * of them is what the new ones should say, so that without corrections nothing moves. Thresholds stay: a few corrections
 * say nothing about probabilities.
 */
export function tuned(packaged: ReadWeights, corrections: readonly Row[], own: readonly Row[]): Weights {
  const rows = prepared([...own, ...corrections], packaged.lexicon);
  const quiet = rows.filter(({ kind }) => kind !== 'complaint');
  const moved = (from: Linear, of: readonly Prepared[], isSo: (row: Prepared) => boolean) =>
    fitted(of, {
      labelOf: (row) => (row.set === 'corrections' ? Number(isSo(row)) : sigmoid(scoreOf(from, row.features))),
      countOf,
      l2: RECIPE.correctionsL2,
      from,
    });
  const [question, praise, other] = QUIET_KINDS.map((kind) =>
    moved(packaged.quiet[kind], quiet, (row) => row.kind === kind),
  );
  if (question === undefined || praise === undefined || other === undefined) throw new Error('three kinds are learned');
  return {
    lexicon: packaged.lexicon,
    complaint: moved(packaged.complaint, rows, ({ isComplaint }) => isComplaint),
    quiet: { question, praise, other },
    brushOff: packaged.brushOff,
    languages: packaged.languages,
    learnedFrom: { ...packaged.learnedFrom, ...countsOf(corrections) },
    basedOn: packaged.id,
  };
}
