import { describe, expect, it } from 'vitest';
import { MINUTE_MS, type Name, type OpenedStage, openStage, SECOND_MS } from './support.ts';

const SEND = 'POST /2/tweets';
const sends = (stage: OpenedStage) => stage.world.requests.filter(({ call }) => call === SEND);

/** What the app answers a person alone to `/mentions …`. */
async function ask(stage: OpenedStage, name: Name, words: string): Promise<string> {
  const before = stage.ephemerals(name).length;
  await stage.person(name).command('/mentions', words, stage.support);
  return stage.workspace.waitFor(() => stage.ephemerals(name)[before], `an answer to ${words}`);
}

const pauseLines = (stage: OpenedStage) => stage.messagesFor('draw-pause:');

describe('the kill switch', () => {
  it('stops what waits for Undo and every press of Send, keeps the texts, and lets all go on when it is resumed', async () => {
    const stage = await openStage();
    const lena = await stage.complain('lena_altona', 'Seit gestern kein Internet. Unfassbar schlechter Service!');
    const jon = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    await stage.sendReply('anna', lena.card, 'Hallo Lena, wir prüfen die Leitung.');

    expect(await ask(stage, 'ben', 'pause')).toContain(
      'paused for everyone, and one text that was about to go out waits',
    );
    await stage.untilReads(lena.card, 'paused by @ben since 24 Nov 2026 09:00');
    const [line] = await stage.workspace.waitFor(() => pauseLines(stage).length === 1 && pauseLines(stage), 'the line');
    if (line === undefined) throw new Error('no line');
    expect(stage.rendered(line)).toContain('[*Resume publishing*]');
    await stage.pass(MINUTE_MS, 10 * SECOND_MS);
    expect(sends(stage)).toEqual([]);

    const form = await stage.openForm('carla', jon.card);
    expect(stage.modalText(form)).toContain('Send is refused until it is resumed');
    await form.fill(stage.textBlock(form), 'Hi Jon, it left today.');
    expect(await form.submit()).toMatchObject({ outcome: 'pushed' });
    expect(stage.modalText(stage.person('carla').modal())).toContain('Publishing is paused by @ben since 24 Nov 2026');
    await stage.person('carla').modal().close();
    await stage.person('carla').modal().close();

    // Anna neither paused nor leads.
    await stage.person('anna').press(stage.support, line.ts, 'resume_publishing');
    await stage.workspace.waitFor(() => stage.ephemerals('anna').join().includes('or a lead can resume it'), 'a no');
    expect(await ask(stage, 'anna', 'pause')).toContain('Publishing is paused already, by @ben');

    await stage.person('carla').press(stage.support, line.ts, 'resume_publishing');
    expect(await stage.untilReads(line, 'resumed by @carla')).not.toContain('[');
    await stage.untilSeen(
      () => stage.lines().some((text) => text.includes('goes on: resumed by @carla')),
      'the end told',
    );
    await stage.untilPublic(lena.post);
    await stage.untilReads(lena.card, 'Answered by @anna');
    expect(sends(stage)).toHaveLength(1);

    const again = await stage.openForm('carla', jon.card);
    expect(stage.modalText(again)).toContain('Hi Jon, it left today.');
    expect(await again.submit()).toEqual({ outcome: 'closed' });
    await stage.untilPublic(jon.post);
    stage.expectNothingRefused();
  });

  it('holds over a restart; a text goes back to its sender after 15 minutes, and who paused may resume', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('lena_altona', 'Seit gestern kein Internet. Unfassbar!');
    await stage.sendReply('anna', card, 'Hallo Lena, wir prüfen die Leitung.');
    await ask(stage, 'ben', 'pause');
    await stage.stopApp();
    await stage.startApp();
    await stage.pass(16 * MINUTE_MS, MINUTE_MS);
    await stage.untilReads(card, 'It waited too long to go out');
    expect(stage.dms('anna').join()).toContain('was not sent');
    expect(sends(stage)).toEqual([]);
    expect(await ask(stage, 'ben', 'resume')).toBe('Publishing goes on. The channel is told.');
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    expect(stage.answersTo(post)).toEqual([]);
    expect(await ask(stage, 'ben', 'resume')).toBe('Publishing is not paused.');
    stage.expectNothingRefused();
  });

  it('is at the top of App Home, with its button; in public nothing of an incident is said either', async () => {
    const stage = await openStage();
    await ask(stage, 'carla', 'pause');
    await stage.person('carla').openHome();
    await stage.workspace.waitFor(() => stage.homeText('carla').includes('Publishing is paused by @carla'), 'Home');
    const form = await stage.commandForm('anna', '/incident', 'start Kein Netz im Norden');
    expect(stage.modalText(form)).toContain('Send is refused until it is resumed');
    await form.fill(stage.textBlock(form), 'We know of the outage.');
    expect(await form.submit()).toMatchObject({ outcome: 'pushed' });
    await stage.person('anna').modal().close();
    expect(stage.modalText(stage.person('anna').modal())).toContain('We know of the outage.');
    await stage.person('carla').pressHome('resume_publishing');
    await stage.workspace.waitFor(() => !stage.homeText('carla').includes('is paused'), 'Home without it');
    expect(sends(stage)).toEqual([]);
    stage.expectNothingRefused();
  });

  it('and a press of Send at the same moment: nothing leaves once the pause is saved', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    await stage.sendReply('anna', card, 'Hi Jon, it left today.');
    const asked = ask(stage, 'ben', 'pause');
    const moved = stage.clock.jump(10 * SECOND_MS);
    await Promise.all([asked, moved]);
    const before = sends(stage).length;
    await stage.pass(MINUTE_MS, 10 * SECOND_MS);
    expect(sends(stage)).toHaveLength(before);
    stage.expectNothingRefused();
  });
});
