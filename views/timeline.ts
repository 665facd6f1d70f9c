import { firstAnswer } from '../src/desk/figures.ts';
import { APP, CUSTOMER } from '../src/desk/history.ts';
import type { Incident } from '../src/desk/incident.ts';
import { type IncidentFigures, incidentFigures, publicWords, saidAt } from '../src/desk/incident-figures.ts';
import { linkedTo } from '../src/desk/incident-link.ts';
import { leadOf, writerOf } from '../src/desk/incident-roles.ts';
import { type Instant, MINUTE_MS, type UserId } from '../src/desk/instant.ts';
import type { Mention } from '../src/desk/mention.ts';
import { localTimeText } from '../src/desk/office-time.ts';
import type { HistoryEntry, Publication } from '../src/desk/publication.ts';
import type { ViewContext } from './context.ts';
import { markdownLine, markdownQuote, markdownTable } from './markdown.ts';
import { shorten, webAddress } from './text.ts';
import { wordsOfEntry } from './warned.ts';

/** Staff by their names, where the team wants names in reports; null where it does not. */
export type StaffNames = ReadonlyMap<UserId, string> | null;

const WROTE = 140;

/**
 * An incident as Markdown, for a post-mortem: what happened, what the public read and when, and how the customers fared.
 * @param mentions any; those that it explains count
 */
export function timeline(
  incident: Incident,
  mentions: readonly Mention[],
  names: StaffNames,
  ctx: ViewContext,
): string {
  const words = ctx.words.incident.timeline;
  const figures = incidentFigures(incident, mentions);
  const linked = linkedTo(mentions, incident.id);
  const parts = [
    `# ${ctx.words.card.incident(incident.number)}: ${markdownLine(incident.title)}`,
    summary(incident, figures, names, ctx),
    `## ${words.customers}`,
    customers(figures, ctx),
    ...(figures.byHour.length === 0 ? [] : [`### ${words.byHour}`, byHour(figures, ctx)]),
    `## ${words.public}`,
    ...publicPart(incident, figures, names, ctx),
    `## ${words.history}`,
    incident.history.map((entry) => historyLine(entry, names, ctx)).join('\n'),
    ...(linked.length === 0 ? [] : [`## ${words.mentions}`, mentionTable(linked, ctx)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function summary(incident: Incident, figures: IncidentFigures, names: StaffNames, ctx: ViewContext): string {
  const words = ctx.words.incident.timeline;
  const { timeZone } = ctx.desk.settings.officeHours;
  return list([
    [words.facts.state, words.status[incident.status]],
    [words.facts.severity, ctx.words.card.severity[incident.severity]],
    [words.facts.started, local(incident.startedAt, ctx)],
    [words.facts.resolved, incident.resolvedAt === null ? null : local(incident.resolvedAt, ctx)],
    [words.facts.lasted, figures.lastedMs === null ? null : span(figures.lastedMs, ctx)],
    [words.facts.lead, names === null ? null : nameOf(leadOf(incident), names, ctx)],
    [words.facts.writer, names === null ? null : nameOf(writerOf(incident), names, ctx)],
  ]).concat(`\n\n${words.times(timeZone)}`);
}

function customers(figures: IncidentFigures, ctx: ViewContext): string {
  const words = ctx.words.incident.timeline;
  return list([
    [words.linked, String(figures.linked)],
    [words.answered, String(figures.answered)],
    [words.median, figures.medianAnswerMs === null ? words.none : span(figures.medianAnswerMs, ctx)],
    [words.toldEnd, String(figures.told)],
    [words.skipped, String(figures.skipped)],
    [words.waiting, String(figures.waiting + figures.underWay)],
  ]);
}

function byHour({ byHour: hours }: IncidentFigures, ctx: ViewContext): string {
  const words = ctx.words.incident.timeline;
  return markdownTable(
    [words.hour, words.count],
    hours.map(({ from, count }) => [local(from, ctx), String(count)]),
  );
}

function publicPart(incident: Incident, figures: IncidentFigures, names: StaffNames, ctx: ViewContext): string[] {
  const words = ctx.words.incident.timeline;
  const said = publicWords(incident);
  if (said.length === 0) return [words.nothingPublic];
  const { minutesBetweenWords: pauses } = figures;
  const longest =
    pauses.length === 0 ? [] : [`${words.longestSilence}: ${ctx.words.time.minutes(Math.max(...pauses))}`];
  return [...said.map((word, index) => spoken(word, pauses[index - 1], names, ctx)), ...longest];
}

function spoken(word: Publication, pause: number | undefined, names: StaffNames, ctx: ViewContext): string {
  const words = ctx.words.incident.timeline;
  const purpose = ctx.words.card.purpose[word.purpose];
  const gone = word.status === 'published' ? '' : ` (${words.deletedLater})`;
  const address = word.post === null ? null : webAddress(word.post.url);
  const { approved } = word;
  const by = approved === null ? null : nameOf(approved.by, names, ctx);
  const facts = list([
    [words.link, address === null ? null : `<${address}>`],
    [words.confirmed, word.confirmedBy === null ? null : markdownLine(word.confirmedBy)],
    [approved?.override ? words.approvedAlone : words.approved, by],
  ]);
  return [
    `### ${local(saidAt(word), ctx)} – ${purpose}${gone}`,
    ...(pause === undefined ? [] : [words.sincePrevious(pause)]),
    markdownQuote(word.text),
    ...(facts === '' ? [] : [facts]),
  ].join('\n\n');
}

function historyLine(entry: HistoryEntry, names: StaffNames, ctx: ViewContext): string {
  const words = wordsOfEntry(entry, ctx);
  const text = words === undefined ? '' : `: ${markdownLine(words)}`;
  const whom = entry.whom === undefined || names === null ? '' : ` → ${nameOf(entry.whom, names, ctx)}`;
  const did = ctx.words.reading.deed[entry.did];
  return `- ${local(entry.at, ctx)} – ${nameOf(entry.by, names, ctx)} ${did}${whom}${text}`;
}

function mentionTable(linked: readonly Mention[], ctx: ViewContext): string {
  const { columns, none } = ctx.words.incident.timeline;
  const rows = linked.map((mention) => {
    const answer = firstAnswer(mention);
    const told = mention.incident?.told ?? null;
    const skipped = told?.how === 'skipped' ? `${none} (${markdownLine(told.reason ?? '')})` : null;
    return [
      `#${mention.number}`,
      local(mention.posts[0].at, ctx),
      markdownLine(`@${mention.author.handle}`),
      markdownLine(shorten(mention.posts[0].text, WROTE)),
      answer === null ? none : local(answer.at, ctx),
      skipped ?? (told === null ? none : local(told.at, ctx)),
    ];
  });
  return markdownTable(
    [columns.number, columns.came, columns.customer, columns.wrote, columns.answered, columns.told],
    rows,
  );
}

function nameOf(id: UserId, names: StaffNames, ctx: ViewContext): string {
  if (id === CUSTOMER) return ctx.words.reading.customer;
  if (id === APP) return ctx.words.reading.app;
  return names === null ? ctx.words.incident.timeline.team : markdownLine(names.get(id) ?? id);
}

function list(facts: readonly (readonly [string, string | null])[]): string {
  return facts.flatMap(([label, value]) => (value === null ? [] : [`- ${label}: ${value}`])).join('\n');
}

function local(instant: Instant, ctx: ViewContext): string {
  return localTimeText(ctx.desk.settings.officeHours.timeZone, instant);
}

/** Exact to the minute, as a post-mortem wants it. */
function span(ms: number, ctx: ViewContext): string {
  const { time } = ctx.words;
  const minutes = Math.round(ms / MINUTE_MS);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return minutes < 1 ? time.moment : time.minutes(minutes);
  return rest === 0 ? time.hours(hours) : `${time.hours(hours)} ${time.minutes(rest)}`;
}
