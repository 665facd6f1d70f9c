import { describe, expect, it } from 'vitest';
import type { Message } from '../../practice/slack/index.ts';
import { openStage } from './support.ts';

const BIDI = '\u202Egnorw \u2066kcab\u2069 \u200Bzero\u202C';

const HOSTILE: Readonly<Record<string, string>> = {
  'calls to the channel': 'Frechheit! <!channel> <!here> <!everyone> @channel @here <@U0EARSHOT0> <!subteam^S123>',
  'a faked link': 'Störung: <https://evil.example|https://bank.example> &lt;https://evil.example|bank&gt;',
  'turned-around and hidden characters': `kaputt ${BIDI} ${'\u0300'.repeat(60)}x`,
  'more than 3,000 characters': `kaputt ${'&<>"*_~`'.repeat(500)}`,
  'formatting, quotes and code':
    '*kaputt* _x_ ~y~ `z` ```code``` > quote\n>>> more\n• list :tada: <!date^1^{date}|now>',
  'nothing but signs': '\u0000\u0007 🤬🤬🤬 😡 \uFFFD ‮',
};

/** What Slack reads as markup: the text of a message, and every `mrkdwn` in its blocks. Plain text it shows as it is. */
function markupIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)];
  return Object.values(value).flatMap(markupIn);
}

function expectHarmless(messages: readonly Message[]): void {
  for (const { text, blocks, ...rest } of messages) {
    for (const markup of [text, ...markupIn(blocks)]) {
      expect(markup).not.toMatch(/<!(?:channel|here|everyone|subteam\^S123)|<@U0EARSHOT0|<https?:[^|>]*evil/);
    }
    // Characters that turn the rest of a line around would change our own words.
    expect(JSON.stringify([text, blocks])).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    expect(rest.attachments ?? []).toEqual([]);
  }
}

describe('a customer’s hostile text', () => {
  it.each(Object.keys(HOSTILE))('with %s gets its card, pings nobody and is refused by nobody', async (what) => {
    const stage = await openStage();
    const { post, card } = await stage.complain('mallory', HOSTILE[what] ?? '');
    expect(stage.rendered(card)).toContain('[*Reply*] [Apologise] [Escalate] [Claim]');
    expectHarmless([card]);
    const asked = stage.workspace.requests.filter(({ method }) => method === 'chat.postMessage');
    expect(asked.every(({ args }) => args.unfurl_links !== true && args.unfurl_links !== 'true')).toBe(true);

    // Every other place where the text stands: the form, the history, the escalation, the thread, the line.
    const form = await stage.openForm('anna', card);
    await form.fill('text', 'Danke!');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.person('ben').press(stage.support, card.ts, { action_id: 'more', option: `history|x:${post.id}` });
    await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.ben).length > 0, 'the history');
    await stage.person('ben').modal().close();
    await stage.person('ben').command('/escalate', '#1 @network-team ist das euer Kabel?', stage.support);
    await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.ben).length > 0, 'the escalation');
    expect(await stage.person('ben').modal().submit()).toEqual({ outcome: 'closed' });
    await stage.workspace.waitFor(() => stage.workspace.messages(stage.channels.network).length > 0, 'the question');
    stage.world.post({ author: 'mallory', text: `@NordfunkHilft ${HOSTILE[what]} again`, inReplyTo: post.id });
    await stage.readNow();
    await stage.workspace.waitFor(() => stage.thread(card).length > 0, 'the note in the thread');
    await stage.untilSeen(() => stage.dms('anna').length > 0, 'the word to Anna, who has it');
    // Nobody has this one: the channel is told.
    const open = await stage.complain('mallory', `${HOSTILE[what]} anew`);
    stage.world.post({ author: 'mallory', text: `@NordfunkHilft ${HOSTILE[what]} twice`, inReplyTo: open.post.id });
    await stage.readNow();
    await stage.untilSeen(() => stage.lines().length > 0, 'the line in the channel');
    expectHarmless([
      ...stage.workspace.messages(stage.support),
      ...stage.workspace.dms(stage.people.anna),
      ...stage.workspace.thread(stage.support, card.ts),
      ...stage.workspace.messages(stage.channels.network),
    ]);
    await stage.untilPublic(post);
    stage.expectNothingRefused();
  });

  it('in a name and a picture’s description is as harmless', async () => {
    const stage = await openStage();
    stage.world.addPerson({ username: 'mallory', name: `<!channel> *Support* ${BIDI} ${'x'.repeat(300)}` });
    const post = stage.world.post({
      author: 'mallory',
      text: '@NordfunkHilft schaut: kaputt!',
      media: [{ url: 'https://pbs.twimg.com/media/a.jpg', altText: `<!here> ${'lang '.repeat(600)}` }],
    });
    const card = await stage.cardFor(post);
    expect(stage.rendered(card)).toContain('(image: ');
    expectHarmless([card]);
    stage.expectNothingRefused();
  });
});
