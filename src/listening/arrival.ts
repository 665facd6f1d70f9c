import type { Arrival } from '../desk/arrive.ts';
import { NEW_POST, type Post } from '../desk/post.ts';
import type { Triage } from '../desk/triage.ts';
import type { NetworkPost } from '../networks/index.ts';

/** A network's post as the desk takes it, with what triage proposes. */
export function arrivalOf(post: NetworkPost, network: string, via: Post['via'], triage: Triage, now: Date): Arrival {
  const { kind, lang, reasons } = triage(post.text, post.lang);
  return {
    network,
    conversation: post.conversation,
    author: post.author,
    post: {
      ...NEW_POST,
      id: post.id,
      text: post.text,
      at: notLater(post.at, now),
      url: post.url,
      pictures: post.pictures,
      likes: post.likes,
      reposts: post.reposts,
      via,
    },
    kind,
    lang,
    reasons,
  };
}

/** A clock that is wrong, theirs or ours, must not give us more time for an answer. */
function notLater(at: string, now: Date): string {
  return at > now.toISOString() ? now.toISOString() : at;
}
