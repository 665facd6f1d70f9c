import { setTimeout as sleep } from 'node:timers/promises';
import type { Message, Person } from '../slack/index.ts';
import type { Stage } from '../stage.ts';
import type { Post } from '../x/types.ts';
import type { DayLog } from './log.ts';

const SECOND_MS = 1_000;
/** How often the app reads the mentions while the day is played. */
export const POLL_MS = 10_000;

/** What scripted customers and staff do in a scene. */
export interface Team {
  readonly stage: Stage;
  readonly log: DayLog;
  person(name: keyof Stage['people']): Person;
  /** A customer posts; nobody has read it yet. */
  write(author: string, name: string, text: string): Post;
  /** Moves the clock to the next read of the mentions; the cards of these posts, once they are there. */
  cardsFor(...posts: Post[]): Promise<Message[]>;
  /** A customer posts, and the card is there. */
  complain(author: string, name: string, text: string): Promise<{ post: Post; card: Message }>;
  /** A person opens the reply form of a card, writes and sends. */
  reply(name: keyof Stage['people'], card: string, text: string): Promise<void>;
  /** Until the undo seconds are over and our answer to this post is public. */
  untilAnswered(post: Post): Promise<void>;
  cardOf(words: string): Message | undefined;
  /** Lets a reader of the log follow; real time. */
  breathe(ms?: number): Promise<void>;
}

export function createTeam(stage: Stage, log: DayLog): Team {
  const { clock, slack, x, people, channels } = stage;
  const { workspace } = slack;

  const cardOf = (words: string) =>
    workspace.messages(channels.support).find((message) => JSON.stringify(message.blocks ?? []).includes(words));

  function write(author: string, name: string, text: string): Post {
    if (x.world.person(author) === undefined) x.world.addPerson({ username: author, name, followers: 320 });
    return x.world.post({ author, text: `@NordfunkHilft ${text}` });
  }

  async function cardsFor(...posts: Post[]): Promise<Message[]> {
    await clock.jump(POLL_MS);
    const cards: Message[] = [];
    for (const { written } of posts) {
      const words = written.slice('@NordfunkHilft '.length).slice(0, 40);
      cards.push(await workspace.waitFor(() => cardOf(words), `a card for "${words}"`));
    }
    // Until it is saved that Slack has them: what jumps the clock next must not find them waiting.
    await sleep(300);
    return cards;
  }

  async function complain(author: string, name: string, text: string) {
    const post = write(author, name, text);
    const [card] = await cardsFor(post);
    if (card === undefined) throw new Error(`no card for ${post.written}`);
    return { post, card };
  }

  async function reply(name: keyof Stage['people'], card: string, text: string): Promise<void> {
    const person = workspace.as(people[name]);
    await person.press(channels.support, card, 'reply');
    const form = await workspace.waitFor(() => workspace.modals(people[name]).length > 0 && person.modal(), 'a form');
    log.hand(`${name} presses Reply and types: ${text}`);
    const block = form.view().source.blocks.find(({ block_id }) => block_id?.startsWith('text'))?.block_id ?? 'text';
    await form.fill(block, text);
    const sent = await form.submit();
    if (sent.outcome !== 'closed') throw new Error(`the reply was not taken: ${JSON.stringify(sent)}`);
    await workspace.waitFor(() => JSON.stringify(workspace.message(channels.support, card)).includes('undo'), 'Undo');
  }

  async function untilAnswered(post: Post): Promise<void> {
    const answer = () => x.world.ours().find((ours) => ours.inReplyTo?.id === post.id);
    for (let second = 0; answer() === undefined && second < 30; second += 5) {
      await clock.jump(5 * SECOND_MS);
      await sleep(150);
    }
    await x.world.waitFor(() => answer(), `our public answer to ${post.written}`);
    await sleep(200);
  }

  return {
    stage,
    log,
    person: (name) => workspace.as(people[name]),
    write,
    cardsFor,
    complain,
    reply,
    untilAnswered,
    cardOf,
    breathe: (ms = 700) => sleep(ms),
  };
}
