import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KnownBlock, ModalView } from '@slack/types';
import { onTestFinished } from 'vitest';
import { createAnswer } from '../../commands/answer.ts';
import type { Handler, Reply, SlackPress } from '../../commands/handler.ts';
import { registerHandlers } from '../../commands/register.ts';
import { createTools, type Tools } from '../../commands/tools.ts';
import type { PracticeSlackOptions } from '../../practice/slack/index.ts';
import { UNSURE } from '../../src/desk/checks/brush-off.ts';
import { createRecall } from '../../src/recall/recall.ts';
import { createBolt } from '../../src/slack/bolt.ts';
import { createFiles } from '../../src/slack/files.ts';
import { createModals } from '../../src/slack/modals.ts';
import { createPeople } from '../../src/slack/people.ts';
import { openStore } from '../../src/store/open.ts';
import { ANNA, aDesk, CARD } from '../desk/examples.ts';
import { openSlack } from '../slack/slack-bench.ts';

type Run = (press: SlackPress, tools: Tools) => Promise<Reply> | Reply;

export function on(trigger: Handler['on'], run: Run, who: Handler['who'] = 'anyone'): Handler {
  return { on: trigger, who, run: async (press, tools) => run(press, tools) };
}

const text = (words: string) => ({ type: 'plain_text', text: words }) as const;

export const button = (action_id: string, value = '42') =>
  ({ type: 'button', action_id, text: text(action_id), value }) as const;

/** A modal with a title and a text, whose block has a suffix as after a template was put in. */
export const formView: ModalView = {
  type: 'modal',
  callback_id: 'form',
  private_metadata: 'about 42',
  notify_on_close: true,
  title: text('Form'),
  submit: text('Send'),
  blocks: [
    { type: 'actions', elements: [button('inside')] },
    {
      type: 'input',
      block_id: 'title',
      optional: true,
      label: text('Title'),
      element: { type: 'plain_text_input', action_id: 'title' },
    },
    {
      type: 'input',
      block_id: 'text:2',
      label: text('Text'),
      element: { type: 'plain_text_input', action_id: 'text' },
    },
  ],
};

/** Handlers as the app registers them, in a practice Slack where Anna sees a message with the given elements. */
export async function openPresses(
  handlers: readonly Handler[],
  { settings = {}, elements = [button('reply')], ...options }: Options = {},
) {
  const bench = await openSlack(options);
  const { slack, clock, log, clients, workspace } = bench;
  const folder = await mkdtemp(join(tmpdir(), 'earshot-presses-'));
  const store = await openStore(`file:${folder}`, { clock });
  const desk = aDesk(settings);
  const tools = createTools({
    store,
    clock,
    log,
    desk: () => desk,
    refreshDesk: async () => {},
    placeFault: async () => null,
    people: createPeople({ client: clients.presses, clock }),
    modals: createModals(clients.presses),
    files: createFiles(clients.presses),
    answer: createAnswer({ client: clients.presses, log }),
    networks: new Map(),
    brushOffChance: () => UNSURE,
    languageOf: () => null,
    recall: createRecall({ store, clock }),
    accounts: async () => [],
    channel: CARD.channel,
    workspaceUrl: 'https://practice.slack.com/',
  });
  const connection = { mode: 'socket', appToken: slack.appToken } as const;
  const config = { botToken: slack.botToken, apiUrl: slack.url, connection };
  const bolt = createBolt({ config, clock, log, onFatal: () => {} });
  onTestFinished(async () => {
    await bolt.stop();
    await store.close();
    await rm(folder, { recursive: true });
  });
  registerHandlers(bolt.app, handlers, tools);
  await bolt.start();
  const blocks: KnownBlock[] = [{ type: 'actions', block_id: 'actions', elements: [...elements] }];
  const { ts = '' } = await clients.presses.chat.postMessage({ channel: CARD.channel, text: 'card', blocks });
  const anna = workspace.as(ANNA);
  return {
    ...bench,
    store,
    anna,
    ts,
    press: (action = 'reply') => anna.press(CARD.channel, ts, action),
    command: (command: string, words = '') => anna.command(command, words, CARD.channel),
    /** What only Anna was told. */
    told: (count = 1) =>
      workspace.waitFor(
        () => workspace.ephemerals(ANNA).length >= count && workspace.ephemerals(ANNA).map((each) => each.text),
        `${count} answers to Anna`,
      ),
    /** The modal on Anna's screen. */
    modal: async () => {
      await workspace.waitFor(() => workspace.modals(ANNA).length > 0, 'a modal');
      return anna.modal();
    },
  };
}

interface Options extends Partial<PracticeSlackOptions> {
  settings?: Parameters<typeof aDesk>[0];
  elements?: readonly (ReturnType<typeof button> | Extract<KnownBlock, { type: 'actions' }>['elements'][number])[];
}

/** Resolves when told to. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** A view in the practice Slack as text. */
export function wordsOf(view: unknown): string {
  return JSON.stringify(view);
}
