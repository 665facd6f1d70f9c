import type { KnownBlock } from '@slack/types';
import type { Incident } from '../src/desk/incident.ts';
import { latestWord } from '../src/desk/incident-answers.ts';
import { linkFigures, saidAt } from '../src/desk/incident-figures.ts';
import { leadOf, writerOf } from '../src/desk/incident-roles.ts';
import type { Mention } from '../src/desk/mention.ts';
import type { Silent } from '../src/desk/silence-meter.ts';
import { titled } from './about.ts';
import { context, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { isPast } from './facts.ts';
import { widestThatFits } from './fit.ts';
import { incidentActions } from './incident-actions.ts';
import type { Message } from './message.ts';
import { chosenPublications, publicationBlocks } from './publication.ts';
import { silenceFact, silenceLines } from './silence-meter.ts';
import { suggestedLine } from './suggestion.ts';
import { ago, snippet, user, when } from './text.ts';

interface Room {
  readonly publications: number;
  readonly text: number;
}

const ROOMS: readonly [Room, ...Room[]] = [
  { publications: 10, text: 1_000 },
  { publications: 8, text: 400 },
  { publications: 6, text: 100 },
  { publications: 4, text: 40 },
  { publications: 2, text: 20 },
];

/**
 * An incident's one message: the timeline of our public words, whom it concerns, and what comes next.
 * @param linked the mentions that it explains, or may explain
 * @param silent how long the public has heard nothing; null where nobody counted
 */
export function incidentCard(
  incident: Incident,
  linked: readonly Mention[],
  ctx: ViewContext,
  silent: Silent | null = null,
): Message {
  return draw(incident, { linked, silent }, ROOMS, ctx);
}

/** The same in its shortest form, for when Slack has refused the blocks. */
export function incidentPlain(
  incident: Incident,
  linked: readonly Mention[],
  ctx: ViewContext,
  silent: Silent | null = null,
): Message {
  return draw(incident, { linked, silent }, [{ publications: 4, text: 40 }], ctx);
}

/** Said in the channel, at any hour, until there is a public word. */
export function updateDue(incident: Incident, ctx: ViewContext): Message {
  const { channel } = ctx.words;
  const line = `📣 ${user(writerOf(incident))} – ${channel.updateDue(titled(incident, ctx))}`;
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

interface Beside {
  readonly linked: readonly Mention[];
  readonly silent: Silent | null;
}

function draw(incident: Incident, beside: Beside, rooms: readonly [Room, ...Room[]], ctx: ViewContext): Message {
  const { card } = ctx.words;
  const mark = incident.status === 'running' ? '🚨' : '✅';
  const title = `${mark} *${card.incident(incident.number)} · ${card.severity[incident.severity]} – ${snippet(incident.title, 200)}*`;
  const blocks = widestThatFits(rooms, (room) => {
    const publications = chosenPublications(incident, room.publications);
    const more = incident.publications.filter((one) => one.status !== 'undone').length - publications.length;
    return [
      section(title),
      context(standing(incident, ctx)),
      ...silenceLines(incident, beside.silent, ctx),
      ...asideLines(incident, beside, ctx),
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

/** Who does what, how long the public has heard nothing, and how many it concerns; each only where it says something. */
function asideLines(incident: Incident, { linked, silent }: Beside, ctx: ViewContext): KnownBlock[] {
  const words = ctx.words.incident;
  const [lead, writer] = [leadOf(incident), writerOf(incident)];
  const word = incident.status === 'running' ? latestWord(incident) : null;
  const roles = lead === incident.startedBy && writer === lead ? null : words.roles.shown(user(lead), user(writer));
  const lastWord = word === null ? null : words.lastWord(ago(saidAt(word)));
  const facts = [roles, silent === null ? lastWord : silenceFact(incident, silent, ctx)].filter(
    (fact) => fact !== null,
  );
  const { linked: many, answered, told } = linkFigures(linked, incident.id);
  const end = incident.status === 'resolved' ? ` · ${words.toldEnd(told)}` : '';
  return [
    ...(facts.length === 0 ? [] : [context(facts.join(' · '))]),
    ...(many === 0 ? [] : [context(`🔗 ${words.counts(many, answered)}${end}`)]),
    ...suggestedLine(incident, linked, ctx),
  ];
}
