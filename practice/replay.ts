import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type ComplaintsShown, complaintsShown } from './complaints-shown.ts';
import type { Progress } from './progress.ts';
import { cardsShown, foldedIn, stateOf } from './replay-channel.ts';
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
export interface ReplayResult extends ComplaintsShown {
  /** Fed to X. */
  readonly posts: number;
  /** On a card or counted in the backlog line. */
  readonly mentions: number;
  readonly cards: number;
  /** On the card of another one that says the same. */
  readonly folded: number;
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
 * @param untilDone ends when every post is on a card or counted in the backlog line, which counts no complaint any more;
 * otherwise runs until it is stopped
 */
export async function replay(
  stage: Stage,
  posts: readonly RecordedPost[],
  { speed, untilDone, progress }: { readonly speed: number; readonly untilDone: boolean; readonly progress: Progress },
): Promise<ReplayResult> {
  const startMs = performance.now();
  const first = Date.parse(posts[0]?.createdAt ?? '');
  let peakRss = 0;
  let fed = 0;
  let folded = 0;
  let countedMs = Number.NEGATIVE_INFINITY;
  const elapsed = () => performance.now() - startMs;
  const dueMs = (post: RecordedPost) => (Date.parse(post.createdAt) - first) / speed;

  const handle = `@${stage.x.world.us.username}`;
  // A company that wrote to itself in the recording is a customer here: our own posts would make no card.
  const customer = (author: string) =>
    stage.x.world.person(author) === stage.x.world.us ? `${author.slice(0, HANDLE_LENGTH - 1)}_` : author;
  const mayFeed = createMemoryOfX(stage, elapsed);
  function feed(): void {
    for (let post = posts[fed]; post !== undefined && dueMs(post) <= elapsed() && mayFeed(fed); post = posts[fed]) {
      const { text } = post;
      const toUs = { author: customer(post.author), text };
      // A post that names nobody reaches us in the recording all the same.
      stage.x.world.post(/@\w/.test(text) ? toUs : { ...toUs, text: `${handle} ${text}` });
      fed += 1;
    }
  }

  for (;;) {
    feed();
    peakRss = Math.max(peakRss, process.memoryUsage.rss());
    const state = stateOf(stage);
    // All cards are gone through: not at each turn.
    if (elapsed() - countedMs > COUNT_EVERY_MS) {
      folded = foldedIn(stage);
      countedMs = elapsed();
    }
    const shown = state.cards + state.backlog + folded;
    progress.update(
      Math.min(fed, shown) / Math.max(1, posts.length),
      `${fed}/${posts.length} posts, ${state.cards} cards, ${state.backlog} in the backlog`,
    );
    if (untilDone && fed === posts.length && shown >= fed && state.complaintsWaiting === 0) {
      progress.end();
      const { slack, x } = stage;
      const rejected = slack.workspace.rejections.length + x.world.rejections.length;
      const rssMb = Math.round(peakRss / 2 ** 20);
      const mentions = Math.min(shown, fed);
      const { cards, backlog } = state;
      const seconds = Math.round(elapsed() / 100) / 10;
      return {
        posts: fed,
        mentions,
        cards,
        folded,
        backlog,
        rejected,
        seconds,
        rssMb,
        ...complaintsShown(cardsShown(stage)),
      };
    }
    await sleep(100);
  }
}

const COUNT_EVERY_MS = 3_000;
/** X's longest handle. */
const HANDLE_LENGTH = 15;
/** X's mentions reach back 800 posts; some room is left for a read that is under way. */
const UNREAD_AT_MOST = 600;
/** One read of the mentions is several calls, a page each; it is over when none follows. */
const READ_IS_OVER_MS = 500;

/** At a high speed the posts wait for the app's next read: X itself would forget what nobody read. */
function createMemoryOfX({ x }: Stage, elapsed: () => number): (fed: number) => boolean {
  let calls = 0;
  let read: { readonly fed: number; lastCallAt: number } | null = null;
  let fedBeforeRead = 0;
  return (fed) => {
    if (x.world.requests.length > calls) {
      calls = x.world.requests.length;
      read = { fed: read?.fed ?? fed, lastCallAt: elapsed() };
    } else if (read !== null && elapsed() - read.lastCallAt > READ_IS_OVER_MS) {
      fedBeforeRead = read.fed;
      read = null;
    }
    return fed - fedBeforeRead < UNREAD_AT_MOST;
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
