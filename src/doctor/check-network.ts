import { CallFault } from '../desk/fault.ts';
import type { NetworkProbe, ReadLimit } from '../networks/index.ts';
import { type Check, type Finding, findingsOf } from './finding.ts';

interface NetworkDeps {
  /** null when a variable for X is not right. */
  readonly network: NetworkProbe | null;
  readonly pollMs: number;
  /** The words of X_SEARCH; null for no search. */
  readonly search: string | null;
}

const POSTS_A_PAGE = 100;
const { ok, info, warn, error } = findingsOf('X');

/** The account, what its token may do, and one read as intake does it. */
export function checkNetwork({ network, pollMs, search }: NetworkDeps): Check {
  return {
    area: 'X',
    async look() {
      if (network === null) return [info('not checked, see Environment')];
      try {
        const { handle, mayPublish } = await network.account();
        const findings = [ok(`account: @${handle}`), publishing(mayPublish)];
        return [...findings, ...(await reading(network, pollMs)), ...(await searching(network, search))];
      } catch (cause) {
        return [fault('account', cause)];
      }
    },
  };
}

function publishing(mayPublish: boolean | null): Finding {
  const shown = 'whether X takes a post (credits, a locked account), only a post shows';
  if (mayPublish === null) return info(`X does not say whether the token may publish; ${shown}`);
  if (mayPublish) return ok(`token: it may read and write; ${shown}`);
  return error(
    'token: it can only read, so X would refuse every reply',
    'In the developer portal set the app\'s permission to "Read and write", then regenerate access token and secret: a token keeps the permission that it was made with.',
  );
}

async function reading(network: NetworkProbe, pollMs: number): Promise<readonly Finding[]> {
  try {
    const { tookMs, limit } = await network.read();
    const took = `mentions: a poll takes ${seconds(tookMs)}, and as much again for each further ${POSTS_A_PAGE} posts`;
    return limit === null ? [ok(took)] : [ok(`${took}; ${left(limit)}`), ...pace(limit, pollMs)];
  } catch (cause) {
    return [fault('mentions', cause)];
  }
}

async function searching(network: NetworkProbe, words: string | null): Promise<readonly Finding[]> {
  if (words === null) return [];
  try {
    await network.search(words);
    return [ok('search: X takes the words of X_SEARCH')];
  } catch (cause) {
    if (!(cause instanceof CallFault) || cause.fault.act !== 'give-up' || cause.fault.code !== 'refused')
      return [fault('search', cause)];
    const remedy =
      'Write X_SEARCH in X’s own search language, such as: Nordfunk OR "Nord Funk" (balanced quotes and parentheses, 400 characters at most); if the words are right, see in the developer portal whether the app may use recent search. Mentions come without it.';
    return [warn(`search: X refuses it (${cause.fault.why})`, remedy)];
  }
}

function left({ most, left: rest, resetsAt }: ReadLimit): string {
  return `${rest} of ${most} reads are left until ${resetsAt.toISOString().slice(11, 16)} UTC`;
}

function pace({ most, left: rest, windowMs }: ReadLimit, pollMs: number): readonly Finding[] {
  const wanted = Math.ceil(windowMs / pollMs);
  const leastSeconds = Math.ceil(windowMs / most / 1_000);
  if (wanted > most) {
    const text = `mentions: ${wanted} polls in ${windowMs / 60_000} minutes are more than X allows (${most})`;
    return [warn(text, `Set X_POLL_SECONDS to ${leastSeconds} or more.`)];
  }
  if (rest > 0) return [];
  return [warn('mentions: the limit is used up; the next poll waits for its reset', 'Does another app read as well?')];
}

function seconds(ms: number): string {
  return ms < 950 ? `${Math.max(10, Math.round(ms / 10) * 10)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

function fault(what: string, cause: unknown): Finding {
  if (!(cause instanceof CallFault)) throw cause;
  const { fault: found } = cause;
  const text = `${what}: ${found.why}`;
  if (found.act !== 'give-up')
    return error(text, 'Check the network and the proxy, and X_API_URL if it is set; then try again.');
  switch (found.code) {
    case 'not-authorised':
      return error(
        `${what}: X does not accept the keys (${found.why})`,
        'Copy all four X_… values again from "Keys and tokens" of one and the same app; see Clocks as well, as a wrong time has the same effect.',
      );
    case 'clock-off':
      return error(`${what}: ${found.why}`, 'Set the clock by the network: timedatectl set-ntp true; see Clocks.');
    case 'out-of-credits':
      return error(text, 'Buy credits in the developer portal, or raise the spending limit.');
    default:
      return error(text, 'Check in the developer portal that the app is in a project and may use the API v2.');
  }
}
