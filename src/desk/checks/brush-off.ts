import { DE } from './brush-off-de.ts';
import { EN } from './brush-off-en.ts';
import type { BrushOffs } from './brush-off-words.ts';
import type { CheckContext, Look } from './context.ts';
import { anyOf, plainly, sentencesOf } from './sentences.ts';
import type { Warning } from './warning.ts';

type Why = Exclude<Extract<Warning, { check: 'brushOff' }>['why'], 'sounds'>;

/** What weighs most comes first: it is what the sender is told. */
const WHYS = ['silences', 'blames', 'refuses', 'redirects'] as const satisfies readonly Why[];

interface Compiled {
  readonly whys: Readonly<Record<Why, RegExp>>;
  readonly remedies: RegExp;
}

const LANGUAGES: readonly Compiled[] = [compiled(EN), compiled(DE)];

/** A post that shows private data is better deleted, for the customer's own sake. */
const FOR_THEIR_SAKE =
  /(?:phone|order|customer|account|card|booking) number|address|your (?:own )?(?:safety|data|privacy)|(?:telefon|kunden|bestell|konto|karten|handy)nummer|adresse|sicherheit|ihre daten|deine daten/i;

/** What somebody answers who can't say whether a text brushes its reader off. */
export const UNSURE = 0.5;
/** From here on a text is one that no rule knows; up to there a rule is wrong about it. Chosen by trying on the examples. */
const SOUNDS_LIKE_ONE = 0.7;
/** The same of a text in which a rule hears an answer, an owner or an offer. */
const SURELY_ONE = 0.95;
const SOUNDS_LIKE_NONE = 0.18;

/**
 * A text that sends the customer elsewhere, refuses, finds fault with them or wants their post gone, and holds neither an
 * answer nor an owner nor an offer. What wants their post gone is one whatever it offers: that would be a trade.
 * Rules say which sort it is and name the sentence; a model hears what they don't know, and overrules them where it is sure.
 * How often both together are right is measured on src/training/examples/brush-off.jsonl.
 */
export const brushOff = ((text: string, { brushOffChance }: Pick<CheckContext, 'brushOffChance'>): Warning | null => {
  const ruled = byRules(text);
  const chance = brushOffChance(text);
  if (ruled !== null) return ruled.why === 'silences' || chance > SOUNDS_LIKE_NONE ? ruled : null;
  if (chance < (holdsRemedy(text) ? SURELY_ONE : SOUNDS_LIKE_ONE)) return null;
  return { check: 'brushOff', why: 'sounds', words: mostLike(text, brushOffChance) };
}) satisfies Look;

function byRules(text: string): Extract<Warning, { check: 'brushOff' }> | null {
  const sentences = sentencesOf(plainly(text));
  for (const why of WHYS) {
    for (const { whys, remedies } of LANGUAGES) {
      const at = sentences.findIndex((one) => whys[why].test(one));
      const sentence = sentences[at];
      if (sentence === undefined) continue;
      const excused = why === 'silences' ? FOR_THEIR_SAKE.test(text) : remedies.test(sentences.join(' '));
      if (!excused) return { check: 'brushOff', why, words: asWritten(text, sentence) };
    }
  }
  return null;
}

/** The sentence that sounds most like a brush-off, as it was written. */
function mostLike(text: string, brushOffChance: CheckContext['brushOffChance']): string {
  const sentences = sentencesOf(plainly(text)).map((one) => asWritten(text, one));
  const [most] = sentences.toSorted((a, b) => brushOffChance(b) - brushOffChance(a));
  return most ?? text;
}

/** Whether a text answers, says who sees to it, or offers something. */
export function holdsRemedy(text: string): boolean {
  return LANGUAGES.some(({ remedies }) => remedies.test(plainly(text)));
}

function compiled({ remedies, ...whys }: BrushOffs): Compiled {
  return {
    whys: {
      redirects: anyOf(whys.redirects),
      refuses: anyOf(whys.refuses),
      blames: anyOf(whys.blames),
      silences: anyOf(whys.silences),
    },
    remedies: anyOf(remedies),
  };
}

/** The sentence as it stands in the text, capitals and all; as it was looked at where links stood in between. */
function asWritten(text: string, sentence: string): string {
  const at = text
    .toLowerCase()
    .replace(/[’‘´`]/g, "'")
    .indexOf(sentence);
  return at === -1 ? sentence : text.slice(at, at + sentence.length);
}
