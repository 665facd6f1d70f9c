import { currentAnswer, endWord } from '../src/desk/incident-answers.ts';
import { cannotTell } from '../src/desk/incident-end.ts';
import type { Mention } from '../src/desk/mention.ts';
import { incidentRef } from '../src/desk/ref.ts';
import type { Tools } from './tools.ts';

/** A text that somebody may send as it is, where it comes from, and whether it tells how an incident ended. */
interface Offered {
  readonly text: string;
  readonly notice: string;
  readonly tellsOf?: string;
}

/**
 * What the incident that explains a mention says at present, in the customer's language. Nothing for who knows the end
 * already. Only a text that was offered after the end tells it: one that was begun before says something else.
 */
export async function offeredBy(mention: Mention, tools: Tools): Promise<Offered | null> {
  if (mention.incident === null || cannotTell(mention, mention.incident.id) !== null) return null;
  const incident = await tools.store.read(incidentRef(mention.incident.id));
  const text = incident === undefined ? null : currentAnswer(incident, mention);
  if (incident === undefined || text === null) return null;
  const words = tools.context().words.incident;
  return endWord(incident) === null
    ? { text, notice: words.offered(incident.number) }
    : { text, notice: words.offeredEnd(incident.number), tellsOf: incident.id };
}
