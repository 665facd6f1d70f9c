import { eld } from 'eld/extrasmall';
import { KNOWN } from './language.ts';

/** Of fewer letters nobody can tell: "Danke! 🙏", "Done!". */
const FEWEST_LETTERS = 12;
/**
 * So much more likely (of 1) one of both must be; chosen on src/training/examples/reply-languages.jsonl, and right on the
 * brush-off examples without having been chosen there: `npm run measure -- --only languages`.
 */
const MARGIN = 0.15;
/** The same of a part of a text, before the text counts as one in two languages. */
const PARTS_MARGIN = 0.2;
/** So much more likely another language must be before a text is neither. */
const FOREIGN = 0.08;

/** German or English, where a reply of ours is clearly one of both; null for few words, other languages, and both at once. */
export function createReplyEar(): (text: string) => 'de' | 'en' | null {
  const detector = eld.newInstance();
  detector.setLanguageSubset(KNOWN);

  function heard(text: string, margin: number): 'de' | 'en' | null {
    const { de = 0, en = 0, ...others } = detector.detect(text).getScores();
    if (Math.max(0, ...Object.values(others)) > Math.max(de, en) + FOREIGN) return null;
    if (Math.abs(de - en) <= margin) return null;
    return de > en ? 'de' : 'en';
  }

  return (text) => {
    const words = spoken(text);
    const whole = isEnough(words) ? heard(words, MARGIN) : null;
    if (whole === null) return null;
    const parts = words.split(/[.!?:;\n–—|/]+/).filter(isEnough);
    return parts.some((part) => (heard(part, PARTS_MARGIN) ?? whole) !== whole) ? null : whole;
  };
}

/** The words alone: names, links, a template's places and the signature are of no language. */
function spoken(text: string): string {
  return text
    .slice(0, 1_000)
    .replace(/https?:\/\/\S+|[@#]\w+|\{\w+\}/g, ' ')
    .replace(/\^\p{L}{1,4}\s*$/u, '');
}

function isEnough(text: string): boolean {
  return (text.match(/\p{L}/gu) ?? []).length >= FEWEST_LETTERS;
}
