import { isDeepStrictEqual } from 'node:util';
import type { Clock } from './clock.ts';
import type { Desk, Leads } from './desk/desk.ts';
import type { UserId } from './desk/instant.ts';
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
  /** Who is in a user group; null while Slack does not tell. Remembers what it was told. */
  readonly membersOf: (group: string) => Promise<readonly UserId[] | null>;
}

/** Loads the desk from the store, with the public holidays of this year and its neighbours put in. */
export async function createCurrentDesk({
  store,
  holidays,
  clock,
  channel,
  membersOf,
}: CurrentDeskDeps): Promise<CurrentDesk> {
  let members: ReadonlyMap<string, readonly UserId[] | null> = new Map();
  let loaded = await load();
  let underWay: Promise<void> = Promise.resolve();

  async function load(): Promise<{ desk: Desk; year: number; settings: Settings }> {
    const state = await store.read(DESK);
    if (state === undefined) throw new Error('The store has no settings: start the app once with an empty store.');
    const year = clock.now().getUTCFullYear();
    const { settings, staffNames, paused } = state;
    const closed = await holidays.closedDays(settings.holidays, [year - 1, year, year + 1]);
    return {
      desk: {
        channel,
        settings,
        hours: officeHours(settings, closed),
        leads: peopleAmong(settings.leads, members),
        staffNames: staffNames.on,
        paused,
      },
      year,
      settings,
    };
  }

  /** Beside everything else: nothing waits until Slack has told who the leads are. */
  async function learnLeads(): Promise<void> {
    const { settings } = loaded;
    const groups = settings.leads.filter(isGroup);
    members = new Map(await Promise.all(groups.map(async (id) => [id, await membersOf(id)] as const)));
    const leads = peopleAmong(settings.leads, members);
    if (settings !== loaded.settings || isDeepStrictEqual(leads, loaded.desk.leads)) return;
    loaded = { ...loaded, desk: { ...loaded.desk, leads } };
  }

  async function refresh(): Promise<void> {
    const state = await store.read(DESK);
    const isKnown =
      state?.settings === loaded.settings &&
      state?.staffNames.on === loaded.desk.staffNames &&
      state?.paused === loaded.desk.paused;
    if (!isKnown || clock.now().getUTCFullYear() !== loaded.year) loaded = await load();
    void learnLeads();
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

function isGroup(id: string): boolean {
  return id.startsWith('S');
}

/** Each once, where they come first. */
function peopleAmong(leads: readonly string[], members: ReadonlyMap<string, readonly UserId[] | null>): Leads {
  const found = leads.map((id) => (isGroup(id) ? (members.get(id) ?? null) : [id]));
  return {
    people: [...new Set(found.flatMap((ids) => ids ?? []))],
    areKnown: found.every((ids) => ids !== null),
  };
}
