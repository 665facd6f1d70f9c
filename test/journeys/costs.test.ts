import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, type OpenedStage, openStage, SECOND_MS } from './support.ts';

/** The account as staff see it, without the spaces between its columns. */
async function costs(stage: OpenedStage): Promise<string> {
  const modal = await stage.commandForm('anna', '/mentions', 'costs');
  const text = stage.modalText(modal).replaceAll(/ {2,}/g, ' | ');
  await modal.close();
  return text;
}

describe('what X costs', () => {
  it('is counted by Earshot to the cent as X bills it, and is shown by day, month and kind of call', async () => {
    const stage = await openStage();
    const lena = await stage.complain('lena_altona', 'Seit gestern kein Internet. Unfassbar schlechter Service!');
    const jon = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    await stage.sendReply('anna', lena.card, 'Hallo Lena, wir prüfen die Leitung.');
    await stage.untilPublic(lena.post);
    await stage.sendReply('anna', jon.card, 'Hi Jon, track it at https://nordfunk.de/router please.');
    await stage.untilPublic(jon.post);
    await stage.untilReads(lena.card, '[Delete reply]');
    await stage.person('anna').press(stage.support, lena.card.ts, 'delete_reply');
    await stage.untilSeen(() => stage.answersTo(lena.post).length === 0, 'the deletion');

    const start = await stage.commandForm('anna', '/incident', 'start Kein Netz im Norden');
    await start.fill(stage.textBlock(start), 'We know of the outage in the north.');
    await start.submit();
    await stage.untilSeen(() => stage.world.ours().some(({ written }) => written.includes('outage')), 'the first word');
    const [incident] = stage.messagesFor('draw-incident');
    if (incident === undefined) throw new Error('no incident');
    await stage.untilReads(incident, '[Delete first announcement]');
    const update = await stage.openForm('anna', incident, 'incident_update');
    await update.fill(stage.textBlock(update), 'Half of the masts are back.');
    await update.fill('confirmed_by', 'Jens, network');
    await update.submit();
    await stage.untilSeen(() => stage.world.ours().some(({ written }) => written.includes('Half')), 'the update');

    const shown = await costs(stage);
    const total = stage.world.costs.total();
    expect(total).toBeCloseTo(0.01 + 0.002 + 0.01 + 0.2 + 0.01 + 0.015 + 0.015);
    expect(shown).toContain(`All | $${total.toFixed(3)}`);
    expect(shown).toMatch(/Mentions read \| \d+ \| 2 \| \$0\.002/);
    expect(shown).toContain('Posts with a link | 1 | 1 | $0.200');
    expect(shown).toContain('Posts | 2 | 2 | $0.030');
    expect(shown).toContain('No daily cap is set');

    // Another UTC day, and another process: the month goes on.
    await stage.pass(10 * SECOND_MS, SECOND_MS);
    await stage.stopApp();
    await stage.clock.jump(24 * HOUR_MS);
    await stage.startApp();
    await stage.readNow();
    await stage.pass(10 * SECOND_MS, SECOND_MS);
    const next = await costs(stage);
    expect(next).toMatch(/X today \(UTC\)\*\n[\s\S]*?All \| \$0\.010\n/);
    expect(next).toContain(`All | $${stage.world.costs.total().toFixed(3)}`);
    expect(stage.world.costs.total()).toBeCloseTo(total + 0.01);
    stage.expectNothingRefused();
  });

  it('makes searches pause at the cap, of which each costs five times a mention, until the next UTC day', async () => {
    const start = new Date('2026-11-24T23:00:00+01:00');
    const x = { ownMs: 20_000, search: 'Nordfunk', searchMs: 20_000, dailyCapUsd: 0.03 };
    const stage = await openStage({ start, x });
    const searches = () => stage.world.requests.filter(({ call }) => call === 'GET /2/tweets/search/recent').length;
    await stage.untilSeen(() => searches() > 0, 'the first search');
    for (const one of ['1', '2', '3', '4'])
      stage.world.post({ author: `gus${one}`, text: `Nordfunk is down (${one})` });
    await stage.untilSeen(() => stage.cards().length === 4, 'what was found');
    await stage.untilSeen(() => stage.lines().some((text) => text.includes('Searches')), 'the cap told');
    const before = searches();
    await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    await stage.pass(5 * MINUTE_MS, MINUTE_MS);
    expect(searches()).toBe(before);
    expect(await costs(stage)).toContain(`All | $${stage.world.costs.total().toFixed(3)}`);
    expect(await costs(stage)).toMatch(/Other posts read \| \d+ \| 4 \| \$0\.020/);

    stage.world.post({ author: 'gus5', text: 'Nordfunk is down (5)' });
    await stage.pass(2 * HOUR_MS, 10 * MINUTE_MS);
    await stage.untilSeen(() => searches() > before && stage.cards().length === 6, 'the search of the next day');
    const resumed = () => stage.lines().filter((text) => text.includes('Searches on X go on.'));
    await stage.untilSeen(() => resumed().length > 0, 'that searches go on');
    expect(resumed()).toHaveLength(1);
    expect(await costs(stage)).toContain(`All | $${stage.world.costs.total().toFixed(3)}`);
    stage.expectNothingRefused();
  });

  it('has a daily cap: the channel is warned once and told once, mentions and replies go on, and so do searches tomorrow', async () => {
    const stage = await openStage({ x: { dailyCapUsd: 0.03 }, pollMs: 5 * MINUTE_MS });
    const jon = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const lena = await stage.complain('lena_altona', 'Seit gestern kein Internet. Unfassbar schlechter Service!');
    const about = (words: string) => stage.lines().filter((text) => text.includes(words));

    await stage.sendReply('anna', jon.card, 'Hi Jon, it left today.');
    await stage.untilPublic(jon.post);
    await stage.pass(MINUTE_MS, 10 * SECOND_MS);
    expect(about('X has cost')).toEqual([]);
    await stage.complain('tom_harding', 'how do I change my tariff?');
    await stage.complain('mia', 'does your app work abroad?');
    await stage.untilSeen(() => about('X has cost $0.024 today, of at most $0.03.').length === 1, 'the warning');

    await stage.sendReply('anna', lena.card, 'Hallo Lena, wir prüfen die Leitung.');
    await stage.untilPublic(lena.post);
    await stage.untilSeen(() => about('today; the cap is $0.03').length === 1, 'the cap told');
    expect(await costs(stage)).toContain('The cap is reached: searches pause');
    const late = await stage.complain('kim', 'my invoice is wrong again, this is fraud!');
    await stage.sendReply('anna', late.card, 'Hi Kim, we look into it.');
    await stage.untilPublic(late.post);

    await stage.stopApp();
    await stage.clock.jump(16 * HOUR_MS);
    await stage.startApp();
    await stage.untilSeen(() => about('Searches on X go on.').length === 1, 'the next day');
    await stage.pass(10 * MINUTE_MS, MINUTE_MS);
    expect(about('X has cost')).toHaveLength(2);
    expect(about('Searches on X go on.')).toHaveLength(1);
    stage.expectNothingRefused();
  });
});
