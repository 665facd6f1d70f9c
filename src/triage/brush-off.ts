import { type Features, featuresOf } from './features.ts';
import { createLexicon } from './lexicon.ts';
import { scoreOf } from './triage.ts';
import type { Linear, Weights } from './weights.ts';

/** How probable it is, 0 to 1, that a reply of ours brushes its reader off; pure once it is made. */
export function createBrushOffEar({ brushOff, lexicon }: Weights): (text: string) => number {
  const words = createLexicon(lexicon);
  return (text) => chanceOf(brushOff, featuresOf(text, words));
}

export function chanceOf(model: Linear, features: Features): number {
  return 1 / (1 + Math.exp(-scoreOf(model, features)));
}
