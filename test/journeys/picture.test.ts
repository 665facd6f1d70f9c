import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../practice/faults.ts';
import type { Modal } from '../../practice/slack/modal.ts';
import { MINUTE_MS, type OpenedStage, openStage, SECOND_MS } from './support.ts';

const SEND = 'POST /2/tweets';
const UPLOAD = 'POST /2/media/upload';
const TEXT = 'Hallo Lena, so leuchtet der Router, wenn alles läuft.';
const ALT = 'Ein weißer Router, dessen drei Lampen grün leuchten';

const calls = (stage: OpenedStage, name: string) => stage.world.requests.filter(({ call }) => call === name);

async function withPicture(form: Modal, alt = ALT) {
  await form.fill('text', TEXT);
  await form.fill('picture', 'router.png');
  await form.fill('alt', alt);
}

/** Anna's reply with a picture is sent; the card shows it with Undo. */
async function sent(stage: OpenedStage) {
  const { post, card } = await stage.complain('lena_altona', 'Mein Router blinkt rot. Frechheit!');
  const form = await stage.openForm('anna', card);
  await withPicture(form);
  expect(await form.submit()).toEqual({ outcome: 'closed' });
  await stage.untilReads(card, '[Undo]');
  return { post, card };
}

const untilCard = (stage: OpenedStage, card: { ts: string }, words: string) =>
  stage.untilSeen(() => stage.rendered(card).includes(words), `a card that says ${words}`);

describe('a reply with a picture', () => {
  it('goes out with it and its description; the card says so', async () => {
    const stage = await openStage();
    const { post, card } = await sent(stage);
    expect(stage.rendered(card)).toContain(`with a picture: ${ALT}`);
    const answer = await stage.untilPublic(post);
    expect(answer.media).toMatchObject([{ type: 'photo', altText: ALT }]);
    expect(answer.written).toContain(TEXT);
    expect(await stage.untilReads(card, 'Answered by @anna')).toContain(`with a picture: ${ALT}`);
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    expect(calls(stage, SEND)).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('keeps the picture while letters are typed, and needs its description', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('lena_altona', 'Mein Router blinkt rot. Frechheit!');
    const form = await stage.openForm('anna', card);
    await form.fill('picture', 'router.png');
    await form.type('text', 'So leuchtet er');
    await stage.workspace.waitFor(() => stage.modalText(form).includes('14 / 280'), 'the count');
    expect(stage.modalText(form)).toContain('{router.png}');
    const needed = 'Please say what the picture shows, for those who can’t see it.';
    expect(await form.submit()).toEqual({ outcome: 'errors', errors: { alt: needed } });
    await form.fill('alt', ALT);
    await form.fill('picture', '');
    expect(await form.submit()).toMatchObject({ outcome: 'errors', errors: { alt: /no picture/ } });
    await form.fill('picture', 'poster-6-mb.png');
    expect(await form.submit()).toMatchObject({ outcome: 'errors', errors: { picture: /takes up to 5/ } });
    stage.expectNothingRefused();
  });

  it('comes back with its text and description, and says that the picture must be chosen again', async () => {
    const stage = await openStage();
    const { card } = await sent(stage);
    await stage.person('anna').press(stage.support, card.ts, 'undo');
    await stage.workspace.waitFor(() => !stage.rendered(card).includes('[Undo]'), 'the card without the text');
    const again = await stage.openForm('anna', card);
    const text = stage.modalText(again);
    expect(text).toContain('This is the text that you took back. Its picture must be chosen again.');
    for (const words of [TEXT, ALT]) expect(text).toContain(`{${words}}`);
    expect(text).not.toContain('router.png');
    stage.expectNothingRefused();
  });

  it('is taken back when its file is no picture, whatever it is called', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('lena_altona', 'Mein Router blinkt rot. Frechheit!');
    const form = await stage.openForm('anna', card);
    await form.fill('text', TEXT);
    await form.fill('picture', { name: 'router.png', bytes: Buffer.from('<html>sign in</html>') });
    await form.fill('alt', ALT);
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await untilCard(stage, card, 'Its picture could not be sent.');
    expect(stage.rendered(card)).toContain('it is no JPEG, PNG, GIF or WebP');
    expect(calls(stage, SEND)).toEqual([]);
    await stage.untilSeen(() => stage.dms('anna').length > 0, 'a message to Anna');
    stage.expectNothingRefused();
  });

  it.each([
    [UPLOAD, 'x', '500'],
    [UPLOAD, 'x', 'cut-after'],
    ['POST /2/media/metadata', 'x', 'cut-before'],
    ['files.download', 'slack', '500'],
  ] as const)('waits and is sent once when %s of %s ends with %s', async (when, server, kind) => {
    const stage = await openStage();
    const faults = server === 'x' ? stage.x.faults : stage.slack.faults;
    faults.add({ when, kind, times: 1 });
    const { post, card } = await sent(stage);
    const answer = await stage.untilPublic(post);
    expect(answer.media).toMatchObject([{ altText: ALT }]);
    await stage.untilReads(card, 'Answered by @anna');
    expect(stage.rendered(card)).not.toContain('not confirmed');
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    expect(calls(stage, SEND)).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('can be undone while its picture can’t be handed over', async () => {
    const stage = await openStage();
    const off = stage.x.faults.add({ when: UPLOAD, kind: '500' });
    const { card } = await sent(stage);
    await untilCard(stage, card, 'goes out as soon as the network takes it');
    await stage.person('anna').press(stage.support, card.ts, 'undo');
    await stage.workspace.waitFor(() => !stage.rendered(card).includes('[Undo]'), 'the card without the text');
    off();
    await stage.pass(2 * MINUTE_MS, 30 * SECOND_MS);
    expect(stage.world.ours()).toEqual([]);
    stage.expectNothingRefused();
  });

  it('survives a colleague’s answer: "send anyway" takes the picture along', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('lena_altona', 'Mein Router blinkt rot. Frechheit!');
    const form = await stage.openForm('anna', card);
    await withPicture(form);
    await stage.sendReply('ben', card, 'Hallo Lena, wir sehen nach.');
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    expect(stage.modalText(form)).toContain(`with a picture: ${ALT}`);
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilSeen(() => stage.answersTo(post).length === 2, 'both answers');
    expect(stage.answersTo(post).map(({ media }) => media.length)).toEqual([0, 1]);
    stage.expectNothingRefused();
  });
});

describe('an app that is killed while a reply with a picture goes out', () => {
  async function killedAt(stage: OpenedStage, call: string, end: FaultKind) {
    const held = stage.hold(stage.x.faults, call, end);
    const mention = await sent(stage);
    await stage.untilSeen(held.isHit, `${call} on its way`);
    await stage.killApp(held);
    await stage.startApp();
    return mention;
  }

  it('at the upload hands it over again: nothing was public, so nobody is asked', async () => {
    const stage = await openStage();
    const { post, card } = await killedAt(stage, UPLOAD, 'cut-after');
    await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @anna');
    expect(calls(stage, SEND)).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('at the post finds what became public, by its text, and sends nothing again', async () => {
    const stage = await openStage();
    const { post, card } = await killedAt(stage, SEND, 'cut-after');
    await untilCard(stage, card, 'Answered by @anna');
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    expect(stage.answersTo(post)).toHaveLength(1);
    expect(calls(stage, SEND)).toHaveLength(1);
    stage.expectNothingRefused();
  });
});
