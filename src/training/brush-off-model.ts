import { brushOff } from '../desk/checks/brush-off.ts';
import { chanceOf } from '../triage/brush-off.ts';
import { type Features, featuresOf } from '../triage/features.ts';
import { hashed } from '../triage/hash.ts';
import { createLexicon, type LexiconTable } from '../triage/lexicon.ts';
import type { Linear } from '../triage/weights.ts';
import type { BrushOffExample } from './brush-offs.ts';
import { fitted } from './fit.ts';
import { RECIPE } from './recipe.ts';

export interface PreparedBrushOff extends BrushOffExample {
  readonly features: Features;
}

export function preparedBrushOffs(
  examples: readonly BrushOffExample[],
  table: LexiconTable,
): readonly PreparedBrushOff[] {
  const lexicon = createLexicon(table);
  return examples.map((one) => ({ ...one, features: featuresOf(one.text, lexicon) }));
}

/** Brush-offs against good replies. */
export function fitBrushOff(examples: readonly PreparedBrushOff[]): Linear {
  return fitted(examples, { labelOf: (one) => Number(one.brushOff), countOf: () => 1, l2: RECIPE.brushOffL2 });
}

export interface JudgedBrushOff extends BrushOffExample {
  readonly is: boolean;
  /** Whether the check warns: rules, and a model that had not learned from this text. */
  readonly said: boolean;
}

/** Each text judged by the check with a model that learned from the other folds. */
export function crossValidatedBrushOffs(examples: readonly PreparedBrushOff[]): readonly JudgedBrushOff[] {
  const foldOf = ({ text }: BrushOffExample) => hashed(text.toLowerCase()) % RECIPE.folds;
  return Array.from({ length: RECIPE.folds }, (_, fold) => fold).flatMap((fold) => {
    const model = fitBrushOff(examples.filter((one) => foldOf(one) !== fold));
    return examples
      .filter((one) => foldOf(one) === fold)
      .map((one) => {
        const brushOffChance = () => chanceOf(model, one.features);
        return { ...one, is: one.brushOff, said: brushOff(one.text, { brushOffChance }) !== null };
      });
  });
}
