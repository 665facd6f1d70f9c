import { describe, expect, it } from 'vitest';
import { withoutReasons } from './reasons.ts';
import { MINUTE_MS, type OpenedStage, openStage } from './support.ts';

const SEND = 'POST /2/tweets';
const LOOK = 'GET /2/users/:id/tweets';

const calls = (stage: OpenedStage, name: string) => stage.world.requests.filter(({ call }) => call === name);

/** Anna's reply to a complaint is on its way, and something is wrong with the network. */
async function replied(stage: OpenedStage, text = 'Hi Jon, your router left our stock today.') {
  const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
  await stage.sendReply('anna', card, text);
  return { post, card };
}

/** The send ended unclear, and three looks over a minute did not find it. */
async function askedWhetherThere(stage: OpenedStage) {
  stage.x.faults.add({ when: SEND, kind: 'cut-before', times: 1 });
  const mention = await replied(stage);
  await stage.untilSeen(() => stage.rendered(mention.card).includes('Checking whether it is public'), 'the check');
  expect(stage.rendered(mention.card)).not.toContain('[Send again]');
  await stage.untilSeen(() => stage.rendered(mention.card).includes('[Send again]'), 'the question', {
    stepMs: 10_000,
  });
  return mention;
}

describe('a send that ends unclear', () => {
  it.each(['cut-after', '500-after'] as const)(
    'although it happened (%s) is found by looking and is public exactly once',
    async (kind) => {
      const stage = await openStage();
      stage.x.faults.add({ when: SEND, kind, times: 1 });
      const { post, card } = await replied(stage);
      const answer = await stage.untilPublic(post);
      const settled = await stage.untilReads(card, 'Answered by @anna');
      expect(settled).toContain(`on X (https://x.com/NordfunkHilft/status/${answer.id})`);
      await stage.pass(3 * MINUTE_MS, MINUTE_MS);
      expect(stage.answersTo(post)).toHaveLength(1);
      expect(calls(stage, SEND)).toHaveLength(1);
      stage.expectNothingRefused();
    },
  );

  it('and did not happen is looked for three times over a minute; then a person sends it again, once', async () => {
    const stage = await openStage();
    const { post, card } = await askedWhetherThere(stage);
    const looks = calls(stage, LOOK);
    expect(looks).toHaveLength(3);
    expect((looks[2]?.at.getTime() ?? 0) - (looks[0]?.at.getTime() ?? 0)).toBeGreaterThanOrEqual(MINUTE_MS);
    expect(withoutReasons(stage.rendered(card)).replaceAll(post.id, '1')).toMatchInlineSnapshot(`
      "*jon_reyes*  @jon_reyes · 320 followers
      🔴 Complaint · #1 · X · 24 Nov 2026 09:00
      Complaint: “…”
      @NordfunkHilft still waiting for my router. Not acceptable.
      ❔ *Reply* by @anna – sent? It was not found on the network. Please look here (https://x.com/jon_reyes/status/1)
      Hi Jon, your router left our stock today.
      [It is there] [Send again]
      Claimed by @anna · answer due 24 Nov 2026 10:00
      [*Reply*] [Apologise] [Escalate] [Release] [… No answer needed | Change kind | Open on X | History | More …]"
    `);
    expect(JSON.stringify(stage.workspace.message(stage.support, card.ts)?.blocks)).toContain(
      'Is it really not there?',
    );
    await stage.pass(5 * MINUTE_MS);
    expect(stage.world.ours()).toEqual([]);
    expect(calls(stage, SEND)).toHaveLength(1);

    await stage.person('ben').press(stage.support, card.ts, 'send_again');
    await stage.untilReads(card, '[Undo]');
    await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by');
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    expect(stage.answersTo(post)).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('and that a person sees there is settled by their word', async () => {
    const stage = await openStage();
    const { post, card } = await askedWhetherThere(stage);
    await stage.person('ben').press(stage.support, card.ts, 'is_there');
    const settled = await stage.untilReads(card, 'Answered by @anna');
    expect(settled).toContain('confirmed by hand');
    expect(settled).not.toMatch(/\[Send again]|\[It is there]|\[Delete reply]/);
    await stage.pass(5 * MINUTE_MS);
    expect(stage.answersTo(post)).toEqual([]);
    expect(calls(stage, SEND)).toHaveLength(1);
    stage.expectNothingRefused();
  });
});
