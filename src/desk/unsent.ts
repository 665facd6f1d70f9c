import type { ApologyParts } from './apology.ts';
import type { Aside } from './aside.ts';
import type { Instant, UserId } from './instant.ts';
import type { Purpose } from './publication.ts';

/** A text that was typed and did not become public; offered when the form is opened again. */
export interface Draft extends Unsent {
  readonly why: 'undone' | 'failed' | 'expired' | 'refused' | 'suggested' | 'typed' | 'prepared' | 'sent-back';
  readonly at: Instant;
}

/** What stands in a form that was not sent. Each person has one for each purpose. */
export interface Unsent {
  readonly by: UserId;
  /** What it was written for; its form offers it again. */
  readonly purpose: Purpose;
  /** As typed, or as it was to become public. */
  readonly text: string;
  /** Of an apology: its fields, so that they come back as they were. */
  readonly parts?: ApologyParts;
  /** Of an incident that was not started yet. */
  readonly title?: string;
  /** Of a word of an incident. */
  readonly aside?: Aside;
  /** Of a picture that must be chosen again, as Slack's form can't be given one. */
  readonly alt?: string;
  /** The incident whose end it tells; see Publication. */
  readonly tellsOf?: string;
  /** The text of ours that it corrects; see Publication. */
  readonly corrects?: string;
}
