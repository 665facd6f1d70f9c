import { describe, expect, it } from 'vitest';
import { MINUTE_MS, type Name, type OpenedStage, openStage, SECOND_MS } from './support.ts';

const IN_THE_NIGHT = new Date('2026-11-24T03:00:00+01:00');

/** At three in the morning of a Tuesday Monday's list still holds. */
const openAtNight = (order: readonly Name[] = ['anna', 'ben']) =>
  openStage({
    start: IN_THE_NIGHT,
    pollMs: MINUTE_MS,
    desk: (people) => ({ onCall: { mon: order.map((name) => people[name]), tue: [people.dmitri] } }),
  });

const withoutLinks = (text: string) => text.replaceAll(/ \(https:\S+?\)/g, '');
const calls = (stage: OpenedStage, name: Name) => stage.dms(name).map(withoutLinks);
const line = (stage: OpenedStage) => {
  const [message, ...more] = stage.messagesFor('draw-alarm');
  expect(more).toEqual([]);
  return message === undefined ? '' : withoutLinks(stage.rendered(message));
};

/** Presses "I am on it" in the last direct message. */
async function take(stage: OpenedStage, name: Name): Promise<void> {
  const id = stage.people[name];
  const message = stage.workspace.dms(id).at(-1);
  if (message === undefined) throw new Error(`${name} was not called`);
  await stage.person(name).press(stage.person(name).dm(), message.ts, 'take_alarm');
}

describe('an alarm in the night', () => {
  it('calls one after the other, also over a restart, until somebody is on it, and is over with the answer', async () => {
    const stage = await openAtNight();
    await stage.person('anna').command('/mentions', 'dms off', stage.support);
    const { post, card } = await stage.complain('lena_altona', 'Danke für nichts! Ihr Techniker ist verletzt.');
    expect(stage.rendered(card)).toContain('⚠️ *danger: “verletzt”*');
    await stage.untilSeen(() => calls(stage, 'anna').length > 0, 'a call for Anna');
    expect(calls(stage, 'anna')).toEqual([
      [
        '🚨 *Sounds like danger (“verletzt”): #1 lena_altona*',
        '@NordfunkHilft Danke für nichts! Ihr Techniker ist verletzt.',
        'Since 24 Nov 2026 03:01. You are on call: press the button if you look after it, else the next person is called.',
        '[*I am on it*]',
      ].join('\n'),
    ]);
    await stage.untilSeen(() => line(stage).includes('called: @anna'), 'her name in the channel');

    await stage.pass(5 * MINUTE_MS, MINUTE_MS);
    await stage.stopApp();
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    await stage.startApp();
    expect(calls(stage, 'ben')).toEqual([]);
    await stage.untilSeen(() => calls(stage, 'ben').length > 0, 'a call for Ben', { stepMs: 30 * SECOND_MS });
    expect(line(stage)).toMatch(/called: @anna .*03:01, @ben .*03:11 · nobody is on it yet/);
    expect(calls(stage, 'anna')).toHaveLength(1);

    await take(stage, 'ben');
    await stage.untilSeen(() => line(stage).includes('@ben is on it since'), 'Ben in the channel');
    await stage.untilSeen(() => calls(stage, 'anna').length === 2, 'a word for Anna');
    expect(calls(stage, 'anna')[1]).toMatch(/^✅ @ben is on it since .*: Sounds like danger/);
    await take(stage, 'ben');
    await stage.untilReads(card, 'Claimed by @ben');
    await stage.pass(45 * MINUTE_MS, 15 * MINUTE_MS);
    expect([calls(stage, 'anna'), calls(stage, 'ben')].map((all) => all.length)).toEqual([2, 1]);
    expect(calls(stage, 'dmitri')).toEqual([]);

    await stage.sendReply('ben', card, 'Wir sind schon unterwegs.');
    await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @ben');
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    expect(line(stage)).toContain('@ben is on it');
    stage.expectNothingRefused();
  });

  it('about an overdue update calls all again every half hour, and ends when the public is told', async () => {
    const stage = await openAtNight(['ben', 'carla']);
    const start = await stage.commandForm('carla', '/incident', 'start Mobilfunk im Norden');
    await start.fill(stage.textBlock(start), 'Im Norden ist das Mobilnetz gestört.');
    expect(await start.submit()).toEqual({ outcome: 'closed' });
    await stage.untilSeen(() => stage.world.ours().length === 1, 'the first word');
    await stage.pass(35 * MINUTE_MS, 5 * MINUTE_MS);
    await stage.workspace.waitFor(() => stage.messagesFor('post-update-due').length === 1, 'the reminder');
    expect([calls(stage, 'ben'), calls(stage, 'carla')]).toEqual([[], []]);

    await stage.untilSeen(() => calls(stage, 'ben').length === 1, 'a call for Ben', {
      stepMs: MINUTE_MS,
      mostMs: 10 * MINUTE_MS,
    });
    expect(calls(stage, 'ben')[0]).toMatch(
      /^🚨 \*Public update overdue: Incident 1 “Mobilfunk im Norden”, due .*03:30\*/,
    );
    await stage.untilSeen(() => calls(stage, 'carla').length === 1, 'a call for Carla', {
      stepMs: MINUTE_MS,
      mostMs: 15 * MINUTE_MS,
    });
    await stage.untilSeen(() => calls(stage, 'ben').length === 2 && calls(stage, 'carla').length === 2, 'both again', {
      stepMs: 2 * MINUTE_MS,
      mostMs: 40 * MINUTE_MS,
    });

    const update = await stage.commandForm('ben', '/incident', 'update');
    await update.fill(stage.textBlock(update), 'Update: Wir suchen noch.');
    await update.fill('confirmed_by', 'Jens, network');
    expect(await update.submit()).toEqual({ outcome: 'closed' });
    await stage.untilSeen(() => stage.world.ours().length === 2, 'the update');
    await stage.untilSeen(() => calls(stage, 'carla').length === 3, 'a word for Carla');
    expect(calls(stage, 'carla')[2]).toMatch(/^✅ @ben is on it/);
    expect(calls(stage, 'ben')).toHaveLength(2);
    await stage.pass(28 * MINUTE_MS, 7 * MINUTE_MS);
    expect(calls(stage, 'carla')).toHaveLength(3);
    stage.expectNothingRefused();
  });

  it('where nobody is on call is shown in the channel at once, and can be taken there', async () => {
    const stage = await openAtNight([]);
    await stage.complain('lena_altona', 'Starker Gasgeruch seit euren Arbeiten!');
    await stage.untilSeen(() => line(stage) !== '', 'the line');
    expect(line(stage)).toContain('Nobody is on call now: whoever reads this, please look.');
    const [message] = stage.messagesFor('draw-alarm');
    if (message === undefined) throw new Error('the line is gone');
    await stage.person('carla').press(stage.support, message.ts, 'take_alarm');
    await stage.untilReads(message, '✅ @carla is on it since');
    await stage.workspace.waitFor(() => stage.ephemerals('carla').length > 0, 'an answer');
    expect(stage.ephemerals('carla')[0]).toContain('You are on it');
    expect(line(stage)).not.toContain('[');
    stage.expectNothingRefused();
  });
});
