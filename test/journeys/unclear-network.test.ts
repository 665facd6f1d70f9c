import { describe, expect, it } from 'vitest';
import type { Fault } from '../../practice/faults.ts';
import type { Message } from '../../practice/slack/index.ts';
import { MINUTE_MS, type OpenedStage, openStage } from './support.ts';

const SEND = 'POST /2/tweets';
const LOOK = 'GET /2/users/:id/tweets';
/** Real milliseconds: longer than any answer takes here, and soon over. */
const TIMEOUT_MS = 2_000;

/** Everything that can happen to a call: whether it has its effect, and that nobody says so. */
const ENDS: readonly { name: string; kind: Fault['kind']; isSlow?: boolean; isPublic: boolean }[] = [
  { name: 'the connection cut before the effect', kind: 'cut-before', isPublic: false },
  { name: 'the connection cut after it', kind: 'cut-after', isPublic: true },
  { name: 'an error instead of it', kind: '500', isPublic: false },
  { name: 'an error after it', kind: '500-after', isPublic: true },
  { name: 'a time-out without it', kind: 'cut-before', isSlow: true, isPublic: false },
  { name: 'a time-out after it', kind: 'late-answer', isSlow: true, isPublic: true },
  { name: 'a time-out before it', kind: 'delay', isSlow: true, isPublic: true },
];

/** A time-out ends as a cut connection does, as far as the app can see (test/networks/x-publishing.test.ts). */
const SHORT_ENDS = ENDS.filter(({ isSlow }) => isSlow !== true);

/** One public text on its way: what shows it, and the words by which it is known. */
interface Word {
  readonly shown: Pick<Message, 'ts'>;
  readonly words: string;
}

const open = () => openStage({ x: { timeoutMs: TIMEOUT_MS } });

const published = (stage: OpenedStage, words: string) =>
  stage.world.ours().filter(({ written }) => written.includes(words)).length;

const calls = (stage: OpenedStage, name: string) => stage.world.requests.filter(({ call }) => call === name).length;

/** Sends a word into each of these ends, one after the other: each becomes public once, and a person is asked where none can tell. */
async function sendInto(ends: typeof ENDS, stage: OpenedStage, send: (turn: number) => Promise<Word>): Promise<void> {
  const all: string[] = [];
  for (const [turn, { name, kind, isSlow = false, isPublic }] of ends.entries()) {
    const before = { sends: calls(stage, SEND), looks: calls(stage, LOOK) };
    let release = () => {};
    const over = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { shown, words } = await send(turn);
    stage.x.faults.add({ when: SEND, kind, times: 1, ...(isSlow && { until: () => over }) });
    // The app has stopped waiting, and has not found it on its first look.
    if (isSlow) await stage.untilSeen(() => calls(stage, LOOK) > before.looks, `a look: ${name}`);
    release();
    if (!isPublic) {
      await stage.untilSeen(() => stage.rendered(shown).includes('[Send again]'), name, { stepMs: 10_000 });
      expect(published(stage, words), name).toBe(0);
      await stage.person('ben').press(stage.support, shown.ts, 'send_again');
    }
    await stage.untilSeen(() => published(stage, words) > 0, `${words}: ${name}`);
    await stage.untilSeen(() => !/Checking|Send again|Undo/.test(stage.rendered(shown)), `the end of ${name}`);
    expect(calls(stage, SEND) - before.sends, name).toBe(isPublic ? 1 : 2);
    all.push(words);
  }
  await stage.pass(3 * MINUTE_MS, MINUTE_MS);
  for (const words of all) expect(published(stage, words), words).toBe(1);
  stage.expectNothingRefused();
}

describe('whatever end a send has', () => {
  it('a reply is public exactly once', { timeout: 180_000 }, async () => {
    const stage = await open();
    await sendInto(ENDS, stage, async (turn) => {
      const { card } = await stage.complain(`jon_${turn}`, 'still waiting for my router. Not acceptable.');
      const words = `Hi Jon, router number ${turn} left our stock today.`;
      await stage.sendReply('anna', card, words);
      return { shown: card, words };
    });
  });

  it('an incident and each of its updates is public exactly once', { timeout: 180_000 }, async () => {
    const stage = await open();
    await sendInto(ENDS, stage, async (turn) => {
      const words = `In Altona ist Mast ${turn} ausgefallen.`;
      // The head of its thread, and what stands below it.
      if (turn % 2 === 0) {
        const start = await stage.commandForm('anna', '/incident', `start Mast ${turn}`);
        await start.fill(stage.textBlock(start), words);
        expect(await start.submit()).toEqual({ outcome: 'closed' });
      } else {
        const [latest] = stage.messagesFor('draw-incident').slice(-1);
        if (latest === undefined) throw new Error('there is no incident');
        const update = await stage.openForm('anna', latest, 'incident_update');
        await update.fill(stage.textBlock(update), words);
        await update.fill('confirmed_by', 'Jens, network');
        expect(await update.submit()).toEqual({ outcome: 'closed' });
      }
      const shown = await stage.untilSeen(
        () => stage.messagesFor('draw-incident').find((one) => /Undo/.test(stage.rendered(one))),
        'the incident with Undo',
      );
      return { shown, words };
    });
  });

  it('an apology that a second person approved is public exactly once', { timeout: 180_000 }, async () => {
    const stage = await openStage({
      x: { timeoutMs: TIMEOUT_MS },
      desk: { approval: { apologies: true } },
    });
    await sendInto(SHORT_ENDS, stage, async (turn) => {
      const { card } = await stage.complain(`tom_${turn}`, 'third invoice in a row that is wrong.');
      const words = `Invoice ${turn} was wrong`;
      const form = await stage.openForm('anna', card, 'apologise');
      await form.fill('wrong', `${words}, and we are sorry`);
      await form.fill('doing', 'We send you a new one today');
      expect(await form.submit()).toEqual({ outcome: 'closed' });
      await stage.untilReads(card, '[*Approve*]');
      await stage.person('ben').press(stage.support, card.ts, 'approve');
      await stage.untilReads(card, '[Undo]');
      return { shown: card, words };
    });
  });

  it('both posts of a long text are public exactly once, in their order', { timeout: 180_000 }, async () => {
    const stage = await open();
    const first = (turn: number) =>
      `${`Anschluss ${turn} in Altona ist seit gestern gestört. `.repeat(5)}Wir sind dran.`;
    const second = (turn: number) => `${`Ein Techniker tauscht heute Karte ${turn}. `.repeat(5)}Bis 18 Uhr.`;
    for (const [turn, { name, kind, isPublic }] of SHORT_ENDS.entries()) {
      const { card } = await stage.complain(`lena_${turn}`, 'Seit gestern Abend kein Internet. Frechheit!');
      const form = await stage.openForm('anna', card);
      await form.fill('text', `${first(turn)} ${second(turn)}`);
      await stage.workspace.waitFor(
        () => stage.modalText(form).includes('[Split into 2 posts]'),
        'the way to split it',
      );
      await form.press('split_text');
      await stage.workspace.waitFor(() => stage.modalText(form).includes('Goes out as 2 posts'), 'the posts');
      expect(await form.submit()).toEqual({ outcome: 'closed' });
      await stage.untilReads(card, '[Undo]');
      for (const part of ['1/2', '2/2']) {
        stage.x.faults.add({ when: SEND, kind, times: 1 });
        const words = `${part} ${part === '1/2' ? first(turn) : second(turn)}`;
        if (!isPublic) {
          await stage.untilSeen(() => stage.rendered(card).includes('[Send again]'), name, { stepMs: 10_000 });
          await stage.person('ben').press(stage.support, card.ts, 'send_again');
        }
        await stage.untilSeen(() => published(stage, words) > 0, `${words}: ${name}`);
      }
      await stage.untilSeen(() => stage.rendered(card).includes('Answered by'), `the end of ${name}`);
    }
    await stage.pass(3 * MINUTE_MS, MINUTE_MS);
    const said = stage.world.ours().map(({ written }) => written.replace(/^(?:@\w+ )+/, ''));
    expect(said).toEqual([0, 1, 2, 3].flatMap((turn) => [`1/2 ${first(turn)}`, `2/2 ${second(turn)}`]));
    stage.expectNothingRefused();
  });
});

describe('whatever end a call has that may be done twice', () => {
  it('a reply is deleted, and nothing is published again', { timeout: 180_000 }, async () => {
    const stage = await open();
    for (const [turn, { name, kind }] of SHORT_ENDS.entries()) {
      const { post, card } = await stage.complain(`jon_${turn}`, 'still waiting for my router. Not acceptable.');
      await stage.sendReply('anna', card, `Hi Jon, router number ${turn} left our stock today.`);
      await stage.untilPublic(post);
      await stage.untilReads(card, '[Delete reply]');
      stage.x.faults.add({ when: 'DELETE /2/tweets/:id', kind, times: 1 });
      await stage.person('anna').press(stage.support, card.ts, 'delete_reply');
      await stage.untilSeen(() => stage.rendered(card).includes('was deleted'), `the deletion: ${name}`);
      expect(stage.answersTo(post), name).toEqual([]);
    }
    await stage.pass(3 * MINUTE_MS, MINUTE_MS);
    expect(stage.world.ours()).toEqual([]);
    expect(calls(stage, SEND)).toBe(SHORT_ENDS.length);
    stage.expectNothingRefused({ byX: [/Could not find tweet/] });
  });

  it('a customer’s post under ours is hidden', { timeout: 180_000 }, async () => {
    const stage = await open();
    const start = await stage.commandForm('anna', '/incident', 'start Kein Netz im Norden');
    await start.fill(stage.textBlock(start), 'Wir kennen die Störung im Norden und arbeiten daran.');
    await start.submit();
    const ours = await stage.untilSeen(() => stage.world.ours()[0], 'our first word');
    for (const [turn, { name, kind }] of SHORT_ENDS.entries()) {
      const post = stage.write(`troll_${turn}`, 'Ihr seid Betrüger!!!', { inReplyTo: ours.id });
      const card = await stage.cardFor(post);
      stage.x.faults.add({ when: 'PUT /2/tweets/:id/hidden', kind, times: 1 });
      const more = await stage.openForm('anna', card, { action_id: 'more', option: `more|x:${post.id}` });
      await more.press('hide_post');
      await stage.untilSeen(() => stage.rendered(card).includes('Hidden on X by @anna'), `the card: ${name}`);
      expect(stage.world.find(post.id)?.hidden, name).toBe(true);
      await more.close();
    }
    stage.expectNothingRefused();
  });
});
