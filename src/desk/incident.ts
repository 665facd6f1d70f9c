import type { Forgotten } from './forgotten.ts';
import type { Instant, UserId } from './instant.ts';
import type { OwnPost } from './own-post.ts';
import type { HistoryEntry, Publication } from './publication.ts';
import type { SlackMessage } from './ref.ts';
import type { Draft } from './unsent.ts';

export const SEVERITIES = ['minor', 'major', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** An outage or the like, with updates broadcast to the networks. */
export interface Incident {
  readonly type: 'incident';
  /** `incident:` and the key of the press that started it. */
  readonly id: string;
  /** For people: `incident 1`. */
  readonly number: number;
  readonly network: string;
  readonly channel: string;
  readonly title: string;
  readonly severity: Severity;
  readonly status: 'running' | 'resolved';
  readonly startedBy: UserId;
  readonly startedAt: Instant;
  /** Who decides; null stands for whoever started it. See incident-roles.ts. */
  readonly lead: UserId | null;
  /** Who writes what the public reads; null stands for the lead. */
  readonly writer: UserId | null;
  readonly resolvedAt: Instant | null;
  readonly publications: readonly Publication[];
  readonly updateMinutes: number;
  /** When the next public word is due; null once resolved. */
  readonly updateDueAt: Instant | null;
  /** When the channel is reminded (again) that the update is due. */
  readonly remindAt: Instant | null;
  /** When its message is next drawn for the minutes of silence; null before the first time. */
  readonly meterAt: Instant | null;
  /** A greeting of ours is the newest thing on our profile. */
  readonly cheerful: OwnPost | null;
  readonly drafts: readonly Draft[];
  readonly card: SlackMessage | null;
  /** The message that says, after the end, who still waits to hear it; null while there is none. */
  readonly untold: SlackMessage | null;
  readonly forgotten: Forgotten | null;
  readonly history: readonly HistoryEntry[];
  readonly handled: readonly string[];
}

/** What every incident begins with. */
export const NEW_INCIDENT = {
  type: 'incident',
  status: 'running',
  lead: null,
  writer: null,
  resolvedAt: null,
  publications: [],
  updateDueAt: null,
  remindAt: null,
  meterAt: null,
  cheerful: null,
  drafts: [],
  card: null,
  untold: null,
  forgotten: null,
  history: [],
  handled: [],
} as const satisfies Partial<Incident>;
