import { createHmac, timingSafeEqual } from 'node:crypto';

/** The four values of an app with a user's OAuth 1.0a token. */
export interface XKeys {
  apiKey: string;
  apiSecret: string;
  accessToken: string;
  accessSecret: string;
}

const REQUIRED = [
  'oauth_consumer_key',
  'oauth_nonce',
  'oauth_signature',
  'oauth_signature_method',
  'oauth_timestamp',
  'oauth_token',
] as const;

/** X takes what was signed within five minutes of its own time. */
const MOST_SKEW_MS = 5 * 60_000;
export const WRONG_TIME = 'the time of the signature is out of bounds';

/**
 * Why a request is not signed as RFC 5849 asks, or nothing when it is.
 * The time is compared with the machine's, as it is the machine that signs: practice may run on another day.
 * @param addresses what the client may have signed; one that sends its call elsewhere has signed X's own address
 * @param aheadMs by how much X's clock is ahead of the machine's
 */
export function findOAuthFault(
  request: { method: string; authorization: string | undefined; query: URLSearchParams },
  addresses: string[],
  keys: XKeys,
  aheadMs: number,
): string | undefined {
  const oauth = parseHeader(request.authorization);
  if (oauth === undefined) return 'the Authorization header is missing or is not OAuth 1.0a';
  for (const name of REQUIRED) if (!oauth.get(name)) return `${name} is missing`;
  if (Math.abs(Date.now() + aheadMs - Number(oauth.get('oauth_timestamp')) * 1_000) > MOST_SKEW_MS) return WRONG_TIME;
  if (oauth.get('oauth_signature_method') !== 'HMAC-SHA1') return 'the signature method is not HMAC-SHA1';
  if (oauth.get('oauth_consumer_key') !== keys.apiKey) return 'the consumer key is unknown';
  if (oauth.get('oauth_token') !== keys.accessToken) return 'the access token is unknown';
  const given = oauth.get('oauth_signature') ?? '';
  const matches = addresses.some((address) => same(given, sign(request.method, address, request.query, oauth, keys)));
  return matches ? undefined : 'the signature does not match';
}

function parseHeader(header: string | undefined): Map<string, string> | undefined {
  if (header === undefined || !header.startsWith('OAuth ')) return undefined;
  const values = new Map<string, string>();
  for (const part of header.slice('OAuth '.length).split(',')) {
    const found = /^\s*([a-z_]+)="([^"]*)"\s*$/.exec(part);
    if (found?.[1] === undefined || found[2] === undefined) return undefined;
    try {
      values.set(found[1], decodeURIComponent(found[2]));
    } catch {
      return undefined;
    }
  }
  return values;
}

function sign(
  method: string,
  address: string,
  query: URLSearchParams,
  oauth: Map<string, string>,
  keys: XKeys,
): string {
  const pairs = [...query, ...[...oauth].filter(([name]) => name !== 'oauth_signature')]
    .map(([name, value]): [string, string] => [encode(name), encode(value)])
    .sort(([a, x], [b, y]) => order(a, b) || order(x, y));
  const parameters = pairs.map(([name, value]) => `${name}=${value}`).join('&');
  const base = [method.toUpperCase(), encode(address), encode(parameters)].join('&');
  const key = `${encode(keys.apiSecret)}&${encode(keys.accessSecret)}`;
  return createHmac('sha1', key).update(base).digest('base64');
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** RFC 3986 encoding: `encodeURIComponent` leaves five characters alone that OAuth does not. */
function encode(value: string): string {
  return encodeURIComponent(value).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function same(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
