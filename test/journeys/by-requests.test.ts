import { expect, it } from 'vitest';
import { freePort } from '../slack/free-port.ts';
import { openStage } from './support.ts';

const openByRequests = async () => openStage({ http: { port: await freePort(), signingSecret: 'shh-of-the-journey' } });

it('a reply goes from card to public where Slack sends signed requests instead of a socket', async () => {
  const stage = await openByRequests();
  expect(stage.slack.sockets.count()).toBe(0);
  const { post, card } = await stage.complain('lena_altona', 'Seit gestern kein Internet.');
  await stage.person('ben').command('/reply', '#1 Wir sehen nach.', stage.support);
  await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.ben).length > 0, 'the form');
  await stage.person('ben').modal().close();
  await stage.sendReply('anna', card, 'Wir sehen uns das jetzt an.');
  expect((await stage.untilPublic(post)).written).toBe('@lena_altona Wir sehen uns das jetzt an.');
  await stage.untilReads(card, 'Answered by @anna');
  stage.expectNothingRefused();
});

it.each(['view_submission', 'block_actions'])('a %s that Slack sends twice is one deed', async (what) => {
  const stage = await openByRequests();
  const { post, card } = await stage.complain('lena_altona', 'Seit gestern kein Internet.');
  if (what === 'block_actions') {
    stage.slack.faults.add({ when: 'deliver:interactive', kind: 'duplicate', times: 1 });
    await stage.person('ben').press(stage.support, card.ts, 'claim');
    await stage.untilReads(card, 'Claimed by @ben');
  }
  const form = await stage.openForm('anna', card);
  await form.fill('text', 'Wir sehen nach.');
  if (what === 'view_submission') {
    stage.slack.faults.add({ when: 'deliver:interactive', kind: 'duplicate', times: 1 });
  }
  await form.submit();
  await stage.untilPublic(post);
  await stage.untilReads(card, 'Answered by @anna');
  expect(stage.answersTo(post)).toHaveLength(1);
  expect(stage.rendered(card).match(/Wir sehen nach/g)).toHaveLength(1);
  stage.expectNothingRefused();
});
