import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Handler, SlackPress } from '../../commands/handler.ts';
import { CallFault } from '../../src/desk/fault.ts';
import { StoreFault } from '../../src/store/index.ts';
import { ANNA, BEN, CARD } from '../desk/examples.ts';
import { textWith } from '../slack/slack-bench.ts';
import { button, formView, gate, on, openPresses, wordsOf } from './press-bench.ts';

/** A handler that remembers its presses. */
function listen(trigger: Handler['on']) {
  const heard: SlackPress[] = [];
  const handler = on(trigger, (press) => {
    heard.push(press);
    return {};
  });
  return { heard, handler };
}

const openForm = on({ action: 'reply' }, async (press, tools) => {
  await tools.open(press, formView);
  return {};
});

describe('a press', () => {
  test('reaches its handler with who, where and what', async () => {
    const { heard, handler } = listen({ action: 'reply' });
    const { press, ts } = await openPresses([handler]);
    expect(await press()).toMatchObject({ acked: true });
    expect(heard).toMatchObject([
      { kind: 'action', name: 'reply', by: ANNA, value: '42', channel: CARD.channel, messageTs: ts, view: null },
    ]);
    expect(heard[0]?.triggerId).toMatch(/\S/);
    expect(heard[0]?.responseUrl).toMatch(/^http/);
  });

  test('brings the choice of a menu', async () => {
    const { heard, handler } = listen({ action: 'more' });
    const options = ['close|1', 'kind|1'].map(
      (value) => ({ text: { type: 'plain_text', text: value }, value }) as const,
    );
    const { anna, ts } = await openPresses([handler], { elements: [{ type: 'overflow', action_id: 'more', options }] });
    await anna.press(CARD.channel, ts, { action_id: 'more', option: 'kind|1' });
    expect(heard).toMatchObject([{ value: 'kind|1' }]);
  });

  test('is answered to the presser alone', async () => {
    const { press, told, workspace } = await openPresses([on({ action: 'reply' }, () => ({ say: 'Noted.' }))]);
    await press();
    expect(await told()).toEqual(['Noted.']);
    expect(workspace.messages(CARD.channel)).toHaveLength(1);
  });

  test('that nobody handles, such as a link’s, is acknowledged', async () => {
    const { press, workspace } = await openPresses([]);
    expect(await press()).toMatchObject({ acked: true });
    expect(workspace.ephemerals(ANNA)).toEqual([]);
  });

  test('delivered twice runs once; pressed again, it runs again', async () => {
    const { heard, handler } = listen({ action: 'reply' });
    const { press, slack } = await openPresses([handler]);
    slack.faults.add({ when: 'deliver:interactive', kind: 'duplicate' });
    expect(await press()).toMatchObject({ acked: true });
    await press();
    expect(heard).toHaveLength(2);
    expect(heard[0]?.key).not.toBe(heard[1]?.key);
  });

  test('is acknowledged in time though its work is slow, and answered afterwards', async () => {
    const work = gate();
    const slow = on({ action: 'reply' }, async () => {
      await work.opened;
      return { say: 'Done at last.' };
    });
    const { press, clock, told } = await openPresses([slow]);
    const pressed = press();
    await sleep(50);
    await clock.jump(2_500);
    expect(await pressed).toMatchObject({ acked: true });
    work.open();
    expect(await told()).toEqual(['Done at last.']);
  });

  test('whose trigger is gone tells its person to press again, and is no error of ours', async () => {
    const twice = on({ action: 'reply' }, async (press, tools) => {
      await tools.open(press, formView);
      await tools.open(press, formView);
      return {};
    });
    const { press, told, lines } = await openPresses([twice]);
    expect(await press()).toMatchObject({ acked: true });
    expect(await told()).toEqual([expect.stringContaining('please press again')]);
    expect(lines.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  test('is acknowledged before what may take longer', async () => {
    const work = gate();
    const later = on({ action: 'reply' }, () => ({ afterwards: () => work.opened }));
    const { press } = await openPresses([later]);
    expect(await press()).toMatchObject({ acked: true });
    work.open();
  });
});

describe('a slash command', () => {
  test('brings its text, under its own name and with a prefix', async () => {
    const { heard, handler } = listen({ command: '/reply' });
    const { command } = await openPresses([handler]);
    await command('/reply', '#42 hello');
    await command('/es-reply', 'again');
    expect(heard).toMatchObject([
      { kind: 'command', name: 'reply', text: '#42 hello', by: ANNA, channel: CARD.channel },
      { name: 'reply', text: 'again' },
    ]);
  });

  test('may have two names', async () => {
    const { heard, handler } = listen({ command: ['apologise', 'apologize'] });
    const { command } = await openPresses([handler]);
    await command('/apologize');
    await command('/apologise');
    expect(heard.map(({ name }) => name)).toEqual(['apologize', 'apologise']);
  });

  test('that nobody handles is answered', async () => {
    const { command, told } = await openPresses([listen({ command: 'reply' }).handler]);
    await command('/report');
    expect(await told()).toEqual([textWith('/report')]);
  });
});

describe('a modal', () => {
  test('opens for a press, and another is pushed onto it for a press inside', async () => {
    const inside = on({ action: 'inside' }, async (press, tools) => {
      await tools.open(press, { ...formView, callback_id: 'second' });
      return {};
    });
    const { press, modal, workspace } = await openPresses([openForm, inside]);
    await press();
    await (await modal()).press('inside');
    expect(workspace.modals(ANNA).map((view) => view.previousId === null)).toEqual([true, false]);
  });

  test('submitted brings what was filled in', async () => {
    const { heard, handler } = listen({ form: 'form' });
    const { press, modal } = await openPresses([openForm, handler]);
    await press();
    const form = await modal();
    await form.fill('text:2', 'We are on it');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    expect(heard).toMatchObject([
      {
        values: { 'text:2': { text: { value: 'We are on it' } } },
        view: { callbackId: 'form', privateMetadata: 'about 42', inputs: ['title', 'text:2'] },
      },
    ]);
  });

  test('closed is heard of', async () => {
    const { heard, handler } = listen({ closed: 'form' });
    const { press, modal } = await openPresses([openForm, handler]);
    await press();
    await (await modal()).close();
    expect(heard).toMatchObject([{ kind: 'closed', by: ANNA, view: { privateMetadata: 'about 42' } }]);
  });

  test('shows errors beside the field, whatever suffix its block has', async () => {
    const refuse = on({ form: 'form' }, () => ({ ack: { errors: { text: 'too rude' } } }));
    const { press, modal } = await openPresses([openForm, refuse]);
    await press();
    const form = await modal();
    await form.fill('text:2', 'Go away');
    expect(await form.submit()).toEqual({ outcome: 'errors', errors: { 'text:2': 'too rude' } });
  });

  test('shows a refusal in words, in the form', async () => {
    const tooLong = { reason: 'too-long', length: 300, limit: 280 } as const;
    const refuse = on({ form: 'form' }, () => ({ refused: tooLong, at: 'text' }));
    const { press, modal } = await openPresses([openForm, refuse]);
    await press();
    const form = await modal();
    await form.fill('text:2', 'long');
    expect(await form.submit()).toMatchObject({
      outcome: 'errors',
      errors: { 'text:2': textWith('280') },
    });
  });

  test('can go on to another, or close all', async () => {
    const again = on({ form: 'form' }, () => ({ ack: { update: { ...formView, callback_id: 'second' } } }));
    const clear = on({ form: 'second' }, () => ({ ack: { clear: true } }));
    const { press, modal, workspace } = await openPresses([openForm, again, clear]);
    await press();
    const form = await modal();
    await form.fill('text:2', 'one');
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    expect(await (await modal()).submit()).toEqual({ outcome: 'closed' });
    expect(workspace.modals(ANNA)).toEqual([]);
  });

  test('whose work is slow shows "one moment" on top, then what came of it', async () => {
    const work = gate();
    const slow = on({ form: 'form' }, async () => {
      await work.opened;
      return { ack: { errors: { text: 'too rude' } } };
    });
    const { press, modal, clock, workspace } = await openPresses([openForm, slow]);
    await press();
    const form = await modal();
    await form.fill('text:2', 'My long text');
    const submitted = form.submit();
    await sleep(50);
    await clock.jump(2_500);
    expect(await submitted).toMatchObject({ outcome: 'pushed' });
    work.open();
    await workspace.waitFor(() => wordsOf(workspace.modals(ANNA)).includes('too rude'), 'the error');
    await (await modal()).close();
    expect(wordsOf(workspace.modals(ANNA)[0]?.values)).toContain('My long text');
  });

  test('whose slow work succeeded says so, and closing it closes the form', async () => {
    const work = gate();
    const slow = on({ form: 'form' }, () => work.opened.then(() => ({})));
    const { press, modal, clock, workspace } = await openPresses([openForm, slow]);
    await press();
    const form = await modal();
    await form.fill('text:2', 'My long text');
    const submitted = form.submit();
    await sleep(50);
    await clock.jump(2_500);
    await submitted;
    work.open();
    await workspace.waitFor(() => wordsOf(workspace.modals(ANNA)).includes('Done'), 'the end');
    await (await modal()).close();
    expect(workspace.modals(ANNA)).toEqual([]);
  });
});

describe('what goes wrong', () => {
  const secret = 'my customer’s secret words';
  const throwing = (error: Error) => on({ action: 'reply' }, () => Promise.reject(error));

  test('in a press is told to the person, with what to do', async () => {
    const { press, told } = await openPresses([throwing(new Error('oops'))]);
    expect(await press()).toMatchObject({ acked: true });
    expect(await told()).toEqual([textWith(/went wrong.*try again/)]);
  });

  test('in the store is told as that', async () => {
    const { press, told } = await openPresses([throwing(new StoreFault('disk-full', 'no space'))]);
    await press();
    expect(await told()).toEqual([textWith('can’t save at the moment')]);
  });

  test('at Slack is told with Slack’s reason, in the team’s language', async () => {
    const fault = new CallFault({ act: 'give-up', code: 'slack-refused', why: 'Slack says nope' });
    const { press, told } = await openPresses([throwing(fault)], { settings: { language: 'de' } });
    await press();
    expect(await told()).toEqual([textWith(/nicht angenommen \(Slack says nope\)/)]);
  });

  test('in a form is shown in the form, which keeps the text', async () => {
    const broken = on({ form: 'form' }, () => Promise.reject(new StoreFault('write-failed', 'no')));
    const { press, modal, workspace } = await openPresses([openForm, broken]);
    await press();
    const form = await modal();
    await form.fill('text:2', 'My long text');
    expect(await form.submit()).toMatchObject({
      outcome: 'errors',
      errors: { title: textWith('can’t save') },
    });
    expect(wordsOf(workspace.modals(ANNA)[0]?.values)).toContain('My long text');
  });

  test('after the acknowledgement is told as well', async () => {
    const later = on({ action: 'reply' }, () => ({ afterwards: () => Promise.reject(new Error('oops')) }));
    const { press, told } = await openPresses([later]);
    await press();
    expect(await told()).toEqual([textWith('went wrong')]);
  });

  test('with a trigger that is too old says to press again', async () => {
    const twice = on({ action: 'reply' }, async (press, tools) => {
      await tools.open(press, formView);
      await tools.open(press, formView);
      return {};
    });
    const { press, told } = await openPresses([twice]);
    await press();
    expect(await told()).toEqual([textWith('press again')]);
  });

  test('is in the log without anybody’s words', async () => {
    const broken = on({ command: 'reply' }, () => Promise.reject(new Error('oops')));
    const { command, told, lines } = await openPresses([broken]);
    await command('/reply', `#42 ${secret}`);
    await told();
    expect(lines.join()).toContain('oops');
    expect(lines.join()).not.toContain(secret);
    expect(lines.join()).not.toContain('response/');
  });

  test('on the way of an answer takes another way: the channel, then a direct message', async () => {
    const { press, told, slack, workspace } = await openPresses([on({ action: 'reply' }, () => ({ say: 'Noted.' }))]);
    slack.faults.add({ when: 'response_url', kind: '500' });
    await press();
    expect(await told()).toEqual(['Noted.']);
    slack.faults.add({ when: 'chat.postEphemeral', kind: '500' });
    await press();
    await workspace.waitFor(() => workspace.dms(ANNA).length === 1, 'a direct message');
    expect(workspace.dms(ANNA)).toMatchObject([{ text: 'Noted.' }]);
  });
});

describe('who may', () => {
  const publish = on({ action: 'reply' }, () => ({ say: 'Published.' }), 'publisher');
  const lead = on({ action: 'settings' }, () => ({ say: 'Changed.' }), 'lead');

  async function saidTo(settings: object, action = 'reply') {
    const elements = [button('reply'), button('settings')];
    const { press, told, workspace } = await openPresses([publish, lead], { settings, elements });
    workspace.addUserGroup({ id: 'S0PRESS', handle: 'press', users: [ANNA] });
    await press(action);
    return (await told())[0];
  }

  test('nobody publishes until the settings name somebody, and the press says where', async () => {
    expect(await saidTo({})).toMatch(/Who may publish.*\/mentions settings/);
  });

  test('publishers, their groups and leads may publish', async () => {
    expect(await saidTo({ publishers: [ANNA] })).toBe('Published.');
    expect(await saidTo({ publishers: ['S0PRESS'] })).toBe('Published.');
    expect(await saidTo({ leads: [ANNA] })).toBe('Published.');
  });

  test('others may not', async () => {
    expect(await saidTo({ publishers: [BEN] })).toMatch(/not among those who may publish/);
    expect(await saidTo({ publishers: [ANNA] }, 'settings')).toMatch(/Only leads/);
    expect(await saidTo({ leads: [ANNA] }, 'settings')).toBe('Changed.');
  });

  test('a group that Slack does not tell about is no verdict: try again', async () => {
    expect(await saidTo({ publishers: ['S0NOBODY'] })).toMatch(/did not say who is in your user groups/);
  });

  test('a form is refused in the form', async () => {
    const send = on({ form: 'form' }, () => ({}), 'publisher');
    const { press, modal } = await openPresses([openForm, send], { settings: { publishers: [BEN] } });
    await press();
    const form = await modal();
    await form.fill('text:2', 'Hello');
    expect(await form.submit()).toMatchObject({
      outcome: 'errors',
      errors: { title: textWith(/not among/) },
    });
  });
});

describe('what is said in Slack', () => {
  test('is heard with its thread, edits and our own messages are not', async () => {
    const { heard, handler } = listen({ event: 'message' });
    const { anna, ts, clients, workspace } = await openPresses([handler]);
    await anna.say(CARD.channel, 'Oslo has it', ts);
    const { ts: second } = await anna.say(CARD.channel, 'Or not');
    anna.edit(CARD.channel, second, 'Or maybe');
    await clients.presses.chat.postMessage({ channel: CARD.channel, text: 'ours' });
    await anna.say(anna.dm(), 'hello');
    await workspace.waitFor(() => heard.length >= 3, 'three messages');
    expect(heard).toMatchObject([
      { kind: 'event', by: ANNA, channel: CARD.channel, threadTs: ts, text: 'Oslo has it' },
      { messageTs: second, threadTs: null, text: 'Or not' },
      { text: 'hello' },
    ]);
  });

  test('reaches every handler that listens', async () => {
    const [first, second] = [listen({ event: 'message' }), listen({ event: 'message' })];
    const { anna, workspace } = await openPresses([first.handler, second.handler]);
    await anna.say(CARD.channel, 'hello');
    await workspace.waitFor(() => first.heard.length + second.heard.length === 2, 'both');
  });

  test('the home tab, opened, is heard of', async () => {
    const { heard, handler } = listen({ event: 'app_home_opened' });
    const { anna } = await openPresses([handler]);
    await anna.openHome();
    expect(heard).toMatchObject([{ name: 'app_home_opened', by: ANNA }]);
  });

  test('the message shortcut names the message', async () => {
    const { heard, handler } = listen({ shortcut: 'reply_shortcut' });
    const { anna, ts } = await openPresses([handler]);
    expect(await anna.shortcut('reply_shortcut', CARD.channel, ts)).toMatchObject({ acked: true });
    expect(heard).toMatchObject([{ kind: 'shortcut', channel: CARD.channel, messageTs: ts, text: 'card' }]);
  });
});

test('two handlers for one press are a mistake that shows at the start', async () => {
  const twice = [listen({ action: 'reply' }).handler, listen({ action: ['claim', 'reply'] }).handler];
  await expect(openPresses(twice)).rejects.toThrow('two handlers listen to the action "reply"');
});

describe('what somebody wrote', () => {
  test('is tried until the disk takes it, and its writer hears so once', async () => {
    let tries = 0;
    const handler = on({ event: 'message' }, () => {
      tries += 1;
      if (tries < 4) throw new StoreFault('disk-full', 'full');
      return {};
    });
    const { anna, clock, told } = await openPresses([handler]);
    const said = anna.say(CARD.channel, 'It left today.');
    for (let second = 0; second < 30 && tries < 4; second += 1) {
      await clock.jump(1_000);
      await sleep(20);
    }
    expect(await said).toMatchObject({ acked: true });
    expect(tries).toBe(4);
    expect(await told()).toEqual([textWith(/taken in as soon as it can/)]);
  });

  test('is not acknowledged when the store closes over it', async () => {
    const handler = on({ event: 'message' }, () => {
      throw new StoreFault('closed', 'closed');
    });
    const { anna, clock } = await openPresses([handler]);
    const said = anna.say(CARD.channel, 'It left today.');
    await sleep(50);
    await clock.jump(4_000);
    expect(await said).toMatchObject({ acked: false });
  });
});
