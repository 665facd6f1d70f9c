import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, type OpenedStage, openStage } from './support.ts';

const BOTH = { bell: { opening: true, closing: true } };
const EVENING = new Date('2026-11-24T21:30:00+01:00');

const bells = (stage: OpenedStage) => stage.messagesFor('draw-bell:');
const plain = (text: string) => text.replace(/ \(https:\S+\)/g, '');
const bellText = (stage: OpenedStage, index: number) => {
  const message = bells(stage)[index];
  return message === undefined ? '' : plain(stage.rendered(message));
};

/** To this instant, in strides that leave each hour its time. */
async function passUntil(stage: OpenedStage, instant: string, strideMs = HOUR_MS): Promise<void> {
  await stage.pass(Date.parse(instant) - stage.clock.now().getTime(), strideMs);
}

/** A night with two complaints and a question. */
async function night(stage: OpenedStage) {
  const jon = stage.write('jon_reyes', 'router broken again, this is unacceptable', { name: 'Jon' });
  const keller = stage.write('praxis_keller', 'Wann kommt das Glasfaser in die Elbchaussee?', { name: 'Dr. Keller' });
  const lena = stage.write('lena_altona', 'Seit Stunden kein Internet. Frechheit!', { name: 'Lena' });
  await stage.readNow();
  await stage.workspace.waitFor(() => stage.cards().length === 3, 'the cards of the night');
  return { jon, keller, lena };
}

describe('the opening bell', () => {
  it('groups the night by kind in the place of the reminder, names who takes what, and follows the answers', async () => {
    const stage = await openStage({ start: EVENING, desk: BOTH, pollMs: 10 * MINUTE_MS });
    const { lena } = await night(stage);
    await passUntil(stage, '2026-11-25T07:59:00+01:00');
    expect(bells(stage)).toEqual([]);
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    const [bell] = await stage.workspace.waitFor(() => bells(stage).length > 0 && bells(stage), 'the bell');
    if (bell === undefined) throw new Error('no bell');
    const text = bellText(stage, 0);
    expect(text).toContain('🔔 *The desk is open (25 Nov 2026 08:00) · 3 mentions wait*');
    expect(text).toMatch(
      /🔴 \*2 complaints\*[\s\S]*#1 \*Jon\*[\s\S]*#3 \*Lena\*[\s\S]*🔵 \*1 question\*[\s\S]*#2 \*Dr. Keller\*/,
    );
    expect(stage.messagesFor('draw-round')).toEqual([]);

    const value = JSON.stringify(['channel', stage.support, 'complaint|opening:2026-11-25T07:00:00.000Z']);
    await stage.person('anna').press(stage.support, bell.ts, { action_id: 'take_kind', value });
    await stage.untilReads(bell, '2 complaints* – taken by @anna');
    await stage.person('ben').press(stage.support, bell.ts, { action_id: 'take_kind', value });
    await stage.untilReads(bell, 'taken by @anna @ben');
    const card = await stage.cardFor(lena);
    expect(stage.rendered(card)).toContain('Nobody has it yet');

    await stage.sendReply('anna', card, 'Hallo Lena, die Störung ist seit 7 Uhr behoben.');
    await stage.untilPublic(lena);
    await stage.untilReads(bell, /✓ ~#3/);
    await passUntil(stage, '2026-11-25T08:50:00+01:00', 10 * MINUTE_MS);
    expect(bells(stage)).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('is rung late when the app was down, not after more than an hour, and never on a Sunday', async () => {
    const stage = await openStage({ start: EVENING, desk: BOTH, pollMs: 10 * MINUTE_MS });
    await night(stage);
    await stage.stopApp();
    await passUntil(stage, '2026-11-25T08:40:00+01:00');
    await stage.startApp();
    await stage.untilSeen(() => bells(stage).length === 1, 'the bell of Wednesday');
    await stage.stopApp();
    await stage.startApp();
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    expect(bells(stage)).toHaveLength(1);
    await stage.stopApp();

    await passUntil(stage, '2026-11-26T09:10:00+01:00', 6 * HOUR_MS);
    await stage.startApp();
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    expect(bells(stage)).toHaveLength(1);
    await stage.stopApp();
    await passUntil(stage, '2026-11-29T07:59:00+01:00', 6 * HOUR_MS);
    await stage.startApp();
    await passUntil(stage, '2026-11-29T20:30:00+01:00');
    expect(bells(stage)).toHaveLength(1);
    stage.expectNothingRefused();
  });
});

describe('the closing bell', () => {
  it('says a quarter of an hour before closing what nobody has, once', async () => {
    const start = new Date('2026-11-24T18:30:00+01:00');
    const stage = await openStage({ start, desk: { ...BOTH, sla: { complaint: 240 } }, pollMs: 5 * MINUTE_MS });
    await stage.complain('jon_reyes', 'router broken again, this is unacceptable');
    const lena = await stage.complain('lena_altona', 'Seit Stunden kein Internet. Frechheit!');
    await stage.person('anna').press(stage.support, lena.card.ts, 'claim');
    await passUntil(stage, '2026-11-24T19:44:00+01:00', 10 * MINUTE_MS);
    expect(bells(stage)).toEqual([]);
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    await stage.workspace.waitFor(() => bells(stage).length > 0, 'the bell');
    const text = bellText(stage, 0);
    expect(text).toContain('The desk closes (24 Nov 2026 20:00) · 1 mention that nobody has*');
    expect(text).toContain('#1 *jon_reyes*');
    expect(text).not.toContain('#2');
    expect(text).not.toContain('[');
    await passUntil(stage, '2026-11-24T21:00:00+01:00', 10 * MINUTE_MS);
    expect(bells(stage)).toHaveLength(1);
    stage.expectNothingRefused();
  });
});

describe('a promise for tomorrow', () => {
  it('is told before closing, is nobody’s overnight, and becomes that of whoever takes the promises in the morning', async () => {
    const start = new Date('2026-11-24T18:30:00+01:00');
    const stage = await openStage({ start, desk: { ...BOTH, sla: { complaint: 240 } }, pollMs: 5 * MINUTE_MS });
    const lena = await stage.complain('lena_altona', 'Seit Stunden kein Internet. Frechheit!');
    const form = await stage.openForm('anna', lena.card);
    await form.press('holding');
    await stage.workspace.waitFor(() => stage.modalText(form).includes('Holding reply'), 'the holding reply');
    await form.select('back_by', 'next-day');
    await stage.workspace.waitFor(() => stage.modalText(form).includes('25 Nov'), 'the other time');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilPublic(lena.post);
    await stage.untilReads(lena.card, 'promised by 25 Nov 2026 10:00');

    await passUntil(stage, '2026-11-24T19:46:00+01:00', 10 * MINUTE_MS);
    await stage.workspace.waitFor(() => bells(stage).length === 1, 'the closing bell');
    expect(bellText(stage, 0)).toContain('The desk closes (24 Nov 2026 20:00) · 1 open promise');
    expect(bellText(stage, 0)).toContain('#1 lena_altona: 🤝 promised by 25 Nov 2026 10:00 – @anna');

    await passUntil(stage, '2026-11-25T08:01:00+01:00');
    const [, morning] = await stage.workspace.waitFor(
      () => bells(stage).length === 2 && bells(stage),
      'the opening bell',
    );
    if (morning === undefined) throw new Error('no opening bell');
    expect(bellText(stage, 1)).toContain('1 promise that nobody has');
    await stage.person('ben').press(stage.support, morning.ts, 'take_promises');
    await stage.untilReads(lena.card, 'promised by 25 Nov 2026 10:00');
    expect(await stage.untilReads(morning, 'taken by @ben')).not.toContain('[I take the promises]');
    expect(stage.messagesFor('draw-round')).toEqual([]);
    stage.expectNothingRefused();
  });
});

it('the bells are switched on by a lead, in the settings', async () => {
  const stage = await openStage();
  const menu = await stage.commandForm('carla', '/mentions', 'settings');
  expect(stage.modalText(menu)).toContain('Opening and closing');
  await menu.press({ action_id: 'settings_topic', value: 'bell' });
  await stage.workspace.waitFor(
    () => stage.modalText(stage.person('carla').modal()).includes('At opening'),
    'the form',
  );
  const form = stage.person('carla').modal();
  await form.select('bell.opening', 'yes');
  expect(await form.submit()).toEqual({ outcome: 'closed' });
  await stage.workspace.waitFor(
    () => stage.modalText(stage.person('carla').modal()).includes('At opening'),
    'the menu',
  );
  stage.expectNothingRefused();
});
