import { eld } from 'eld/extrasmall';
import type { Lang } from '../desk/mention.ts';

/** What X says when it does not know: `und`, or `zxx`, `qme`, `qht` and the like for posts without words. */
const UNSURE = /^(?:und|zxx|q[a-z]{2})?$/;

/** Among these eld chooses: fewer languages, fewer confusions of short posts. */
export const KNOWN = 'de,en,fr,es,it,nl,pt,pl,tr,cs,da,sv,no,ro,hu,hr,ru,uk,ar,el,zh,ja,ko,hi,fa,he,th,sq,sk,fi'.split(
  ',',
);

/** So much more likely (of 1) another language must be before a post is left out of what the model judges. */
const MARGIN = 0.08;
/** So much more likely German or English must be before X's word for another language is not taken. */
const DOUBT = 0.12;

export interface Heard {
  readonly lang: Lang;
  /** Written in a language that the model has not learned, as far as one can tell. */
  readonly isForeign: boolean;
}

/** Tells German and English from each other and from the rest; X's own word is taken where it is sure. */
export function createEar(): (text: string, said: string) => Heard {
  const detector = eld.newInstance();
  detector.setLanguageSubset(KNOWN);
  return (text, said) => {
    const [named = ''] = said.toLowerCase().split(/[-_]/);
    if (named === 'de' || named === 'en') return { lang: named, isForeign: false };
    const scores = detector.detect(spoken(text)).getScores();
    const { de = 0, en = 0 } = scores;
    const ours = Math.max(de, en);
    const theirs = Object.entries(scores).reduce(
      (most, [lang, score]) => (lang === 'de' || lang === 'en' ? most : Math.max(most, score)),
      0,
    );
    const isUnsure = UNSURE.test(named);
    const isForeign = isUnsure ? theirs > ours + MARGIN : ours < theirs + DOUBT;
    return { lang: isForeign || ours === 0 || de === en ? 'other' : de > en ? 'de' : 'en', isForeign };
  };
}

/** The words alone: names and links are of no language. */
function spoken(text: string): string {
  return text.slice(0, 1_000).replace(/https?:\/\/\S+|[@#]\w+|\bRT\b/g, ' ');
}
