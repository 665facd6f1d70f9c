import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, onTestFinished } from 'vitest';
import { createPracticeClock } from '../../practice/clock.ts';
import type { Aim } from '../../practice/slack/find-element.ts';
import { type Message, type Rejection, renderMessage, renderView } from '../../practice/slack/index.ts';
import type { Modal } from '../../practice/slack/modal.ts';
import { type Stage, type StageOptions, setStage } from '../../practice/stage.ts';
import type { Post } from '../../practice/x/types.ts';
import { checkSlackRequest } from '../contracts/slack-requests.ts';
import { checkXRequest } from '../contracts/x-requests.ts';
import { type Held, hold } from './held.ts';
import { createMortalApps } from './mortal-apps.ts';
import { createTime, HOUR_MS, MINUTE_MS, PATIENCE_MS, SECOND_MS } from './time.ts';

export { HOUR_MS, MINUTE_MS, SECOND_MS };

/** How often the app reads the mentions. */
export const POLL_MS = 10_000;

export type Name = keyof Stage['people'];
export type OpenedStage = Awaited<ReturnType<typeof openStage>>;

export interface StageWishes {
  /** Added to the team's settings, as in `desk.json`. */
  readonly desk?: StageOptions['desk'];
  /** What the app is told of X beside its keys. */
  readonly x?: StageOptions['x'];
  /** Default: Tuesday, 24 November 2026, 9:00 in Berlin. */
  readonly start?: Date;
  /** How often the app reads the mentions; longer where hours go by. */
  readonly pollMs?: number;
  /** Slack sends signed requests instead of a socket. */
  readonly http?: StageOptions['http'];
  /** How the app is made; default: in this process, on the clock of the stage. */
  readonly createApp?: StageOptions['createApp'];
  /** Hears every line of the app's log, at every level. */
  readonly listen?: (line: string) => void;
}

/** A practice Slack, a practice X and the unmodified app between them, until the test ends; the first read is over. */
export async function openStage({
  desk,
  x: xWishes,
  start = new Date('2026-11-24T09:00:00+01:00'),
  pollMs = POLL_MS,
  http,
  createApp,
  listen,
}: StageWishes = {}) {
  const clock = createPracticeClock(start);
  const troubles: string[] = [];
  const sink = new Writable({
    write(line, _encoding, done) {
      listen?.(String(line));
      if (/"level":[56]0/.test(String(line))) troubles.push(String(line));
      done();
    },
  });
  const log = pino({ level: listen === undefined ? 'error' : 'trace' }, sink);
  const apps = createMortalApps();
  const newApp: StageOptions['createApp'] = createApp ?? ((config, deps) => apps.createApp(config, deps));
  let wrongMs = 0;
  const now = () => new Date(clock.now().getTime() + wrongMs);
  const stage = await setStage({
    createApp: (config, deps) => newApp(config, { ...deps, clock: { ...deps.clock, now } }),
    clock,
    log,
    pollMs,
    keepRequests: true,
    ...(http && { http }),
    // Stories with a crowd tell of something else: each customer has a card unless the story is about folding.
    desk: (...who) => ({ fold: false, ...(typeof desk === 'function' ? desk(...who) : desk) }),
    ...(xWishes && { x: xWishes }),
  });
  onTestFinished(() => stage.stop());
  const { slack, x, people, channels } = stage;
  const { workspace } = slack;
  const { world } = x;
  const support = channels.support;

  const reads = () => world.requests.filter(({ call }) => call === 'GET /2/users/:id/mentions').length;
  await world.waitFor(() => reads() > 0, 'the first read of the mentions');

  const { soon, untilSeen, pass } = createTime({ clock, workspace, world });

  /** A customer posts; nobody has read it yet. */
  function write(author: string, text: string, more: { inReplyTo?: string; name?: string } = {}): Post {
    const { name = author, ...rest } = more;
    if (world.person(author) === undefined) world.addPerson({ username: author, name, followers: 320 });
    return world.post({ author, text: `@NordfunkHilft ${text}`, ...rest });
  }

  /** Moves the clock to the app's next read of the mentions. */
  async function readNow(): Promise<void> {
    const before = reads();
    await clock.jump(pollMs);
    await untilSeen(() => reads() > before, 'another read of the mentions', { stepMs: pollMs });
  }

  const carried = (message: Message, field: 'ref' | 'key') => {
    const value = message.metadata?.event_payload[field];
    return typeof value === 'string' ? value : '';
  };
  const metadataRef = (message: Message) => carried(message, 'ref');
  const metadataKey = (message: Message) => carried(message, 'key');

  /** The card of a post, as Slack has it now. */
  function cardOf(post: Post): Message | undefined {
    return workspace
      .messages(support)
      .find((message) => metadataRef(message) === `mention:x:${post.id}` && metadataKey(message) === 'draw-card');
  }

  /** Moves the clock until the app has read this post and Slack shows its card. */
  async function cardFor(post: Post): Promise<Message> {
    await readNow();
    return workspace.waitFor(() => cardOf(post), `a card for "${post.written}"`, { timeoutMs: PATIENCE_MS });
  }

  /** A customer posts, and the card is there. */
  async function complain(author: string, text: string): Promise<{ post: Post; card: Message }> {
    const post = write(author, text);
    return { post, card: await cardFor(post) };
  }

  const person = (name: Name) => workspace.as(people[name]);

  /** A message as its readers in Berlin see it now. */
  function rendered({ ts }: Pick<Message, 'ts'>, channel = support): string {
    const message = workspace.message(channel, ts);
    return message === undefined ? '' : renderMessage(message, slack.reader('Europe/Berlin'));
  }

  /** Waits until the message reads so. */
  function untilReads(message: Pick<Message, 'ts'>, words: string | RegExp, channel = support): Promise<string> {
    const look = () => {
      const text = rendered(message, channel);
      return (typeof words === 'string' ? text.includes(words) : words.test(text)) && text;
    };
    return workspace.waitFor(look, `a message that says ${String(words)}`, { timeoutMs: PATIENCE_MS });
  }

  const modalText = (modal: Modal) => renderView(modal.view(), slack.reader('Europe/Berlin'));

  /** Presses something on a card (or another message) and answers the form that opens. */
  async function openForm(
    name: Name,
    card: Pick<Message, 'ts'>,
    action: Aim = 'reply',
    channel = support,
  ): Promise<Modal> {
    const before = workspace.modals(people[name]).at(-1)?.id;
    await person(name).press(channel, card.ts, action);
    await workspace.waitFor(
      () => workspace.modals(people[name]).at(-1)?.id !== before && workspace.modals(people[name]).length > 0,
      `a form for ${name}`,
    );
    return person(name).modal();
  }

  /** The block of the text field: its id changes whenever a template is put in. */
  function textBlock(modal: Modal, field = 'text'): string {
    const block = modal
      .view()
      .source.blocks.find(({ block_id }) => block_id === field || block_id?.startsWith(`${field}:`));
    return block?.block_id ?? field;
  }

  const seen = (messages: readonly Pick<Message, 'text' | 'blocks' | 'files'>[]) =>
    messages.map((message) => renderMessage(message, slack.reader('Europe/Berlin')));

  return {
    ...stage,
    workspace,
    world,
    support,
    hold,
    /** The app's wall clock is wrong by so much from now on; those of Slack and X are right. */
    setAppClock(byMs: number): void {
      wrongMs = byMs;
    },
    /** The app dies while a held call is under way, as by SIGKILL: `startApp` finds the store as it is on disk now. */
    async killApp(held: Held): Promise<void> {
      await apps.rememberStore();
      const stopped = stage.stopApp();
      held.release();
      await stopped;
    },
    storeFolder: () => apps.storeFolder(),
    /** What the app logged as an error. */
    troubles,
    soon,
    untilSeen,
    pass,
    write,
    readNow,
    cardOf,
    cardFor,
    complain,
    person,
    rendered,
    untilReads,
    modalText,
    openForm,
    textBlock,

    /** The app's messages of one sort, oldest first: `draw-round` (reminders), `draw-incident`, `draw-backlog`, … */
    messagesFor: (key: string, channel = support) =>
      workspace.messages(channel).filter((message) => metadataKey(message).startsWith(key)),

    /** Types a slash command in the team's channel; the modal that it opens. */
    async commandForm(name: Name, command: string, text = ''): Promise<Modal> {
      const before = workspace.modals(people[name]).at(-1)?.id;
      await person(name).command(command, text, support);
      await workspace.waitFor(() => {
        const top = workspace.modals(people[name]).at(-1);
        return top !== undefined && top.id !== before;
      }, `a modal of ${command} ${text}`);
      return person(name).modal();
    },

    /** A person's home tab, as they see it. */
    homeText: (name: Name) => {
      const view = workspace.home(people[name]);
      return view === undefined ? '' : renderView(view, slack.reader('Europe/Berlin'));
    },

    /** Opens the form, writes and sends; the card then shows Undo. */
    async sendReply(name: Name, card: Pick<Message, 'ts'>, text: string): Promise<void> {
      const form = await openForm(name, card);
      await form.fill(textBlock(form), text);
      expect(await form.submit()).toEqual({ outcome: 'closed' });
      await untilReads(card, '[Undo]');
    },

    /** Our public answers to a post, oldest first. */
    answersTo: (post: Post) => world.ours().filter((ours) => ours.inReplyTo?.id === post.id),

    /** Moves the clock over the undo seconds, until an answer to this post is public. */
    untilPublic: (post: Post) =>
      untilSeen(
        () => world.ours().find((ours) => ours.inReplyTo?.id === post.id),
        `our public answer to ${post.written}`,
      ),

    thread: (card: Pick<Message, 'ts'>) => seen(workspace.thread(support, card.ts)),
    ephemerals: (name: Name) => seen(workspace.ephemerals(people[name])),
    dms: (name: Name) => seen(workspace.dms(people[name])),
    /** The channel's messages that are no cards. */
    lines: () => seen(workspace.messages(support).filter((message) => metadataKey(message) !== 'draw-card')),
    cards: () => workspace.messages(support).filter((message) => metadataKey(message) === 'draw-card'),

    /** Both servers took every call, beside what the story itself provokes; and every call is as documented. */
    expectNothingRefused({ byX = [], troubles: known = [] }: { byX?: RegExp[]; troubles?: RegExp[] } = {}): void {
      const unexpected = (text: string, expected: RegExp[]) => !expected.some((one) => one.test(text));
      // The next letter came before the last one was drawn, and the app redraws with that one; or the form was closed.
      const isOvertaken = ({ method, error }: Rejection) =>
        error === 'hash_conflict' || (method === 'views.update' && error === 'not_found');
      expect(workspace.rejections.filter((one) => !isOvertaken(one))).toEqual([]);
      expect(world.rejections.filter(({ detail }) => unexpected(detail, byX))).toEqual([]);
      expect(world.requests.flatMap(checkXRequest)).toEqual([]);
      expect(workspace.requests.flatMap(({ method, args }) => checkSlackRequest(method, args))).toEqual([]);
      expect(troubles.filter((line) => unexpected(line, known))).toEqual([]);
    },
  };
}
