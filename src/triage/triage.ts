import type { Triage } from '../desk/triage.ts';
import { type Features, featuresOf } from './features.ts';
import { createEar } from './language.ts';
import { createLexicon } from './lexicon.ts';
import { reasonsOf } from './reasons.ts';
import { type Linear, QUIET_KINDS, type QuietKind, type Weights } from './weights.ts';

const EVEN = 0.5;

/** The model at work: pure once it is made, about a tenth of a millisecond a post. */
export function createTriage({ complaint, quiet, languages, lexicon }: Weights): Triage {
  const hear = createEar();
  const words = createLexicon(lexicon);
  return (text, said) => {
    const { lang, isForeign } = hear(text, said);
    const features = featuresOf(text, words);
    const { slope, shift, threshold } = languages[lang === 'de' ? 'de' : 'en'];
    const probability = 1 / (1 + Math.exp(-(slope * scoreOf(complaint, features) + shift)));
    const found = { complaint: probability, lang };
    if (isForeign) return { ...found, kind: 'question', reasons: [] };
    if (!saysSomething(features)) return { ...found, kind: 'question', reasons: [] };
    const reasons = reasonsOf(features, complaint.weights);
    if (probability >= threshold && (reasons.length > 0 || probability >= EVEN)) {
      return { ...found, kind: 'complaint', reasons };
    }
    // Nothing that it knows speaks for a complaint, and little against it: somebody should look.
    if (probability >= threshold) return { ...found, kind: 'question', reasons: [] };
    const kind = quietKindOf(quiet, features);
    return { ...found, kind, reasons: reasonsOf(features, quiet[kind].weights) };
  };
}

/** Names, links and numbers alone say nothing: somebody should look. */
function saysSomething({ tokens }: Features): boolean {
  return tokens.some(({ word, isWord }) => isWord || /\p{Extended_Pictographic}/u.test(word));
}

export function scoreOf({ bias, weights }: Linear, { hashes, values }: Features): number {
  let score = bias;
  for (let i = 0; i < hashes.length; i++) score += (weights.get(hashes[i] ?? 0) ?? 0) * (values[i] ?? 0);
  return score;
}

export function quietKindOf(quiet: Weights['quiet'], features: Features): QuietKind {
  const scored = QUIET_KINDS.map((kind) => ({ kind, score: scoreOf(quiet[kind], features) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).kind;
}
