import { type Channel, NEW_CHANNEL } from '../../src/desk/channel.ts';
import { type Decision, decided } from '../../src/desk/decision.ts';
import type { PlannedEffect } from '../../src/desk/effect.ts';
import { type Mention, NEW_MENTION, type SlaClock } from '../../src/desk/mention.ts';
import { NEW_POST } from '../../src/desk/post.ts';
import type { Store, TakenEffect } from '../../src/store/index.ts';

export const T0 = '2026-03-03T09:00:00.000Z';

/** A small mention by its post's id: customer and conversation are its own. */
export function mention(post: string, number: number, more: Partial<Mention> = {}): Mention {
  return {
    ...NEW_MENTION,
    id: `x:${post}`,
    number,
    network: 'x',
    conversation: `talk-${post}`,
    channel: 'C1',
    author: { id: `author-${post}`, handle: 'jo', name: 'Jo', followers: null },
    posts: [{ ...NEW_POST, id: post, text: 'My parcel is lost', at: T0, url: `https://x.test/${post}`, pictures: [] }],
    kind: 'complaint',
    reasons: [],
    lang: 'en',
    clocks: [],
    ...more,
  };
}

export function slaClock(more: Partial<SlaClock> = {}): SlaClock {
  return {
    id: 'c1',
    post: '1',
    startedAt: T0,
    cause: 'first',
    warnAt: null,
    dueAt: null,
    secondAt: null,
    warned: false,
    late: false,
    stopped: null,
    ...more,
  };
}

export function channel(id: string, more: Partial<Channel> = {}): Channel {
  return { ...NEW_CHANNEL, id, ...more };
}

/** Creates a mention under `x:<post>` with effects. */
export async function put(
  store: Store,
  post: string,
  effects: readonly PlannedEffect[] = [],
  more: Partial<Mention> = {},
): Promise<Mention> {
  const { state } = await store.create('mention', `x:${post}`, (number) =>
    decided(mention(post, number, more), effects),
  );
  return state;
}

/** A decision that notes a word among the handled keys, so that each run of it can be seen in the state. */
export function note(word: string, effects: readonly PlannedEffect[] = []) {
  return (state: Mention): Decision<Mention> => decided({ ...state, handled: [...state.handled, word] }, effects);
}

/** Takes what must be there: an effect of a mention. */
export async function takeOne(store: Store, destination: string, now: Date): Promise<TakenEffect<'mention'>> {
  const taken = await store.take(destination, now);
  if (taken === undefined || !isOfMention(taken)) throw new Error(`no effect of a mention waits for ${destination}`);
  return taken;
}

function isOfMention(taken: TakenEffect): taken is TakenEffect<'mention'> {
  return taken.ref.type === 'mention';
}
