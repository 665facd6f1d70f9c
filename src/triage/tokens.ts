/** A piece of a post: a word, a sign, an emoji, a link. */
export interface Token {
  /** As the features see it: lower case, without #, runs of letters cut to two, `<url>`, `<at>`, `<num>` and the like. */
  readonly word: string;
  /** Where it stands in the text that was read. */
  readonly from: number;
  readonly to: number;
  readonly isWord: boolean;
  /** Written in capitals, three letters or more. */
  readonly isLoud: boolean;
  /** Letters drawn out: "soooo". */
  readonly isDrawn: boolean;
}

/** As long as a network's longest post; what is longer is no post, and must not keep the app busy. */
export const LONGEST = 25_000;

const TOKEN =
  /https?:\/\/\S+|@\w+|#?[\p{L}\p{M}]+(?:'\p{L}+)*|\d+(?:[.,:]\d+)*|[!?]+|\.{2,}|\p{Extended_Pictographic}\uFE0F?|[:;=xX]-?[()DPp/\\|]|<3|\S/gu;
const LETTER = /^\p{L}/u;
const DRAWN = /(.)\1\1+/gu;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The text as it is read: entities decoded, as recorded posts may hold them, one kind of apostrophe, cut where no post is as long. */
export function readable(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/&(amp|lt|gt|quot|#39);/g, (_whole, name: string) => ENTITIES[name] ?? '')
    .replaceAll('’', "'")
    .replaceAll('‘', "'");
}

/** @param text made `readable` */
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].map((match) => tokenOf(match[0], match.index));
}

function tokenOf(piece: string, from: number): Token {
  const place = { from, to: from + piece.length };
  const lower = piece.toLowerCase();
  const isWord = LETTER.test(piece) || (piece.length > 1 && piece.startsWith('#'));
  if (!isWord || lower.startsWith('http')) {
    return { ...place, word: signOf(lower), isWord: false, isLoud: false, isDrawn: false };
  }
  const bare = lower.startsWith('#') ? lower.slice(1) : lower;
  const word = bare.replace(DRAWN, '$1$1');
  const isLoud = piece.length > 2 && piece !== lower && piece === piece.toUpperCase();
  return { ...place, word, isWord, isLoud, isDrawn: word !== bare };
}

/** What is no word stands for its sort. */
function signOf(piece: string): string {
  if (/^https?:/.test(piece)) return '<url>';
  if (/^@\w/.test(piece)) return '<at>';
  if (/^\d/.test(piece)) return piece.includes(':') ? '<time>' : piece.length > 4 ? '<num+>' : '<num>';
  if (/^!+$/.test(piece)) return piece.length > 1 ? '!!' : '!';
  if (/^\?+$/.test(piece)) return piece.length > 1 ? '??' : '?';
  if (/^[!?]+$/.test(piece)) return '?!';
  return /^\.+$/.test(piece) ? '...' : piece;
}
