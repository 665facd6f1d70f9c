import { describe, expect, it } from 'vitest';
import type { Post } from '../../practice/x/types.ts';
import { type Name, type OpenedStage, openStage } from './support.ts';

const HIDE = 'PUT /2/tweets/:id/hidden';

/** A customer answers under somebody's post, and their card is there. */
async function answerUnder(stage: OpenedStage, author: string, post: Pick<Post, 'id'>, text: string) {
  const answer = stage.write(author, text, { inReplyTo: post.id });
  return { post: answer, card: await stage.cardFor(answer) };
}

/** The company says something in public: the head of a conversation of ours. */
async function ownPost(stage: OpenedStage): Promise<Post> {
  const form = await stage.commandForm('anna', '/incident', 'start Kein Netz im Norden');
  await form.fill(stage.textBlock(form), 'Wir kennen die Störung im Norden und arbeiten daran.');
  await form.submit();
  return stage.untilSeen(() => stage.world.ours()[0], 'our first word');
}

const openMore = (stage: OpenedStage, name: Name, card: { ts: string }, id: string) =>
  stage.openForm(name, card, { action_id: 'more', option: `more|x:${id}` });

const isHidden = (stage: OpenedStage, { id }: Post) => stage.world.find(id)?.hidden;

describe('a customer’s post under one of ours', () => {
  it('can be hidden on X and shown again; card and history say by whom', async () => {
    const stage = await openStage();
    const { post, card } = await answerUnder(stage, 'troll77', await ownPost(stage), 'Ihr seid Betrüger!!!');
    const more = await openMore(stage, 'anna', card, post.id);
    expect(stage.modalText(more)).toContain('[Hide on X]');
    await more.press('hide_post');
    await stage.untilSeen(() => isHidden(stage, post), 'the post to be hidden');
    await stage.untilReads(card, 'Hidden on X by @anna, 24 Nov 2026');
    await more.close();

    const again = await openMore(stage, 'ben', card, post.id);
    expect(stage.modalText(again)).not.toContain('[Hide on X]');
    await again.press('unhide_post');
    await stage.untilSeen(() => isHidden(stage, post) === false, 'the post to be shown again');
    await stage.untilSeen(() => !stage.rendered(card).includes('Hidden on X'), 'the card without it');
    await again.close();
    const history = await stage.openForm('anna', card, { action_id: 'more', option: `history|x:${post.id}` });
    expect(stage.modalText(history)).toMatch(
      /@anna hid it on the network: .*Betrüger[\s\S]*@ben showed it on the network again/,
    );
    stage.expectNothingRefused();
  });

  it('is hidden once, although X cut the connection after it did it', async () => {
    const stage = await openStage();
    const { post, card } = await answerUnder(stage, 'troll77', await ownPost(stage), 'Ihr seid Betrüger!!!');
    stage.x.faults.add({ when: HIDE, kind: 'cut-after', times: 1 });
    const more = await openMore(stage, 'anna', card, post.id);
    await more.press('hide_post');
    await stage.untilSeen(() => stage.rendered(card).includes('Hidden on X by @anna'), 'the card to say so');
    expect(isHidden(stage, post)).toBe(true);
    stage.expectNothingRefused();
  });
});

describe('a customer’s post elsewhere', () => {
  it('under a stranger’s post is refused by X: told to whoever pressed, and on the card', async () => {
    const stage = await openStage();
    const strangers = stage.world.post({ author: 'somebody', text: 'Wer hat guten Empfang im Norden?' });
    const { post, card } = await answerUnder(stage, 'troll77', strangers, 'Die nicht, das sind Betrüger!');
    const more = await openMore(stage, 'anna', card, post.id);
    await more.press('hide_post');
    await stage.untilReads(card, 'It could not be hidden on X. X says: You are not allowed to hide this reply.');
    await stage.untilSeen(() => stage.dms('anna').join().includes('could not be hidden on X'), 'a message to Anna');
    expect(isHidden(stage, post)).toBe(false);
    stage.expectNothingRefused({ byX: [/not allowed to hide/] });
  });

  it('of their own conversation offers no such thing, and only publishers may', async () => {
    const stage = await openStage({ desk: { publishers: [] } });
    const own = await stage.complain('lena_altona', 'Seit gestern kein Internet. Unfassbar!');
    const more = await openMore(stage, 'anna', own.card, own.post.id);
    expect(stage.modalText(more)).not.toContain('Hide on X');
    await more.close();
    const strangers = stage.world.post({ author: 'somebody', text: 'Wer hat guten Empfang im Norden?' });
    const { post, card } = await answerUnder(stage, 'troll77', strangers, 'Die nicht, das sind Betrüger!');
    const other = await openMore(stage, 'anna', card, post.id);
    await other.press('hide_post');
    const refusal = () => stage.modalText(stage.person('anna').modal()).includes('not among those who may publish');
    await stage.workspace.waitFor(refusal, 'a no');
    expect(isHidden(stage, post)).toBe(false);
    stage.expectNothingRefused();
  });
});
