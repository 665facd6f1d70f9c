import type { Instant, UserId } from '../instant.ts';
import type { Lang, Mention } from '../mention.ts';
import type { OfficeHours } from '../office-time.ts';
import type { Settings } from '../settings.ts';
import type { Warning } from './warning.ts';

/** A public text of ours, to whom it went, and when. */
export interface PublicWord {
  readonly text: string;
  /** The customer's id on the network; null for a post to everybody. */
  readonly to: string | null;
  /** The customer's names, which are no difference between two texts. */
  readonly names: readonly string[];
  /** The incident that it is about. */
  readonly incident: string | null;
  readonly at: Instant;
}

/** What a text is looked at with. */
export interface CheckContext {
  /** Whom it answers; null where everybody reads it. */
  readonly mention: Mention | null;
  /** The language of its readers. */
  readonly lang: Lang;
  readonly purpose: 'reply' | 'holding' | 'apology' | 'incident' | 'correction';
  readonly by: UserId;
  /** The version of the customer's post that its sender read; empty: none of them. */
  readonly read: string | undefined;
  /** The time that it promises already. */
  readonly promiseDueAt: Instant | null;
  /** Who inside the company confirmed what it says; null while nobody is named. */
  readonly confirmedBy: string | null;
  readonly settings: Settings;
  readonly hours: OfficeHours;
  readonly now: Date;
  /** Our own latest, in any order. */
  readonly recent: readonly PublicWord[];
  /** How probable it is, 0 to 1, that a text brushes its reader off. */
  readonly brushOffChance: (text: string) => number;
  /** German or English, where a text is clearly one of both. */
  readonly languageOf: (text: string) => 'de' | 'en' | null;
  /** Names and handles of our own. */
  readonly ours: readonly string[];
}

/** What a form brings with it to be looked at with. */
export interface Checking extends Pick<CheckContext, 'recent'> {
  /** Keys of the warnings that the form had shown. */
  readonly told: readonly string[];
  readonly ours?: readonly string[];
  readonly brushOffChance?: CheckContext['brushOffChance'];
  readonly languageOf?: CheckContext['languageOf'];
}

/** One thing to look at. @param text as it becomes public, without signature */
export type Look = (text: string, context: CheckContext) => Warning | null;

/** The same, where one text may hold several. */
export type LookForAll = (text: string, context: CheckContext) => readonly Warning[];
