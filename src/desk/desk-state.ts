import type { Instant, UserId } from './instant.ts';
import type { HistoryEntry } from './publication.ts';
import type { Settings } from './settings.ts';
import { NO_NAMES, type StaffNames } from './staff-names.ts';

/** Who stopped all publishing, and when. */
export interface Pause {
  readonly by: UserId;
  readonly at: Instant;
}

/** The desk aggregate: the settings with the history of their changes. */
export interface DeskState {
  readonly type: 'desk';
  readonly id: 'desk';
  readonly settings: Settings;
  readonly staffNames: StaffNames;
  /** No text of ours goes out while this is set. */
  readonly paused: Pause | null;
  readonly history: readonly HistoryEntry[];
  readonly handled: readonly string[];
}

/** What every desk begins with. */
export const NEW_DESK = {
  type: 'desk',
  id: 'desk',
  staffNames: NO_NAMES,
  paused: null,
  history: [],
  handled: [],
} as const satisfies Partial<DeskState>;
