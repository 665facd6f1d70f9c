import { describe, expect, it } from 'vitest';
import { MINUTE_MS, type OpenedStage, openStage } from './support.ts';

const COMPLAINT = 'third invoice in a row that is wrong. Nobody answers my mails.';
const ENDS = ['cut-before', 'cut-after', '500', '500-after'] as const;

/** What the app says each of its messages is for; only merged lines come back under a new name. */
function namesOf({ workspace, channels, people }: OpenedStage): string[] {
  const inChannels = Object.values(channels).flatMap((channel) =>
    workspace.messages(channel).flatMap((message) => {
      const answers = workspace.thread(channel, message.ts).filter(({ ts }) => ts !== message.ts);
      return [message, ...answers];
    }),
  );
  const direct = Object.values(people).flatMap((user) => workspace.dms(user));
  return [...inChannels, ...direct].flatMap(({ metadata }) => {
    const { ref, key } = metadata?.event_payload ?? {};
    return typeof ref === 'string' && typeof key === 'string' ? [`${ref} ${key}`] : [];
  });
}

describe('a message to Slack that ends unclear', () => {
  it.each(ENDS)('(%s) is there once, whatever it is', { timeout: 180_000 }, async (kind) => {
    const stage = await openStage({ desk: { approval: { apologies: true } } });
    const { faults } = stage.slack;
    /** The next new message meets its fate, and is there once for all that. */
    async function once(key: string, act: () => Promise<unknown>): Promise<void> {
      faults.add({ when: 'chat.postMessage', kind, times: 1 });
      const before = stage.workspace.requests.filter(({ method }) => method === 'chat.postMessage').length;
      await act();
      const of = () => namesOf(stage).filter((name) => name.includes(key));
      await stage.untilSeen(() => of().length > 0, `a message for ${key}`);
      await stage.pass(2 * MINUTE_MS, 30_000);
      const after = stage.workspace.requests.filter(({ method }) => method === 'chat.postMessage').length;
      expect(after, key).toBeGreaterThan(before);
      faults.clear();
    }

    const post = stage.write('tom_harding', COMPLAINT);
    await once('draw-card', () => stage.readNow());
    const card = await stage.cardFor(post);
    await once('post-note:again', async () => {
      stage.write('tom_harding', 'Hello?', { inReplyTo: post.id });
      await stage.readNow();
    });
    await once('post-escalation', async () => {
      const form = await stage.openForm('anna', card, 'escalate');
      await form.fill('reason', 'What went wrong?');
      await form.select('person', stage.people.dmitri);
      await form.submit();
    });
    await once('send-notice:handed-over', async () => {
      await stage.person('anna').press(stage.support, card.ts, 'claim');
      await stage.untilReads(card, 'Claimed by @anna');
      const form = await stage.openForm('anna', card, { action_id: 'more', option: `more|x:${post.id}` });
      await form.press('hand_over');
      await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.anna).length === 2, 'who gets it');
      const to = stage.person('anna').modal();
      await to.select('person', stage.people.ben);
      await to.submit();
    });
    await once('approval', async () => {
      const form = await stage.openForm('anna', card, 'apologise');
      await form.fill('wrong', 'The invoice was wrong');
      await form.fill('doing', 'We send you a new one today');
      await form.submit();
      await stage.untilReads(card, '[*Approve*]');
      await stage.pass(11 * MINUTE_MS, MINUTE_MS);
    });
    await once('draw-incident', async () => {
      const start = await stage.commandForm('anna', '/incident', 'start Kein Netz');
      await start.fill(stage.textBlock(start), 'Wir haben eine Störung in Altona.');
      await start.submit();
    });
    await once('draw-round', () => stage.pass(60 * MINUTE_MS, 2 * MINUTE_MS));

    const names = namesOf(stage);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    stage.expectNothingRefused();
  });
});

describe('a change of a message that ends unclear', () => {
  it('shows in the message that is there, and posts no second one', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('tom_harding', COMPLAINT);
    for (const kind of ENDS) {
      stage.slack.faults.add({ when: 'chat.update', kind, times: 1 });
      await stage.person('anna').press(stage.support, card.ts, 'claim');
      await stage.untilSeen(() => stage.rendered(card).includes('Claimed by @anna'), `the claim: ${kind}`);
      await stage.person('anna').press(stage.support, card.ts, 'release');
      await stage.untilSeen(() => stage.rendered(card).includes('Nobody has it yet'), `the release: ${kind}`);
    }
    expect(stage.cards()).toHaveLength(1);
    stage.expectNothingRefused();
  });
});
