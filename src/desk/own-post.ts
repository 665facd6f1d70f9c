import type { Channel } from './channel.ts';
import { type Decision, decided } from './decision.ts';
import type { Instant } from './instant.ts';

/** The newest post on our own profile of a network, whoever of us wrote it and wherever. */
export interface OwnPost {
  readonly network: string;
  readonly id: string;
  readonly url: string;
  readonly at: Instant;
  readonly text: string;
}

/** Only the newest of each network is kept: it is what a visitor of the profile sees first. Null when it is known. */
export function noteOwnPost(channel: Channel, post: OwnPost): Decision<Channel> | null {
  const known = newestOn(channel, post.network);
  if (known !== null && known.at >= post.at) return null;
  return decided({ ...channel, ourPosts: [...channel.ourPosts.filter((one) => one.network !== post.network), post] });
}

/** Null while nobody has read one. */
export function newestOn({ ourPosts }: Pick<Channel, 'ourPosts'>, network: string): OwnPost | null {
  return ourPosts.find((one) => one.network === network) ?? null;
}
