import type { Deed } from './deed.ts';
import type { DeskState } from './desk-state.ts';
import type { Incident } from './incident.ts';
import type { Mention } from './mention.ts';
import { localDay } from './office-time.ts';
import type { Period } from './period.ts';
import type { HistoryEntry, Publication } from './publication.ts';

/** What keeps a history that somebody may have to account for. */
export type Accountable = Mention | Incident | DeskState;

/** One line of a history, and whose it is. */
export interface AuditLine {
  readonly about: Accountable;
  readonly entry: HistoryEntry;
}

/** Deeds by which something became public, was kept from it, or was taken back. */
const PUBLIC: readonly Deed[] = [
  ...([
    'pressed-send',
    'sent-anyway',
    'warned-sent',
    'sent-again',
    'undone',
    'approved',
    'approved-alone',
    'sent-back',
  ] as const),
  ...(['published', 'confirmed-there', 'deleted', 'delete-failed', 'send-failed', 'send-expired'] as const),
  ...([
    'answered-elsewhere',
    'marked-answered',
    'found-there',
    'told-end',
    'hid',
    'unhid',
    'paused',
    'resumed',
  ] as const),
];

/** Deeds whose words say why. */
const REASONED: readonly Deed[] = [
  'closed',
  'sent-back',
  'escalated',
  'escalation-sent-back',
  'end-skipped',
  'correction-skipped',
  'confirmed',
  'held',
  'hold-lifted',
  'warned-sent',
  'unlocked',
];

export function isPublicDeed(did: Deed): boolean {
  return PUBLIC.includes(did);
}

export function isReasoned(did: Deed): boolean {
  return REASONED.includes(did);
}

/** Every line of these histories whose day is in the period, in the order in which they were written. */
export function auditLines(all: readonly Accountable[], { from, to }: Period, timeZone: string): readonly AuditLine[] {
  const lines = all.flatMap((about) =>
    about.history.flatMap((entry): AuditLine[] => {
      const day = localDay(timeZone, new Date(entry.at));
      return day < from || day > to ? [] : [{ about, entry }];
    }),
  );
  return lines.sort((a, b) => (a.entry.at < b.entry.at ? -1 : a.entry.at > b.entry.at ? 1 : 0));
}

/** The public text of ours that a line is about; null for any other line. */
export function publicationOfLine({ about, entry }: AuditLine): Publication | null {
  if (about.type === 'desk') return null;
  return about.publications.findLast((one) => isOf(one, entry)) ?? null;
}

function isOf({ by, text, pressedAt, post, approved }: Publication, entry: HistoryEntry): boolean {
  switch (entry.did) {
    case 'pressed-send':
      return by === entry.by && pressedAt === entry.at && text === (entry.text ?? '');
    case 'sent-anyway':
    case 'warned-sent':
      return by === entry.by && pressedAt === entry.at;
    case 'approved':
    case 'approved-alone':
      return approved !== null && approved.by === entry.by && approved.at === entry.at;
    case 'published':
    case 'answered-elsewhere':
      return post !== null && (post.url === entry.text || text === entry.text);
    case 'deleted':
    case 'undone':
    case 'sent-again':
      return text === entry.text;
    default:
      return false;
  }
}
