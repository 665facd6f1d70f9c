import type { KnownBlock } from '@slack/types';
import type { Incident } from '../src/desk/incident.ts';
import { actions, button, context, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { isPast } from './facts.ts';
import { widestThatFits } from './fit.ts';
import { ACTION } from './ids.ts';
import type { Message } from './message.ts';
import { chosenPublications, publicationBlocks, refOf } from './publication.ts';
import { cardLink, snippet, user, when } from './text.ts';
import { pressValue } from './value.ts';

interface Room {
  readonly publications: number;
  readonly text: number;
}

const ROOMS: readonly [Room, ...Room[]] = [
  { publications: 10, text: 1_000 },
  { publications: 8, text: 400 },
  { publications: 6, text: 100 },
  { publications: 4, text: 40 },
];

/** An incident's one message: the timeline of our public words, and what comes next. */
export function incidentCard(incident: Incident, ctx: ViewContext): Message {
  return draw(incident, ROOMS, ctx);
}

/** The same in its shortest form, for when Slack has refused the blocks. */
export function incidentPlain(incident: Incident, ctx: ViewContext): Message {
  return draw(incident, [{ publications: 4, text: 40 }], ctx);
}

/** Said in the channel, at any hour, until there is a public word. */
export function updateDue(incident: Incident, ctx: ViewContext): Message {
  const { channel } = ctx.words;
  const name = cardLink(ctx, incident.card, ctx.words.card.incident(incident.number));
  const line = `📣 ${user(incident.startedBy)} – ${channel.updateDue(`${name} “${snippet(incident.title, 100)}”`)}`;
  const last = incident.publications.findLast((one) => one.status === 'published');
  const facts = [
    incident.updateDueAt === null ? null : channel.updateDueSince(when(incident.updateDueAt)),
    last === undefined ? null : channel.sinceLast(when(last.post?.at ?? last.pressedAt)),
  ].filter((fact) => fact !== null);
  return {
    text: line,
    blocks: [
      section(line),
      ...(facts.length === 0 ? [] : [context(facts.join(' · '))]),
      ...incidentActions(incident, ctx),
    ],
  };
}

function draw(incident: Incident, rooms: readonly [Room, ...Room[]], ctx: ViewContext): Message {
  const { card } = ctx.words;
  const mark = incident.status === 'running' ? '🚨' : '✅';
  const title = `${mark} *${card.incident(incident.number)} · ${card.severity[incident.severity]} – ${snippet(incident.title, 200)}*`;
  const blocks = widestThatFits(rooms, (room) => {
    const publications = chosenPublications(incident, room.publications);
    const more = incident.publications.filter((one) => one.status !== 'undone').length - publications.length;
    return [
      section(title),
      context(standing(incident, ctx)),
      ...(more > 0 ? [context(`+ ${card.earlierPublications(more)} – ${card.inHistory}`)] : []),
      ...publications.flatMap((one) => publicationBlocks(incident, one, room.text, ctx)),
      ...incidentActions(incident, ctx),
    ];
  });
  return { text: `${title} – ${standing(incident, ctx)}`, blocks };
}

/** Running since when and by whom, and when the public is owed the next word. */
function standing(incident: Incident, ctx: ViewContext): string {
  const { card } = ctx.words;
  const [by, at] = [user(incident.startedBy), when(incident.startedAt)];
  if (incident.status === 'resolved') {
    const resolved = card.incidentResolved(when(incident.resolvedAt ?? ctx.now.toISOString()));
    return `${card.incidentStarted(by, at)} · ${resolved}`;
  }
  const running = card.incidentRunning(by, at);
  const due = incident.updateDueAt;
  if (due === null) return running;
  return `${running} · ${isPast(due, ctx) ? `⏰ *${card.updateLate(when(due))}*` : card.updateDue(when(due))}`;
}

function incidentActions(incident: Incident, ctx: ViewContext): KnownBlock[] {
  const { buttons } = ctx.words.card;
  const value = pressValue({ ref: refOf(incident) });
  const history = button(ACTION.incidentHistory, buttons.history, value);
  const apologise = button(ACTION.apologise, buttons.apologise, value);
  // After the end a word of apology is still welcome.
  if (incident.status === 'resolved') return [actions(apologise, history)];
  return [
    actions(
      button(ACTION.incidentUpdate, buttons.update, value, { style: 'primary' }),
      button(ACTION.incidentResolve, buttons.resolve, value),
      apologise,
      history,
    ),
  ];
}
