/** Of two texts about one thing, who complains and who is glad do not say the same. */
export type Tone = 'trouble' | 'good' | 'ask' | 'plain';

const RELIEVED =
  /\bso (?:schnell|gut|stabil|fast|good) (?:war|was|ist|is)\b.*\b(?:nie|never)\b|\b(?:again|wieder|never|nie|noch nie) (?:\w+ )?(?:so |this |as )?(?:da|up|back|online|fast|schnell|gut|good|works?|working|geht|laeuft)\b|\b(?:works?|working|geht|laeuft|funktioniert|klappt|back|online|up) (?:\w+ )?(?:again|wieder|now)\b|\bno (?:problem|issue)s?\b|\bkeine? problem/;

/** "When will it work again?" hopes for what "it works again" is glad of. */
const HOPED = /\b(?:wann|when|until|ob) (?:\w+ ){0,5}?(?:wieder|again|back|up|online)\b/g;

/**
 * In which tone a text speaks.
 * @param plain normalised
 * @param isTroubled whether it names a trouble
 * @param tones of its words
 */
export function toneOf(plain: string, isTroubled: boolean, tones: ReadonlySet<'good' | 'ask'>): Tone {
  if (RELIEVED.test(plain.replace(HOPED, ' '))) return 'good';
  if (isTroubled) return 'trouble';
  if (tones.has('good')) return 'good';
  return tones.has('ask') ? 'ask' : 'plain';
}
