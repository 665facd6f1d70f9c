import { CallFault } from '../../desk/fault.ts';
import type { NetworkProbe } from '../index.ts';
import { createXClient, type XClientConfig, type XLog } from './client.ts';
import { meAnswer } from './index.ts';
import { wholeSeconds } from './listing.ts';
import { MENTIONS_CALL } from './read-mentions.ts';
import { SEARCH_CALL, searchQuery } from './read-search.ts';

interface XProbeConfig extends XClientConfig {
  readonly clock: { now(): Date; monotonicMs(): number };
  readonly log: XLog;
}

/** X's windows, and the least that it takes for `max_results` of a listing. */
const WINDOW_MS = 15 * 60_000;
const FEWEST_RESULTS = 5;
const FEWEST_FOUND = 10;
/** So short a span that it is nearly always empty: X bills posts, not calls. */
const LOOK_BACK_MS = 15_000;

/** https://docs.x.com/x-api/getting-started/pricing, August 2026; a post is billed once in a UTC day. */
const PRICES = [
  'reading a mention or a post of our own $0.001, once for each; a poll that finds nothing is free',
  'a post that the search finds (X_SEARCH), or that is looked at again (X_RECHECK_MINUTES), $0.005 once in a UTC day',
  'a reply or a post $0.015 ($0.010 to someone who mentioned us); with a link in it $0.20',
  'deleting a post $0.010; asking who we are, at a start and by this check, $0.010',
];

/** Looks at an X account for the doctor. */
export function createXProbe({ clock, log, ...config }: XProbeConfig): NetworkProbe {
  const client = createXClient(config, () => clock.now(), log);
  let asked: ReturnType<typeof askWhoWeAre> | undefined;

  async function askWhoWeAre() {
    const { data, headers } = await client.look('GET users/me', 'users/me');
    const { data: answer } = meAnswer.safeParse(data);
    if (answer !== undefined) return { ...answer.data, access: headers['x-access-level'] };
    const why = 'X did not say who we are in a form that can be read: is this the address of its API?';
    throw new CallFault({ act: 'give-up', code: 'refused', why });
  }

  /** Once for both checks: X bills it. */
  function self() {
    asked ??= askWhoWeAre();
    return asked;
  }

  return {
    prices: PRICES,
    async account() {
      const { username, access } = await self();
      // X names the token's level on answers that OAuth 1.0a signed: read, read-write, read-write-directmessages.
      const mayPublish = typeof access === 'string' ? access.startsWith('read-write') : null;
      return { handle: username, mayPublish };
    },
    async read() {
      const { id } = await self();
      const start = new Date(clock.now().getTime() - LOOK_BACK_MS);
      const query = { max_results: FEWEST_RESULTS, start_time: wholeSeconds(start) };
      const startMs = clock.monotonicMs();
      const { limit } = await client.look(MENTIONS_CALL, `users/${id}/mentions`, query);
      const tookMs = clock.monotonicMs() - startMs;
      if (limit === null) return { tookMs, limit: null };
      const { limit: most, remaining: left, reset } = limit;
      return { tookMs, limit: { most, left, windowMs: WINDOW_MS, resetsAt: new Date(reset * 1_000) } };
    },
    async search(words) {
      const { username } = await self();
      const start = new Date(clock.now().getTime() - LOOK_BACK_MS);
      const query = { query: searchQuery(words, username), max_results: FEWEST_FOUND, start_time: wholeSeconds(start) };
      await client.look(SEARCH_CALL, 'tweets/search/recent', query);
    },
  };
}
