import type { Pause } from './desk-state.ts';
import type { UserId } from './instant.ts';
import type { OfficeHours } from './office-time.ts';
import type { Settings } from './settings.ts';

/** The leads as persons, in the order of the settings: those who are named, and the members of user groups. */
export interface Leads {
  readonly people: readonly UserId[];
  /** false while Slack has not told who is in one of the groups. */
  readonly areKnown: boolean;
}

/** The team's rules as decisions use them: the settings, and the office hours with the holidays' dates put in. */
export interface Desk {
  /** The team's own channel. */
  readonly channel: string;
  readonly settings: Settings;
  readonly hours: OfficeHours;
  readonly leads: Leads;
  /** Two leads have switched on that reports and exports name who worked. */
  readonly staffNames: boolean;
  /** Somebody stopped all publishing, until it is resumed. */
  readonly paused: Pause | null;
}
