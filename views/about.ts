import type { Incident } from '../src/desk/incident.ts';
import type { Mention } from '../src/desk/mention.ts';
import type { ViewContext } from './context.ts';
import { cardLink, snippet } from './text.ts';

/** What a message is about, by its name for people, linked to where it stands in the channel. */
export function named(about: Mention | Incident, ctx: ViewContext): string {
  return cardLink(
    ctx,
    about.card,
    about.type === 'mention' ? `#${about.number}` : ctx.words.card.incident(about.number),
  );
}

/** An incident's name with its title. */
export function titled(incident: Incident, ctx: ViewContext): string {
  return `${named(incident, ctx)} ${ctx.words.reading.quoted(snippet(incident.title, 100))}`;
}
