import { App, LogLevel } from '@slack/bolt';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { PracticeSlackOptions } from '../../practice/slack/index.ts';
import { actions, button, formModal, openOffice, section, someText, textWith } from './slack-office.ts';

const blocks = [section('a card'), actions(button('reply', 'Reply', { value: '42' }))];

/** An unmodified Bolt app on Socket Mode, connected to the office. */
async function openBolt(options: Partial<PracticeSlackOptions> = {}) {
  const office = await openOffice(options);
  const { slack } = office;
  const app = new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.url },
    deferInitialization: true,
  });
  await app.init();
  return {
    ...office,
    app,
    start: async () => {
      onTestFinished(async () => {
        await app.stop();
      });
      await app.start();
      const { ts } = await app.client.chat.postMessage({ channel: office.support.id, text: 'card', blocks });
      return String(ts);
    },
  };
}

describe('a Bolt app on Socket Mode', () => {
  test('hears a press with everything that it needs to answer it', async () => {
    const { app, start, workspace, anna, support } = await openBolt();
    const heard: unknown[] = [];
    app.action('reply', async ({ ack, body, respond }) => {
      await ack();
      heard.push(body);
      await respond({ text: 'noted' });
    });
    const ts = await start();
    expect(await workspace.as(anna.id).press(support.id, ts, 'reply')).toMatchObject({ acked: true });
    await workspace.waitFor(() => workspace.ephemerals(anna.id)[0], 'the answer to the press');
    expect(heard).toMatchObject([
      {
        type: 'block_actions',
        user: { id: anna.id },
        channel: { id: support.id, name: 'support' },
        message: { ts, text: 'card' },
        container: { message_ts: ts, is_ephemeral: false },
        actions: [{ action_id: 'reply', block_id: 'actions', type: 'button', value: '42', action_ts: someText }],
        trigger_id: someText,
      },
    ]);
    expect(workspace.rejections).toEqual([]);
  });

  test('opens a modal with the trigger of a press and reads what was filled in', async () => {
    const { app, start, workspace, anna, support } = await openBolt();
    app.action('reply', async ({ ack, body, client }) => {
      await ack();
      if (body.type !== 'block_actions') return;
      await client.apiCall('views.open', { trigger_id: body.trigger_id, view: formModal({ private_metadata: '42' }) });
    });
    app.view('form', async ({ ack, view }) => {
      const text = view.state.values.text?.value?.value ?? '';
      if (text === 'bad') await ack({ response_action: 'errors', errors: { text: 'not nice' } });
      else await ack();
    });
    const ts = await start();
    const person = workspace.as(anna.id);
    await person.press(support.id, ts, 'reply');
    await workspace.waitFor(() => workspace.modals(anna.id).length === 1, 'the modal');
    expect(await person.modal().submit()).toEqual({
      outcome: 'errors',
      errors: { text: textWith('required') },
    });
    await person.modal().fill('text', 'bad');
    expect(await person.modal().submit()).toEqual({ outcome: 'errors', errors: { text: 'not nice' } });
    await person.modal().fill('text', 'fine');
    expect(await person.modal().submit()).toEqual({ outcome: 'closed' });
    expect(workspace.modals(anna.id)).toEqual([]);
  });

  test('counts letters as they are typed, and the text stays through the updates', async () => {
    const { app, start, workspace, anna, support } = await openBolt();
    const counted = (hint: string) =>
      formModal(
        {},
        { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } },
        { dispatch_action: true, hint: { type: 'plain_text', text: hint } },
      );
    app.action('reply', async ({ ack, body, client }) => {
      await ack();
      if (body.type === 'block_actions') {
        await client.apiCall('views.open', { trigger_id: body.trigger_id, view: counted('0') });
      }
    });
    app.action('value', async ({ ack, body, payload, client }) => {
      if (payload.type === 'plain_text_input' && body.type === 'block_actions') {
        const view = counted(String(payload.value?.length));
        await client.apiCall('views.update', { view_id: body.view?.id, hash: body.view?.hash, view });
      }
      await ack();
    });
    const ts = await start();
    const person = workspace.as(anna.id);
    await person.press(support.id, ts, 'reply');
    await workspace.waitFor(() => workspace.modals(anna.id)[0], 'the modal');
    await person.modal().type('text', 'hey');
    const view = person.modal().view();
    expect(view.source.blocks[0]).toMatchObject({ hint: { text: '3' } });
    expect(view.values.text?.value?.value).toBe('hey');
    expect(workspace.rejections).toEqual([]);
  });

  test('gets slash commands with entities, message shortcuts, and messages in threads', async () => {
    const { app, start, workspace, anna, ben, support } = await openBolt();
    workspace.addUserGroup({ id: 'S0NETWORK', handle: 'network', users: [ben.id] });
    const heard: string[] = [];
    app.command('/escalate', async ({ ack, command }) => {
      heard.push(command.text);
      await ack('Escalated.');
    });
    app.shortcut('reply_here', async ({ ack, shortcut }) => {
      if (shortcut.type === 'message_action') heard.push(shortcut.message_ts);
      await ack();
    });
    app.message(async ({ message }) => {
      if (message.subtype === undefined) heard.push(`${message.text} in ${message.thread_ts}`);
    });
    const ts = await start();
    const person = workspace.as(anna.id);
    await person.command('/escalate', '#42 @ben @network is <down> & out', support.id);
    await person.shortcut('reply_here', support.id, ts);
    expect(await person.say(support.id, 'look @ben: https://a.example/b', ts)).toMatchObject({ acked: true });
    expect(heard).toEqual([
      `#42 <@${ben.id}|ben> <!subteam^S0NETWORK|@network> is &lt;down&gt; &amp; out`,
      ts,
      `look <@${ben.id}>: <https://a.example/b> in ${ts}`,
    ]);
    expect(workspace.ephemerals(anna.id).map(({ text }) => text)).toEqual(['Escalated.']);
    await expect(person.command('/escalate', '#42', support.id, ts)).rejects.toThrow('not supported in threads');
  });

  test('hears of an opened home tab, and its buttons', async () => {
    const { app, start, workspace, anna } = await openBolt();
    const heard: string[] = [];
    app.event('app_home_opened', async ({ event, client }) => {
      const view = { type: 'home', blocks: [actions(button('mine', 'Mine'))] };
      await client.apiCall('views.publish', { user_id: event.user, view });
    });
    app.action('mine', async ({ ack, action }) => {
      await ack();
      heard.push(action.type);
    });
    await start();
    const person = workspace.as(anna.id);
    await expect(person.pressHome('mine')).rejects.toThrow('no home tab');
    await person.openHome();
    await workspace.waitFor(() => workspace.home(anna.id), 'the home tab');
    await person.pressHome('mine');
    expect(heard).toEqual(['button']);
  });

  test('comes back after Slack asked it to reconnect', async () => {
    const { app, slack, start, workspace, anna, support } = await openBolt();
    app.action('reply', async ({ ack }) => ack());
    const ts = await start();
    await workspace.as(anna.id).press(support.id, ts, 'reply');
    slack.sockets.disconnect();
    await workspace.waitFor(() => slack.sockets.count() === 0, 'the socket to close');
    await workspace.waitFor(() => slack.sockets.count() === 1, 'the app to reconnect', { timeoutMs: 12_000 });
    expect(await workspace.as(anna.id).press(support.id, ts, 'reply')).toMatchObject({ acked: true });
  });
});
