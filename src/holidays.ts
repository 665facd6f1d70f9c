import type { PlaceFault } from './desk/settings-fault.ts';

/** Where and what: as the team's settings write it. */
export interface HolidaySettings {
  /** Two letters, such as `DE`; empty: no public holidays. */
  readonly country: string;
  /** Such as `BY`. */
  readonly state?: string | undefined;
  /** Such as `A` for Augsburg. */
  readonly region?: string | undefined;
  /** More closed days, `yyyy-MM-dd`. */
  readonly extra: readonly string[];
  /** Public holidays on which the team works all the same, `yyyy-MM-dd`. */
  readonly except: readonly string[];
}

export interface Holidays {
  /**
   * The closed days of these years, local `yyyy-MM-dd`.
   * @throws Error that names the unknown country, state or region, and those that are known
   */
  closedDays(settings: HolidaySettings, years: readonly number[]): Promise<ReadonlySet<string>>;
  /** What is unknown about the place; null when all is known, or no country is named. */
  placeFault(settings: HolidaySettings): Promise<PlaceFault | null>;
}

type Place = Pick<HolidaySettings, 'country' | 'state' | 'region'>;
type HolidayCalendar = InstanceType<typeof import('date-holidays').default>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Public holidays by country and state. What they are is read on first use: the data takes 83 MB of memory. */
export function createHolidays(): Holidays {
  const calendars = new Map<string, HolidayCalendar>();
  const known = new Map<string, readonly string[]>();

  async function calendarOf({ country, state = '', region = '' }: HolidaySettings): Promise<HolidayCalendar> {
    const place = [country, state, region].join('-');
    const cached = calendars.get(place);
    if (cached !== undefined) return cached;
    const fault = await placeFault({ country, state, region });
    if (fault !== null) throw new Error(`Holidays: ${inWords(fault, country, state)}`);
    const { default: Calendar } = await import('date-holidays');
    const calendar = new Calendar({ country, state, region }, { types: ['public'] });
    calendars.set(place, calendar);
    return calendar;
  }

  async function placeFault({ country, state = '', region = '' }: Place): Promise<PlaceFault | null> {
    const { default: Calendar } = await import('date-holidays');
    const index = new Calendar();
    return (
      unknown('country', country, index.getCountries()) ??
      (state === '' ? null : unknown('state', state, index.getStates(country))) ??
      (region === '' ? null : unknown('region', region, index.getRegions(country, state)))
    );
  }

  async function publicDays(settings: HolidaySettings, year: number): Promise<readonly string[]> {
    const key = [settings.country, settings.state, settings.region, year].join('-');
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const days = (await calendarOf(settings)).getHolidays(year).flatMap(daysOf);
    known.set(key, days);
    return days;
  }

  return {
    placeFault: async (settings) => (settings.country === '' ? null : placeFault(settings)),

    async closedDays(settings, years) {
      const found = settings.country === '' ? [] : await Promise.all(years.map((year) => publicDays(settings, year)));
      const open = new Set(settings.except);
      return new Set([...found.flat().filter((day) => !open.has(day)), ...settings.extra]);
    },
  };
}

/** The days whose noon a holiday covers: half a day off in the evening closes no office. */
function daysOf(holiday: { date: string; start: Date; end: Date }): string[] {
  // `date` is local, such as `2026-12-25 00:00:00`; its arithmetic is done as if it were UTC.
  const start = Date.parse(`${holiday.date.slice(0, 19).replace(' ', 'T')}Z`);
  const end = start + (holiday.end.getTime() - holiday.start.getTime());
  const days: string[] = [];
  for (let noon = Math.floor(start / DAY_MS) * DAY_MS + 12 * HOUR_MS; noon < end; noon += DAY_MS) {
    if (noon >= start) days.push(new Date(noon).toISOString().slice(0, 10));
  }
  return days;
}

function unknown(
  field: PlaceFault['field'],
  value: string,
  names: Readonly<Record<string, string>> | undefined,
): PlaceFault | null {
  const known = Object.keys(names ?? {});
  return known.includes(value) ? null : { field, value, known };
}

function inWords({ field, value, known }: PlaceFault, country: string, state: string): string {
  const of = field === 'country' ? '' : field === 'state' ? `${country} ` : `${country} ${state} `;
  const list = known.length === 0 ? `${of}has none` : `known are ${known.join(', ')}`;
  return `unknown ${field} "${value}" in the settings; ${list}`;
}
