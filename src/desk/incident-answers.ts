import type { Incident } from './incident.ts';
import type { Mention } from './mention.ts';
import type { Publication, Purpose } from './publication.ts';
import { seriesOf, wordsOf } from './series.ts';
import { fillIn } from './templates.ts';

const WORDS: readonly Purpose[] = ['incident-start', 'incident-update', 'incident-resolve'];

/** What the public knows: the latest of our words that is out, beside apologies; null before the first. */
export function latestWord(incident: Incident): Publication | null {
  return incident.publications.findLast((one) => one.status === 'published' && WORDS.includes(one.purpose)) ?? null;
}

/** The word that ended it, once it is public. */
export function endWord(incident: Incident): Publication | null {
  if (incident.status !== 'resolved') return null;
  return (
    incident.publications.findLast((one) => one.status === 'published' && one.purpose === 'incident-resolve') ?? null
  );
}

/**
 * What one customer is answered at present, in their language and with their name; null while nothing is public.
 * A language that a team has no answer in is answered in English, and where there is none with the public word itself.
 */
export function currentAnswer(incident: Incident, mention: Mention): string | null {
  const word = endWord(incident) ?? latestWord(incident);
  return word === null ? null : answerOf(incident, word, mention);
}

/** How this customer is told the end; null while there is none. */
export function endAnswer(incident: Incident, mention: Mention): string | null {
  const word = endWord(incident);
  return word === null ? null : answerOf(incident, word, mention);
}

function answerOf({ publications }: Incident, word: Publication, { lang, author }: Mention): string {
  const prepared = word.answers?.[lang === 'de' ? 'de' : 'en'];
  return fillIn(prepared ?? wordsOf(publications, seriesOf(publications, word)), author);
}
