import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, type OpenedStage, openStage, SECOND_MS } from './support.ts';

/** A lead sends kinds to another channel, in the settings. */
async function sendTo(stage: OpenedStage, channel: string, kinds: readonly string[]): Promise<void> {
  const menu = await stage.commandForm('carla', '/mentions', 'settings');
  await menu.press({ action_id: 'settings_topic', value: 'channels' });
  const modals = () => stage.workspace.modals(stage.people.carla);
  await stage.workspace.waitFor(() => modals().length === 2, 'the form for channels');
  const form = stage.person('carla').modal();
  for (const kind of kinds) await form.select(`channels.${kind}`, channel);
  expect(await form.submit()).toEqual({ outcome: 'closed' });
  await stage.workspace.waitFor(() => stage.modalText(stage.person('carla').modal()).includes('→ #praise'), 'the rule');
  await stage.person('carla').modal().close();
}

const cardsIn = (stage: OpenedStage, channel: string) =>
  stage.messagesFor('draw-card', channel).map((message) => stage.rendered(message, channel));
const textsIn = (stage: OpenedStage, channel: string, key: string) =>
  stage.messagesFor(key, channel).map((message) => stage.rendered(message, channel).replaceAll(/ \(https:\S+?\)/g, ''));

describe('a second channel', () => {
  it('gets praise, with its own reminders, and is worked in like the first', async () => {
    const stage = await openStage({ pollMs: MINUTE_MS, desk: { sla: { praise: 60 } } });
    const { praise } = stage.channels;
    await sendTo(stage, praise, ['praise', 'other']);

    const complaint = stage.write('lena_altona', 'Seit gestern kein Internet. Frechheit!');
    const thanks = stage.write('gregor_w', 'Danke für die schnelle Hilfe, super Service!');
    const danger = stage.write('jon_reyes', 'thank you! great service, but one of your men is injured');
    await stage.readNow();
    await stage.untilSeen(() => cardsIn(stage, praise).length === 1 && stage.cards().length === 2, 'three cards');
    expect(cardsIn(stage, praise)[0]).toContain('super Service');
    expect([complaint, danger].map((post) => stage.cardOf(post)).every(Boolean)).toBe(true);
    const [card] = stage.messagesFor('draw-card', praise);
    if (card === undefined) throw new Error('the praise has no card');

    await stage.person('anna').openHome();
    await stage.workspace.waitFor(() => stage.homeText('anna').includes('longest wait first: 3'), 'all of them');
    expect(stage.homeText('anna')).toContain('Cards are in #support, #praise');

    stage.write('gregor_w', 'Noch einmal danke!', { inReplyTo: thanks.id });
    await stage.readNow();
    await stage.untilSeen(() => textsIn(stage, praise, 'post-again').length > 0, 'the line in its own channel');
    expect(textsIn(stage, stage.support, 'post-again')).toEqual([]);

    await stage.pass(63 * MINUTE_MS, 7 * MINUTE_MS);
    await stage.untilSeen(
      () => [praise, stage.support].every((channel) => textsIn(stage, channel, 'draw-round').length > 0),
      'a reminder in each channel',
      { stepMs: MINUTE_MS },
    );
    // Danger is due sooner than a complaint, whatever its kind.
    await stage.untilSeen(
      () => textsIn(stage, stage.support, 'draw-round').some((text) => text.includes('lena_altona')),
      'the reminder of the complaint',
      { stepMs: MINUTE_MS },
    );
    const [inPraise] = textsIn(stage, praise, 'draw-round');
    const inSupport = textsIn(stage, stage.support, 'draw-round').join('\n');
    expect(inPraise).toMatch(/^⏰ \*1 mention is past due\*\n💚 #2 \*gregor_w\*/);
    expect(inSupport).toContain('#1 *lena_altona*');
    expect(inSupport).not.toContain('gregor_w');

    const form = await stage.openForm('ben', card, 'reply', praise);
    await form.fill(stage.textBlock(form), 'Gern geschehen, Gregor!');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilSeen(() => cardsIn(stage, praise)[0]?.includes('Answered by @ben'), 'the answer on its card');
    await stage.untilSeen(() => textsIn(stage, praise, 'draw-round')[0]?.includes('✓ ~#2'), 'it struck off');
    expect(textsIn(stage, stage.support, 'draw-round')[0]).not.toContain('~#');
    stage.expectNothingRefused();
  });

  it('keeps a card whose kind is corrected, and the next mention goes where the rules say', async () => {
    const stage = await openStage();
    const { praise } = stage.channels;
    await sendTo(stage, praise, ['praise']);
    const { card } = await stage.complain('lena_altona', 'Seit gestern kein Internet. Frechheit!');
    await stage.person('anna').press(stage.support, card.ts, { action_id: 'more', option: 'Change kind' });
    await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.anna).length > 0, 'the form');
    const form = stage.person('anna').modal();
    await form.select('kind', 'praise');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    expect(await stage.untilReads(card, '💚 Praise')).toContain('#1');
    stage.write('gregor_w', 'Danke, super Service!');
    await stage.readNow();
    await stage.untilSeen(() => cardsIn(stage, praise).length === 1, 'the card of the praise');
    expect(stage.cards()).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('to which Earshot was not invited waits, the team hears how to mend it, and the first one goes on', async () => {
    const stage = await openStage();
    const members = Object.values(stage.people);
    const praise = stage.workspace.addChannel({ name: 'praise-inside', members, private: true }).id;
    await sendTo(stage, praise, ['praise']);
    const thanks = stage.write('gregor_w', 'Danke, super Service!');
    await stage.readNow();
    await stage.untilSeen(() => cardsIn(stage, praise).length === 1, 'its card');
    await stage.workspace.removeBot(praise);

    const again = stage.write('paul_b', 'Danke an euer Team!');
    stage.write('gregor_w', 'Und noch einmal danke!', { inReplyTo: thanks.id });
    await stage.readNow();
    const notes = () => stage.lines().filter((line) => line.includes('Earshot is not in #praise-inside'));
    await stage.untilSeen(() => notes().length > 0, 'the remedy');
    expect(notes()[0]).toContain('`/invite @Earshot`');
    // The card's update in the closed channel holds up none in the open one.
    const { card } = await stage.complain('lena_altona', 'Seit gestern kein Internet. Frechheit!');
    await stage.person('ben').press(stage.support, card.ts, 'claim');
    await stage.untilReads(card, 'Claimed by @ben');
    await stage.pass(10 * MINUTE_MS, MINUTE_MS);
    expect(notes()).toHaveLength(1);

    await stage.workspace.invite(praise);
    await stage.untilSeen(() => cardsIn(stage, praise).length === 2, 'the card that waited', {
      stepMs: 20 * SECOND_MS,
    });
    expect(cardsIn(stage, praise)[1]).toContain(again.written);
    await stage.untilSeen(
      () => cardsIn(stage, praise)[0]?.includes('Und noch einmal danke!'),
      'the update that waited',
      {
        stepMs: 20 * SECOND_MS,
      },
    );
    const refused = new Set(stage.workspace.rejections.map(({ method, error }) => `${method} ${error}`));
    expect(refused).toEqual(new Set(['chat.postMessage channel_not_found', 'chat.update channel_not_found']));
    expect(stage.troubles).toEqual([]);
  });

  it('has its own backlog line in a surge', async () => {
    const stage = await openStage();
    const { praise } = stage.channels;
    await sendTo(stage, praise, ['praise']);
    for (let n = 0; n < 12; n++) stage.write(`thankful_${n}`, 'Danke, super Service!');
    for (let n = 0; n < 12; n++) stage.write(`angry_${n}`, 'Kein Netz, Frechheit!');
    await stage.readNow();
    await stage.pass(32 * SECOND_MS, 8 * SECOND_MS);
    const lineIn = (channel: string) => textsIn(stage, channel, 'draw-backlog')[0] ?? '';
    await stage.untilSeen(() => [praise, stage.support].every((channel) => lineIn(channel) !== ''), 'two lines', {
      mostMs: HOUR_MS,
    });
    expect(lineIn(praise)).toMatch(/^📥 \*\d+ mentions? waits? for (its|their) cards?: \d+ praises?\*/);
    expect(lineIn(stage.support)).toMatch(/: \d+ complaints?\*/);
    await stage.untilSeen(
      () => [praise, stage.support].every((channel) => lineIn(channel).includes('All caught up')),
      'the end of both',
      { mostMs: 10 * MINUTE_MS },
    );
    expect(cardsIn(stage, praise)).toHaveLength(12);
    expect(stage.cards()).toHaveLength(12);
    stage.expectNothingRefused();
  });
});
