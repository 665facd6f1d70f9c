import { describe, expect, it } from 'vitest';
import { MINUTE_MS, type OpenedStage, openStage } from './support.ts';

const LISTENING = { x: { ownMs: 20_000, search: 'Nordfunk OR "Nord Funk"', searchMs: 20_000 } };
const SEND = 'POST /2/tweets';
const SEARCH = 'GET /2/tweets/search/recent';

const calls = (stage: OpenedStage, name: string) => stage.world.requests.filter(({ call }) => call === name);

/** Somebody names the company, but not our account; the search finds it. */
async function grumble(stage: OpenedStage, text = 'Nord Funk is down again, typical.') {
  stage.world.addPerson({ username: 'grumpy_gus', name: 'Gus', followers: 12 });
  const post = stage.world.post({ author: 'grumpy_gus', text });
  const card = await stage.untilSeen(() => stage.cardOf(post), 'the card of what was found');
  return { post, card };
}

const link = (stage: OpenedStage, card: { ts: string }) =>
  decodeURIComponent(
    /"url":"(https:\/\/x\.com\/intent[^"]+)"/.exec(
      JSON.stringify(stage.workspace.message(stage.support, card.ts)?.blocks),
    )?.[1] ?? '',
  );

describe('somebody who names the company without @', () => {
  it('is answered by hand with a prepared text, and found again on our timeline', async () => {
    const stage = await openStage(LISTENING);
    const { post, card } = await grumble(stage);
    expect(stage.rendered(card)).toContain('Found by its words');
    expect(stage.rendered(card)).toContain('[*Reply on X*] [Prepare text] [Mark as answered] [Escalate] [Claim]');
    expect(link(stage, card)).toBe(`https://x.com/intent/post?in_reply_to=${post.id}`);

    const form = await stage.openForm('anna', card);
    expect(stage.modalText(form)).toContain('[*Next*]');
    await form.fill(stage.textBlock(form), 'Hi Gus, it is back since 9:10. Sorry!');
    expect((await form.submit()).outcome).toBe('updated');
    const steps = stage.person('anna').modal();
    expect(stage.modalText(steps)).toContain('Hi Gus, it is back since 9:10. Sorry!');
    expect(stage.modalText(steps)).toContain('[*Reply on X*]');
    await stage.untilReads(card, '@anna’s text is ready:');
    expect(link(stage, card)).toContain('&text=Hi Gus, it is back since 9:10. Sorry!');

    await steps.press('reply_on_network');
    expect(await steps.submit()).toMatchObject({ outcome: 'closed' });
    expect(await stage.untilReads(card, 'Answered by @anna')).toContain('by hand, not yet seen on our timeline');
    const sent = stage.world.post({
      author: 'NordfunkHilft',
      text: 'Hi Gus, it is back since 9:10. Sorry!',
      inReplyTo: post.id,
    });
    await stage.untilSeen(() => stage.rendered(card).includes(sent.id), 'its address on the card');
    expect(stage.rendered(card).match(/it is back since/g)).toHaveLength(1);
    expect(stage.rendered(card)).not.toContain('by hand');
    expect(calls(stage, SEND)).toEqual([]);
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    expect(stage.cards()).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('may be answered from here as soon as they name our account', async () => {
    const stage = await openStage(LISTENING);
    const { post, card } = await grumble(stage);
    stage.world.post({ author: 'grumpy_gus', text: '@NordfunkHilft hello?', inReplyTo: post.id });
    await stage.untilSeen(() => stage.rendered(card).includes('[*Reply*]'), 'the ordinary buttons');
    await stage.sendReply('ben', card, 'Hi Gus, we are looking into it.');
    await stage.untilSeen(() => stage.world.ours().length === 1, 'our answer');
    stage.expectNothingRefused();
  });

  it('who was answered on X before the search found them, is settled at once', async () => {
    const stage = await openStage({ x: { ...LISTENING.x, searchMs: 3 * MINUTE_MS } });
    await stage.pass(20_000, 10_000);
    stage.world.addPerson({ username: 'grumpy_gus', name: 'Gus', followers: 12 });
    const post = stage.world.post({ author: 'grumpy_gus', text: 'Nordfunk, what is going on?' });
    stage.world.post({ author: 'NordfunkHilft', text: 'Hi Gus, we are on it.', inReplyTo: post.id });
    const card = await stage.untilSeen(() => stage.cardOf(post), 'the card', { stepMs: 10_000, mostMs: 6 * MINUTE_MS });
    await stage.untilSeen(() => stage.rendered(card).includes('Answered on X directly'), 'the settled card');
    stage.expectNothingRefused();
  });
});

describe('a mention whose author lets nobody reply', () => {
  it('gets the link and the text after X has refused it', async () => {
    const stage = await openStage(LISTENING);
    const { card } = await stage.complain('mia_k', 'no signal in Kiel. Terrible.');
    // X's rule changes under our feet: this author is no longer taken to have summoned us.
    stage.world.mentions = () => false;
    await stage.sendReply('anna', card, 'Hi Mia, we are on it.');
    await stage.untilSeen(() => stage.rendered(card).includes('[Mark as answered]'), 'the way by hand');
    expect(link(stage, card)).toContain('&text=Hi Mia, we are on it.');
    await stage.person('ben').press(stage.support, card.ts, 'mark_answered');
    await stage.untilReads(card, 'Answered by @ben');
    expect(calls(stage, SEND)).toHaveLength(1);
    stage.expectNothingRefused({ byX: [/Reply to this conversation is not allowed/] });
  });
});

describe('a search that X does not take', () => {
  it('is said once, tried rarely, and holds no mention up', async () => {
    const stage = await openStage({ x: { ...LISTENING.x, search: '(Nordfunk OR' } });
    await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    await stage.pass(10 * MINUTE_MS, MINUTE_MS);
    expect(stage.lines().filter((line) => line.includes('X_SEARCH'))).toHaveLength(1);
    expect(calls(stage, SEARCH)).toHaveLength(1);
    await stage.stopApp();
    await stage.startApp();
    await stage.pass(3 * MINUTE_MS, MINUTE_MS);
    expect(stage.lines().filter((line) => line.includes('X_SEARCH'))).toHaveLength(1);
    stage.expectNothingRefused({ byX: [/errors processing your request/] });
  });
});
