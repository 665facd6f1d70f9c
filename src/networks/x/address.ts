import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { ITwitterApiClientPlugin } from 'twitter-api-v2';

export const X_ADDRESS = 'https://api.x.com';

/**
 * How calls reach an address other than X's own, which is all that twitter-api-v2 knows: the call is signed for X and
 * then sent elsewhere, a path in the address put in front.
 *
 * Connections are not kept: a poll a minute gains nothing, and a post over one that the other side has just closed
 * would end unclear.
 */
export function routeTo(address: string): { agent: HttpAgent; plugins: ITwitterApiClientPlugin[] } {
  const target = new URL(address);
  const agent =
    target.protocol === 'http:' ? new HttpAgent({ keepAlive: false }) : new HttpsAgent({ keepAlive: false });
  if (target.href === new URL(X_ADDRESS).href) return { agent, plugins: [] };
  const plugin: ITwitterApiClientPlugin = {
    onBeforeRequest({ computedParams }) {
      computedParams.url = redirect(computedParams.url, target);
    },
  };
  return { agent, plugins: [plugin] };
}

/** The same path and query at another address. */
export function redirect(url: URL, target: URL): URL {
  const moved = new URL(target);
  moved.pathname = `${target.pathname.replace(/\/+$/, '')}${url.pathname}`;
  moved.search = url.search;
  return moved;
}
