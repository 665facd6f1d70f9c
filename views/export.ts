import type { Desk } from '../src/desk/desk.ts';
import { escalationCounts, firstAnswer, firstAnswerMs, keptSla, median } from '../src/desk/figures.ts';
import { type Instant, MINUTE_MS } from '../src/desk/instant.ts';
import type { Mention } from '../src/desk/mention.ts';
import { localTimeText } from '../src/desk/office-time.ts';
import { wasKept } from '../src/desk/promises.ts';
import { isAnswer } from '../src/desk/publication.ts';
import { escalationOfficeMinutes, firstAnswerOfficeMinutes } from '../src/desk/report.ts';
import { answererName } from './answerer.ts';
import type { ViewContext } from './context.ts';
import { networkName } from './facts.ts';
import type { Words } from './words/index.ts';

type Column = keyof Words['csv']['column'];

/** Only where two leads have switched staff names on. */
const STAFF: readonly Column[] = ['owner', 'answeredBy'];
const ALL: readonly Column[] = [
  ...(['number', 'network', 'post', 'url', 'author', 'kind', 'proposed', 'status', 'lang'] as const),
  ...(['arrived', 'arrivedLocal', 'answered', 'answeredLocal', 'realMinutes', 'officeMinutes', 'kept'] as const),
  ...(['promisedBy', 'promiseKept'] as const),
  ...(['topics', 'ticket'] as const),
  ...(['escalations', 'escalationsAnswered', 'escalationsSentBack', 'escalationMinutes'] as const),
  ...STAFF,
  ...(['text', 'replies'] as const),
];

/** The heading of an export. */
export function exportHeading({ words, desk }: ViewContext): string[] {
  return columnsOf(desk).map((column) => words.csv.column[column]);
}

/** One mention as a line of an export; somebody else's words are as they wrote them. */
export function exportLine(mention: Mention, ctx: ViewContext): string[] {
  const cells = cellsOf(mention, ctx);
  return columnsOf(ctx.desk).map((column) => cells[column]);
}

function columnsOf({ staffNames }: Desk): readonly Column[] {
  return staffNames ? ALL : ALL.filter((column) => !STAFF.includes(column));
}

function cellsOf(mention: Mention, ctx: ViewContext): Readonly<Record<Column, string>> {
  const { words, desk } = ctx;
  const [first] = mention.posts;
  const answer = firstAnswer(mention);
  const answers = mention.publications.filter(({ status }) => status === 'published' || status === 'deleting');
  const realMs = firstAnswerMs(mention);
  const kept = keptSla(mention);
  const escalations = escalationCounts(mention);
  // What was replaced or dropped is in the history.
  const promise = mention.promises.at(-1);
  const promiseKept = promise === undefined ? null : wasKept(promise);
  const local = (instant: Instant) => localTimeText(desk.settings.officeHours.timeZone, instant);
  return {
    number: String(mention.number),
    network: networkName(mention.network),
    // With its network: a spreadsheet would round a number of 19 digits.
    post: mention.id,
    url: first.url,
    author: mention.author.handle,
    kind: words.card.kind[mention.kind],
    proposed: mention.proposed === null ? '' : words.card.kind[mention.proposed],
    status: words.card.status[mention.status],
    lang: mention.lang,
    arrived: first.at,
    arrivedLocal: local(first.at),
    answered: answer?.at ?? '',
    answeredLocal: answer === null ? '' : local(answer.at),
    realMinutes: minutes(realMs === null ? null : realMs / MINUTE_MS),
    officeMinutes: minutes(firstAnswerOfficeMinutes(mention, desk)),
    kept: kept === null ? '' : kept ? words.csv.yes : words.csv.no,
    topics: mention.topics.join(', '),
    ticket: mention.ticket ?? '',
    escalations: String(escalations.asked),
    escalationsAnswered: String(escalations.answered),
    escalationsSentBack: String(escalations.sentBack),
    // Of several the middle.
    escalationMinutes: minutes(median(escalationOfficeMinutes(mention, desk))),
    promisedBy: promise === undefined ? '' : local(promise.dueAt),
    promiseKept: promiseKept === null ? '' : promiseKept ? words.csv.yes : words.csv.no,
    owner: mention.owner ?? '',
    answeredBy: [...new Set(answers.filter(isAnswer).map(({ by }) => answererName(by, mention.network, ctx)))].join(
      ' ',
    ),
    text: mention.posts.map(({ text }) => text).join('\n\n'),
    replies: answers.map(({ text }) => text).join('\n\n'),
  };
}

/** Whole minutes: a decimal point would be a comma elsewhere. */
function minutes(exact: number | null): string {
  return exact === null ? '' : String(Math.round(exact));
}
