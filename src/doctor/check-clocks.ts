import type { Clock } from '../clock.ts';
import { type Check, type Finding, findingsOf } from './finding.ts';

/** The part of `fetch` that is used. */
export type Head = (
  url: string,
  init: { readonly method: 'HEAD'; readonly redirect: 'manual'; readonly signal: AbortSignal },
) => Promise<{ readonly headers: { get(name: string): string | null } }>;

interface ClocksDeps {
  readonly clock: Clock;
  readonly head: Head;
  /** By name; null where the address is not right. */
  readonly servers: Readonly<Record<string, string | null>>;
}

const TIMEOUT_MS = 10_000;
/** A signature's time may be off by minutes only, and deadlines are shown by this clock. */
const MOST_SKEW_MS = 60_000;
const NOTABLE_SKEW_MS = 10_000;
/** The header has whole seconds. */
const HALF_A_SECOND_MS = 500;
const { ok, info, warn, error } = findingsOf('Clocks');
const REMEDY = 'Set this machine\'s clock by the network: timedatectl set-ntp true, or "Set time automatically".';

/** Our clock against those of Slack and X, by the Date header of any answer. */
export function checkClocks({ clock, head, servers }: ClocksDeps): readonly Check[] {
  return Object.entries(servers).map(([name, url]) => ({
    area: 'Clocks',
    look: async () => [url === null ? info(`${name}: not checked, see Environment`) : await compare(name, url)],
  }));

  async function compare(name: string, url: string): Promise<Finding> {
    const before = clock.now().getTime();
    const date = await dateAt(url);
    if (date === null) return info(`${name}: its time could not be asked`);
    const middle = (before + clock.now().getTime()) / 2;
    const skewMs = middle - (date + HALF_A_SECOND_MS);
    return judge(name, skewMs);
  }

  async function dateAt(url: string): Promise<number | null> {
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const { headers } = await head(url, { method: 'HEAD', redirect: 'manual', signal });
      const date = Date.parse(headers.get('date') ?? '');
      return Number.isNaN(date) ? null : date;
    } catch {
      // That it can't be reached is what the other checks say.
      return null;
    }
  }
}

function judge(name: string, skewMs: number): Finding {
  const off = Math.abs(skewMs);
  if (off < NOTABLE_SKEW_MS) return ok(`${name}: this clock agrees with it`);
  const text = `${name}: this clock is ${duration(off)} ${skewMs > 0 ? 'ahead' : 'behind'}`;
  if (off <= MOST_SKEW_MS) return warn(text, REMEDY);
  return error(`${text}: X refuses calls that are signed with a wrong time, and deadlines would be wrong`, REMEDY);
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
}
