import { createHmac, randomBytes } from 'node:crypto';
import type { PracticeX } from '../../practice/x/server.ts';

export interface XReply {
  status: number;
  headers: Headers;
  body: unknown;
}

export interface XCaller {
  get(path: string, query?: Record<string, string>): Promise<XReply>;
  post(path: string, body: unknown): Promise<XReply>;
  put(path: string, body: unknown): Promise<XReply>;
  del(path: string): Promise<XReply>;
}

/** A client of its own that signs as RFC 5849 says, so that the practice server is not tried with its own words. */
export function createXCaller(x: PracticeX, origin: string = x.url): XCaller {
  async function call(method: string, path: string, query: Record<string, string>, body?: unknown): Promise<XReply> {
    const search = new URLSearchParams(query).toString();
    const response = await fetch(`${x.url}${path}${search === '' ? '' : `?${search}`}`, {
      method,
      headers: {
        authorization: sign(x, method, `${origin}${path}`, query),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? '' : JSON.parse(text) };
  }
  return {
    get: (path, query = {}) => call('GET', path, query),
    post: (path, body) => call('POST', path, {}, body),
    put: (path, body) => call('PUT', path, {}, body),
    del: (path) => call('DELETE', path, {}),
  };
}

function sign(x: PracticeX, method: string, address: string, query: Record<string, string>): string {
  const oauth: Record<string, string> = {
    oauth_consumer_key: x.keys.apiKey,
    oauth_nonce: randomBytes(12).toString('hex'),
    oauth_signature_method: 'HMAC-SHA1',
    oauth_timestamp: String(Math.floor(Date.now() / 1000)),
    oauth_token: x.keys.accessToken,
    oauth_version: '1.0',
  };
  const parameters = Object.entries({ ...query, ...oauth })
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort();
  const base = [method, encode(address), encode(parameters.join('&'))].join('&');
  const key = `${encode(x.keys.apiSecret)}&${encode(x.keys.accessSecret)}`;
  const signed = { ...oauth, oauth_signature: createHmac('sha1', key).update(base).digest('base64') };
  return `OAuth ${Object.entries(signed)
    .map(([name, value]) => `${name}="${encode(value)}"`)
    .join(', ')}`;
}

function encode(value: string): string {
  return encodeURIComponent(value).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
