import { expect, onTestFinished } from 'vitest';
import { createPracticeClock } from '../../practice/clock.ts';
import { createPracticeSlack, type PracticeSlackOptions } from '../../practice/slack/index.ts';

/** A workspace with Anna and Ben in #support, and a caller of its Web API; it closes with the test. */
export async function openOffice(options: Partial<PracticeSlackOptions> = {}) {
  const clock = createPracticeClock(new Date('2026-03-03T08:00:00Z'));
  const slack = createPracticeSlack({ clock, ...options });
  await slack.start();
  onTestFinished(async () => {
    await slack.stop();
    clock.stop();
  });
  const { workspace } = slack;
  const anna = workspace.addUser({ name: 'anna', realName: 'Anna Adler' });
  const ben = workspace.addUser({ name: 'ben' });
  const support = workspace.addChannel({ name: 'support', members: [anna.id, ben.id] });

  async function post(method: string, body: string, type: string, token: string) {
    const headers = { 'content-type': type, authorization: `Bearer ${token}` };
    const response = await fetch(`${slack.url}${method}`, { method: 'POST', headers, body });
    const answer: unknown = response.status === 500 ? {} : await response.json();
    if (typeof answer !== 'object' || answer === null) throw new Error(`no object: ${JSON.stringify(answer)}`);
    const answered: Record<string, unknown> = { ...answer };
    return { status: response.status, headers: response.headers, answer: answered };
  }

  return {
    clock,
    slack,
    workspace,
    anna,
    ben,
    support,
    /** A call with a JSON body; answers Slack's answer. */
    call: async (method: string, args: object = {}, token = slack.botToken) =>
      (await post(method, JSON.stringify(args), 'application/json', token)).answer,
    /** The same as a form, as Slack's own client sends it. */
    callForm: async (method: string, args: Record<string, string>, token = slack.botToken) =>
      (await post(method, new URLSearchParams(args).toString(), 'application/x-www-form-urlencoded', token)).answer,
    raw: (method: string, args: object = {}, token = slack.botToken) =>
      post(method, JSON.stringify(args), 'application/json', token),
  };
}

export const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

export const button = (action_id: string, text: string, more: object = {}) => ({
  type: 'button',
  action_id,
  text: { type: 'plain_text', text },
  ...more,
});

export const actions = (...elements: object[]) => ({ type: 'actions', block_id: 'actions', elements });

/** A modal with one text input. */
export const formModal = (more: object = {}, element: object = {}, input: object = {}) => ({
  type: 'modal',
  callback_id: 'form',
  title: { type: 'plain_text', text: 'Form' },
  submit: { type: 'plain_text', text: 'Send' },
  blocks: [
    {
      type: 'input',
      block_id: 'text',
      label: { type: 'plain_text', text: 'Text' },
      element: { type: 'plain_text_input', action_id: 'value', ...element },
      ...input,
    },
  ],
  ...more,
});

/** vitest's matchers, without their `any`. */
export const someText: unknown = expect.any(String);
export const textWith = (part: string): unknown => expect.stringContaining(part);
export const textLike = (pattern: RegExp): unknown => expect.stringMatching(pattern);
