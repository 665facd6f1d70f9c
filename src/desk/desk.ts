import type { OfficeHours } from './office-time.ts';
import type { Pause, Settings } from './settings.ts';

/** The team's rules as decisions use them: the settings, and the office hours with the holidays' dates put in. */
export interface Desk {
  /** The team's own channel. */
  readonly channel: string;
  readonly settings: Settings;
  readonly hours: OfficeHours;
  /** Two leads have switched on that reports and exports name who worked. */
  readonly staffNames: boolean;
  /** Somebody stopped all publishing, until it is resumed. */
  readonly paused: Pause | null;
}
