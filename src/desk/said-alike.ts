import type { Mention } from './mention.ts';
import { seriesOf, wordsOf } from './series.ts';
import { spokenName } from './spoken-name.ts';

const SIGNATURE = /\s\^\p{L}{1,4}$/u;

/**
 * What was last sent to somebody of a group, to begin an answer to another one with: by their name, and without the
 * signature, which the sender's own follows. Null while nothing was sent.
 * @param members of the group, in any order
 */
export function saidAlike(members: readonly Mention[], to: Mention): string | null {
  const sent = members
    .flatMap((mention) => mention.publications.map((publication) => ({ mention, publication })))
    .filter(({ publication: { status, after } }) => after === null && (status === 'published' || status === 'waiting'))
    .toSorted((a, b) => (a.publication.pressedAt < b.publication.pressedAt ? 1 : -1));
  const [last] = sent;
  if (last === undefined) return null;
  const { mention, publication } = last;
  const text = wordsOf(mention.publications, seriesOf(mention.publications, publication)).replace(SIGNATURE, '');
  return renamed(text, nameOf(mention), nameOf(to));
}

function nameOf({ author }: Mention): string {
  return spokenName(author.name, author.handle);
}

/** A name that is also an ordinary word, or part of one, stays: the sender reads it before it goes out. */
function renamed(text: string, from: string, to: string): string {
  const at = text.indexOf(from);
  const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);
  if (from.length < 3 || at === -1 || isLetter(text[at - 1]) || isLetter(text[at + from.length])) return text;
  return `${text.slice(0, at)}${to}${text.slice(at + from.length)}`;
}
