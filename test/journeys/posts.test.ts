import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../practice/faults.ts';
import { MINUTE_MS, type OpenedStage, openStage, SECOND_MS } from './support.ts';

const SEND = 'POST /2/tweets';
const FIRST = `${'Ihr Anschluss in Altona ist seit gestern gestört, und das tut uns leid. '.repeat(3)}Wir sind dran.`;
const SECOND = `${'Ein Techniker tauscht heute die Karte im Verteiler. '.repeat(2)}Heute Abend ist er fertig.`;
const TEXT = `${FIRST} ${SECOND}`;

const sends = (stage: OpenedStage) => stage.world.requests.filter(({ call }) => call === SEND);
const said = (stage: OpenedStage) =>
  stage.world.ours().map(({ written, inReplyTo }) => [written.replace(/^(?:@\w+ )+/, ''), inReplyTo?.id]);

/** Anna's long reply is typed, split and sent; the card shows both posts with Undo. */
async function sent(stage: OpenedStage) {
  const { post, card } = await stage.complain('lena_altona', 'Seit gestern Abend kein Internet. Frechheit!');
  const form = await stage.openForm('anna', card);
  await form.fill('text', TEXT);
  await stage.workspace.waitFor(() => stage.modalText(form).includes('[Split into 2 posts]'), 'the way to split it');
  await form.press('split_text');
  await stage.workspace.waitFor(() => stage.modalText(form).includes('Goes out as 2 posts'), 'the posts');
  const shown = stage.modalText(form);
  expect(await form.submit()).toEqual({ outcome: 'closed' });
  await stage.untilReads(card, '[Undo]');
  return { post, card, shown };
}

async function bothPublic(stage: OpenedStage) {
  await stage.untilSeen(() => stage.world.ours().length === 2, 'both posts');
}

describe('a text too long for one post', () => {
  it('is shown as the posts that it becomes, and goes out one below the other; the last one answers', async () => {
    const stage = await openStage();
    const { post, card, shown } = await sent(stage);
    expect(shown).toContain(`1/2 ${FIRST}`);
    expect(shown).toContain(`2/2 ${SECOND}`);
    expect(shown).toContain('[*Send 2 posts*]');
    const waiting = stage.rendered(card);
    expect(waiting.match(/goes out in 10 seconds/g)).toHaveLength(1);
    expect(waiting.match(/\[Undo]/g)).toHaveLength(1);
    expect(waiting).toContain(`2/2 ${SECOND}`);

    await bothPublic(stage);
    const [first] = stage.world.ours();
    expect(said(stage)).toEqual([
      [`1/2 ${FIRST}`, post.id],
      [`2/2 ${SECOND}`, first?.id],
    ]);
    const settled = await stage.untilReads(card, 'Answered by @anna');
    for (const ours of stage.world.ours()) expect(settled).toContain(`/status/${ours.id}`);
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    expect(sends(stage)).toHaveLength(2);
    stage.expectNothingRefused();
  });

  it('is taken back whole by one Undo, and offered whole', async () => {
    const stage = await openStage();
    const { card } = await sent(stage);
    await stage.person('anna').press(stage.support, card.ts, 'undo');
    await stage.workspace.waitFor(() => !stage.rendered(card).includes('Techniker'), 'the card without the text');
    await stage.pass(30 * SECOND_MS, 10 * SECOND_MS);
    expect(stage.world.ours()).toEqual([]);
    const again = stage.modalText(await stage.openForm('anna', card));
    expect(again).toContain(`{${TEXT}}`);
    expect(again).toContain('[Split into 2 posts]');
    stage.expectNothingRefused();
  });

  it('comes back whole, with one message, when the network refuses its first post', async () => {
    const stage = await openStage();
    const { card } = await sent(stage);
    stage.x.setReadOnly(true);
    await stage.untilSeen(() => stage.rendered(card).includes('was not sent'), 'the card that says so');
    await stage.untilSeen(() => stage.dms('anna').length > 0, 'a message to Anna');
    await stage.pass(MINUTE_MS, 20 * SECOND_MS);
    expect(stage.dms('anna')).toHaveLength(1);
    expect(stage.dms('anna')[0]).toContain(TEXT);
    expect(stage.modalText(await stage.openForm('anna', card))).toContain(`{${TEXT}}`);
    expect(sends(stage)).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('is shown once more when the last letter made another post', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('lena_altona', 'Seit gestern Abend kein Internet. Frechheit!');
    const form = await stage.openForm('anna', card);
    await form.fill('text', TEXT);
    await stage.workspace.waitFor(() => stage.modalText(form).includes('[Split into 2 posts]'), 'the way to split it');
    await form.press('split_text');
    await stage.workspace.waitFor(() => stage.modalText(form).includes('Goes out as 2 posts'), 'the posts');
    // The drawing for the last letters does not get through.
    stage.slack.faults.add({ when: 'views.update', kind: 'cut-before' });
    await form.fill('text', `${TEXT} ${FIRST}`);
    stage.slack.faults.clear();
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    expect(stage.modalText(form)).toMatch(/look at them again[\s\S]*Goes out as 3 posts[\s\S]*\[\*Send 3 posts\*]/);
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilSeen(() => stage.world.ours().length === 3, 'three posts');
    stage.expectNothingRefused({ troubles: [/could not be handled/] });
  });

  it('of an incident goes out as numbered updates below its thread', async () => {
    const stage = await openStage();
    const start = await stage.commandForm('anna', '/incident', 'start Kein Netz');
    await start.fill('text', 'Wir haben eine Störung in Altona.');
    await start.submit();
    await stage.untilSeen(() => stage.world.ours().length === 1, 'the first word');
    const [incident] = stage.messagesFor('draw-incident');
    if (incident === undefined) throw new Error('no incident');
    const form = await stage.openForm('anna', incident, 'incident_update');
    await form.fill('text', TEXT);
    await stage.workspace.waitFor(() => stage.modalText(form).includes('[Split into 2 posts]'), 'the way to split it');
    await form.fill('confirmed_by', 'Jens, network');
    await form.press('split_text');
    await stage.workspace.waitFor(() => stage.modalText(form).includes('[*Publish 2 posts*]'), 'the posts');
    await form.submit();
    await stage.untilSeen(() => stage.world.ours().length === 3, 'both posts');
    const [head, first] = stage.world.ours();
    expect(said(stage).slice(1)).toEqual([
      [`1/2 ${FIRST}`, head?.id],
      [`2/2 ${SECOND}`, first?.id],
    ]);
    stage.expectNothingRefused();
  });
});

describe('a crash while numbered posts go out', () => {
  /** The app dies while the network has heard this post and not answered. */
  async function killedAt(stage: OpenedStage, post: 1 | 2, end: FaultKind) {
    if (post === 2) stage.x.faults.add({ when: SEND, kind: 'delay', times: 1 });
    const held = stage.hold(stage.x.faults, SEND, end);
    const mention = await sent(stage);
    await stage.untilSeen(held.isHit, `post ${post} on its way`);
    await stage.killApp(held);
    await stage.startApp();
    return mention;
  }

  it.each([
    [1, 'cut-after'],
    [2, 'cut-after'],
  ] as const)('at post %i, which became public, ends with exactly two', async (post, end) => {
    const stage = await openStage();
    const { card } = await killedAt(stage, post, end);
    await bothPublic(stage);
    await stage.untilReads(card, 'Answered by @anna');
    await stage.pass(3 * MINUTE_MS, MINUTE_MS);
    expect(said(stage).map(([text]) => text)).toEqual([`1/2 ${FIRST}`, `2/2 ${SECOND}`]);
    expect(sends(stage)).toHaveLength(2);
    stage.expectNothingRefused();
  });

  it.each([1, 2] as const)(
    'at post %i, which did not, waits for a person, then ends with exactly two',
    async (post) => {
      const stage = await openStage();
      const { card } = await killedAt(stage, post, 'cut-before');
      await stage.untilSeen(() => stage.rendered(card).includes('[Send again]'), 'the question', { stepMs: 10_000 });
      await stage.pass(20 * MINUTE_MS, 5 * MINUTE_MS);
      expect(said(stage)).toHaveLength(post - 1);
      if (post === 1) expect(stage.rendered(card)).toContain('goes out once the post before it is public');
      await stage.person('ben').press(stage.support, card.ts, 'send_again');
      await bothPublic(stage);
      await stage.untilReads(card, 'Answered by @anna');
      expect(said(stage).map(([text]) => text)).toEqual([`1/2 ${FIRST}`, `2/2 ${SECOND}`]);
      stage.expectNothingRefused();
    },
  );
});
