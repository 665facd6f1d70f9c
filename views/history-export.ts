import { type AuditLine, isPublicDeed, isReasoned, publicationOfLine } from '../src/desk/audit.ts';
import { APP, CUSTOMER, ELSEWHERE, OPERATOR } from '../src/desk/history.ts';
import type { UserId } from '../src/desk/instant.ts';
import { localTimeText } from '../src/desk/office-time.ts';
import { placeOf } from '../src/desk/post-place.ts';
import type { ViewContext } from './context.ts';
import { networkName } from './facts.ts';
import { originText } from './origin.ts';
import { wordsOfEntry } from './warned.ts';
import type { Words } from './words/index.ts';

type Column = keyof Words['audit']['column'];

const COLUMNS: readonly Column[] = [
  ...(['at', 'atLocal', 'about', 'network', 'isPublic', 'who', 'whoId', 'did', 'whom', 'text', 'why', 'from'] as const),
];

/** Staff by their names: an account of who did what says who it was, whatever reports may say. */
export type Names = ReadonlyMap<UserId, string>;

export function auditHeading({ words }: ViewContext): string[] {
  return COLUMNS.map((column) => words.audit.column[column]);
}

/** One line of a history as a line of a file: who, what, when, why, from which press. */
export function auditRow(line: AuditLine, names: Names, ctx: ViewContext): string[] {
  const { about, entry } = line;
  const { audit, card, reading, csv } = ctx.words;
  const reasoned = isReasoned(entry.did);
  const text = wordsOfEntry(entry, ctx) ?? '';
  const cells: Readonly<Record<Column, string>> = {
    at: entry.at,
    atLocal: localTimeText(ctx.desk.settings.officeHours.timeZone, entry.at),
    about:
      about.type === 'desk'
        ? audit.settings
        : about.type === 'mention'
          ? `#${about.number}`
          : card.incident(about.number),
    network: about.type === 'desk' ? '' : networkName(about.network),
    isPublic: isPublicDeed(entry.did) ? csv.yes : '',
    who: nameOf(entry.by, names, ctx),
    whoId: isStaff(entry.by) ? entry.by : '',
    did: reading.deed[entry.did],
    whom: entry.whom === undefined ? '' : nameOf(entry.whom, names, ctx),
    text: reasoned ? '' : text,
    why: [...(reasoned && text !== '' ? [text] : []), ...reasonsOf(line, ctx)].join('; '),
    from: entry.from === undefined ? '' : originText(entry.from, ctx),
  };
  return COLUMNS.map((column) => cells[column]);
}

/** What a public text was for, whom it answers, and why a second person looked at it. */
function reasonsOf(line: AuditLine, ctx: ViewContext): readonly string[] {
  const publication = publicationOfLine(line);
  const { about } = line;
  if (publication === null || about.type === 'desk') return [];
  const { audit, card } = ctx.words;
  const post = about.type === 'mention' ? about.posts[placeOf(about, publication.inReplyTo)] : undefined;
  const cause = publication.approval?.why;
  return [
    card.purpose[publication.purpose],
    ...(about.type === 'mention' ? [card.kind[about.kind]] : [about.title]),
    ...(post === undefined || post.url === '' ? [] : [post.url]),
    ...(cause === undefined ? [] : [audit.second[cause]]),
  ];
}

function nameOf(id: UserId, names: Names, ctx: ViewContext): string {
  const { reading } = ctx.words;
  if (id === CUSTOMER) return reading.customer;
  if (id === ELSEWHERE) return reading.elsewhere;
  if (id === OPERATOR) return reading.operator;
  return id === APP ? reading.app : (names.get(id) ?? id);
}

/** Whether a history's `by` is somebody of ours. */
export function isStaff(id: UserId): boolean {
  return /^[UW][A-Z0-9]+$/.test(id);
}
