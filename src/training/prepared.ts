import { type Features, featuresOf } from '../triage/features.ts';
import { hashed } from '../triage/hash.ts';
import { createLexicon, type LexiconTable } from '../triage/lexicon.ts';
import { RECIPE } from './recipe.ts';
import type { Row } from './rows.ts';

/** A row with what the model sees of it. */
export interface Prepared extends Row {
  readonly features: Features;
  /** By its text: the same text is never both learned from and measured. */
  readonly fold: number;
}

export function prepared(rows: readonly Row[], table: LexiconTable): readonly Prepared[] {
  const lexicon = createLexicon(table);
  return rows.map((row) => ({
    ...row,
    features: featuresOf(row.text, lexicon),
    fold: hashed(row.text.toLowerCase()) % RECIPE.folds,
  }));
}
