import { quietKindOf, scoreOf } from '../triage/triage.ts';
import type { Calibration, QuietKind } from '../triage/weights.ts';
import { calibrated, probability, type Unseen } from './calibrate.ts';
import { countOf, fitComplaint, fitQuiet } from './fit.ts';
import type { Prepared } from './prepared.ts';
import { RECIPE } from './recipe.ts';

/** A row as a model saw it that had not learned from it. */
export interface Judged extends Unseen {
  readonly row: Prepared;
  readonly quiet: QuietKind;
}

const FOLDS: readonly number[] = Array.from({ length: RECIPE.folds }, (_, fold) => fold);

/** Every row scored by a model that learned from the other folds. */
export function crossValidated(rows: readonly Prepared[]): readonly Judged[] {
  return FOLDS.flatMap((fold) => {
    const learned = rows.filter((row) => row.fold !== fold);
    const complaint = fitComplaint(learned);
    const quiet = fitQuiet(learned);
    return rows
      .filter((row) => row.fold === fold)
      .map((row) => ({
        row,
        is: row.isComplaint,
        score: scoreOf(complaint, row.features),
        quiet: quietKindOf(quiet, row.features),
        counts: countOf(row),
      }));
  });
}

/** Slope, shift and threshold of each language, from posts that the models had not learned from. */
export function calibrationsOf(judged: readonly Judged[]): Readonly<Record<'de' | 'en', Calibration>> {
  return { de: calibrated(judged.filter(isOf('de'))), en: calibrated(judged.filter(isOf('en'))) };
}

function isOf(lang: 'de' | 'en'): (one: Judged) => boolean {
  return ({ row }) => row.lang === lang;
}

export interface Foretold extends Judged {
  readonly probability: number;
  readonly threshold: number;
}

/** The same with probability and threshold as the other folds alone would have chosen them. */
export function foretold(judged: readonly Judged[]): readonly Foretold[] {
  return FOLDS.flatMap((fold) => {
    const languages = calibrationsOf(judged.filter(({ row }) => row.fold !== fold));
    return judged
      .filter(({ row }) => row.fold === fold)
      .map((one) => ({
        ...one,
        probability: probability(languages[one.row.lang], one.score),
        threshold: languages[one.row.lang].threshold,
      }));
  });
}
