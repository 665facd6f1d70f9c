import type { Clock } from './clock.ts';
import type { Desk } from './desk/desk.ts';
import { officeHours } from './desk/office-hours.ts';
import { DESK } from './desk/ref.ts';
import type { Settings } from './desk/settings.ts';
import type { Holidays } from './holidays.ts';
import type { Store } from './store/index.ts';

/** The team's rules as they are now, for decisions and views. */
export interface CurrentDesk {
  readonly read: () => Desk;
  /** Reads settings and holidays again; cheap when neither they nor the year changed. */
  readonly refresh: () => Promise<void>;
}

interface CurrentDeskDeps {
  readonly store: Store;
  readonly holidays: Holidays;
  readonly clock: Clock;
  /** The team's own channel. */
  readonly channel: string;
}

/** Loads the desk from the store, with the public holidays of this year and its neighbours put in. */
export async function createCurrentDesk({ store, holidays, clock, channel }: CurrentDeskDeps): Promise<CurrentDesk> {
  let loaded = await load();
  let underWay: Promise<void> = Promise.resolve();

  async function load(): Promise<{ desk: Desk; year: number; settings: Settings }> {
    const state = await store.read(DESK);
    if (state === undefined) throw new Error('The store has no settings: start the app once with an empty store.');
    const year = clock.now().getUTCFullYear();
    const { settings, staffNames, paused } = state;
    const closed = await holidays.closedDays(settings.holidays, [year - 1, year, year + 1]);
    return {
      desk: { channel, settings, hours: officeHours(settings, closed), staffNames: staffNames.on, paused },
      year,
      settings,
    };
  }

  async function refresh(): Promise<void> {
    const state = await store.read(DESK);
    const isKnown =
      state?.settings === loaded.settings &&
      state?.staffNames.on === loaded.desk.staffNames &&
      state?.paused === loaded.desk.paused;
    if (!isKnown || clock.now().getUTCFullYear() !== loaded.year) loaded = await load();
  }

  return {
    read: () => loaded.desk,
    refresh() {
      // One after the other: a slow load of what held before must not replace what holds now.
      const refreshed = underWay.then(refresh);
      underWay = refreshed.catch(() => {});
      return refreshed;
    },
  };
}
