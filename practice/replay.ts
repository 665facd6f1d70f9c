import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Message } from './slack/index.ts';
import type { Stage } from './stage.ts';

const recordedPost = z.object({
  id: z.string(),
  createdAt: z.iso.datetime(),
  author: z.string().min(1),
  text: z.string().min(1),
});

/** One post of a replay file: a JSON object a line with `id`, `createdAt` (ISO), `author` (a handle) and `text`. */
export type RecordedPost = z.infer<typeof recordedPost>;

/** What a replay came to. */
export interface ReplayResult {
  /** Fed to X. */
  readonly posts: number;
  /** On a card or counted in the backlog line. */
  readonly mentions: number;
  readonly cards: number;
  /** Said to wait by the backlog line that the channel shows. */
  readonly backlog: number;
  /** Calls that either server refused. */
  readonly rejected: number;
  readonly seconds: number;
  /** The highest resident memory of app and servers together, in MiB. */
  readonly rssMb: number;
}

/** @throws Error that names the line and what is wrong with it. */
export async function readReplay(file: string): Promise<readonly RecordedPost[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    const parsed = recordedPost.safeParse(parseJson(line));
    if (parsed.success) return parsed.data;
    throw new Error(`${file}, line ${index + 1} is no post: ${z.prettifyError(parsed.error)}`);
  });
}

/** The handles that the posts name: all of them are us in a replay of several companies' mentions. */
export function addressees(posts: readonly RecordedPost[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of posts) {
    for (const [, handle = ''] of text.matchAll(/@(\w{1,15})/g)) {
      counts.set(handle.toLowerCase(), (counts.get(handle.toLowerCase()) ?? 0) + 1);
    }
  }
  const named = (text: string) => [...text.matchAll(/@(\w{1,15})/g)].map(([, handle = '']) => handle.toLowerCase());
  // Each post counts for the handle that most of all posts name.
  return [
    ...new Set(posts.map(({ text }) => named(text).sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0])),
  ].filter((handle) => handle !== undefined);
}

/**
 * Feeds the posts at their own rhythm times `speed`, re-dated to begin now. Slack's limits are not sped up.
 * @param untilDone ends when every post is on a card or counted in the backlog line; otherwise runs until it is stopped
 */
export async function replay(
  stage: Stage,
  posts: readonly RecordedPost[],
  {
    speed,
    untilDone,
    say,
  }: { readonly speed: number; readonly untilDone: boolean; readonly say: (line: string) => void },
): Promise<ReplayResult> {
  const startMs = performance.now();
  const first = Date.parse(posts[0]?.createdAt ?? '');
  let peakRss = 0;
  let fed = 0;
  const elapsed = () => performance.now() - startMs;
  const dueMs = (post: RecordedPost) => (Date.parse(post.createdAt) - first) / speed;

  const handle = `@${stage.x.world.us.username}`;
  function feed(): void {
    for (let post = posts[fed]; post !== undefined && dueMs(post) <= elapsed(); post = posts[fed]) {
      const { author, text } = post;
      const toUs = { author, text };
      // A post that names nobody reaches us in the recording all the same.
      stage.x.world.post(/@\w/.test(text) ? toUs : { author, text: `${handle} ${text}` });
      fed += 1;
    }
  }

  let told = 0;
  for (;;) {
    feed();
    peakRss = Math.max(peakRss, process.memoryUsage.rss());
    const state = stateOf(stage);
    if (elapsed() - told > 5_000) {
      told = elapsed();
      say(`${fed} of ${posts.length} posts, ${state.cards} cards, ${state.backlog} in the shown backlog`);
    }
    if (untilDone && fed === posts.length && state.cards + state.backlog >= fed) {
      const { slack, x } = stage;
      const rejected = slack.workspace.rejections.length + x.world.rejections.length;
      const rssMb = Math.round(peakRss / 2 ** 20);
      const mentions = Math.min(state.cards + state.backlog, fed);
      return { posts: fed, mentions, ...state, rejected, seconds: Math.round(elapsed() / 100) / 10, rssMb };
    }
    await sleep(100);
  }
}

/**
 * What the channel shows: cards, and the newest backlog line with the cards that were there when it was written;
 * a card that came after it is not counted twice.
 */
function stateOf({ slack, channels }: Stage): { cards: number; backlog: number } {
  const messages = slack.workspace.messages(channels.support);
  const cards = messages.filter((message) => keyOf(message) === 'draw-card');
  const line = messages.findLast((message) => keyOf(message) === 'draw-backlog');
  if (line === undefined) return { cards: cards.length, backlog: 0 };
  const writtenAt = Number(line.editedTs ?? line.ts);
  const since = cards.filter((card) => Number(card.ts) > writtenAt).length;
  // As a person reads it: the first number of the line; "all caught up" has none.
  const waiting = Number((/\d[\d.,]*/.exec(line.text)?.[0] ?? '0').replace(/[.,]/g, ''));
  return { cards: cards.length, backlog: Math.max(0, waiting - since) };
}

function keyOf(message: Message): unknown {
  return message.metadata?.event_payload.key;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
