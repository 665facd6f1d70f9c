import { MINUTE_MS } from '../instant.ts';
import { isPending, type Publication } from '../publication.ts';
import type { Publisher } from '../publishing.ts';
import { spokenName } from '../spoken-name.ts';
import type { PublicWord } from './context.ts';

/** How far back our own words count as recent. */
const RECENT_MS = 30 * 24 * 60 * MINUTE_MS;

/** What we said in public lately, or are about to: replies, apologies, incident words, and what was answered on X itself. */
export function recentWords(all: readonly Publisher[], now: Date): readonly PublicWord[] {
  const since = new Date(now.getTime() - RECENT_MS).toISOString();
  return all.flatMap((about): PublicWord[] => {
    const said = about.publications.filter((one) => one.pressedAt >= since && isSaid(one));
    if (said.length === 0) return [];
    const { to, names, incident } = addressed(about);
    return said.map(({ text, pressedAt }) => ({ text, to, names, incident, at: pressedAt }));
  });
}

function isSaid(publication: Publication): boolean {
  return publication.status === 'published' || isPending(publication);
}

function addressed(about: Publisher): Pick<PublicWord, 'to' | 'names' | 'incident'> {
  if (about.type === 'incident') return { to: null, names: [], incident: about.id };
  const { author, incident } = about;
  const names = [spokenName(author.name, author.handle), author.name, author.handle];
  return { to: author.id, names, incident: incident?.id ?? null };
}
