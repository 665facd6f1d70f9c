import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, type OpenedStage, openStage, SECOND_MS } from './support.ts';

const MENTIONS = 'GET /2/users/:id/mentions';

const reads = (stage: OpenedStage) => stage.world.requests.filter(({ call }) => call === MENTIONS).length;
const linesWith = (stage: OpenedStage, words: string) => stage.lines().filter((line) => line.includes(words));
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
/** Reads that fail are logged. */
const LOGGED = [/could not read mentions/];

describe('X', () => {
  it('out of credits is told once, asked once an hour, gives replies back, and goes on', async () => {
    const stage = await openStage({ pollMs: MINUTE_MS });
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    stage.x.setOutOfCredits(true);
    await stage.readNow();
    await stage.untilSeen(() => linesWith(stage, 'run out of credits').length > 0, 'the word about credits');
    expect(linesWith(stage, 'run out of credits').map((line) => line.replace(/\[\d+]/, '[1]'))).toMatchInlineSnapshot(`
      [
        "⛔ Earshot can’t read what customers write on X: our account there has run out of credits. Please ask whoever runs Earshot to buy some, or to raise the spending limit. It looks once an hour. Then it goes on by itself; what was written meanwhile is read. (X says: Your enrolled account [1] does not have any credits to fulfill this request.)",
      ]
    `);
    await stage.sendReply('anna', card, 'Hi Jon, your router left our stock today.');
    await stage.untilSeen(() => stage.rendered(card).includes('was not sent'), 'the refusal');
    expect(stage.rendered(card)).toContain('Our account with the network has run out of credits.');
    const before = reads(stage);
    await stage.pass(2 * HOUR_MS + 5 * MINUTE_MS, 10 * MINUTE_MS);
    expect(reads(stage) - before).toBeLessThanOrEqual(3);

    const late = stage.write('frau_petersen', 'Euer Shop ist zu. Frechheit!');
    stage.x.setOutOfCredits(false);
    await stage.untilSeen(() => stage.cardOf(late), 'what came meanwhile', {
      stepMs: 10 * MINUTE_MS,
      mostMs: 2 * HOUR_MS,
    });
    await stage.untilSeen(() => linesWith(stage, 'reads X again').length > 0, 'the word that it is over');
    expect(linesWith(stage, 'run out of credits')).toHaveLength(1);
    expect(linesWith(stage, 'reads X again')).toHaveLength(1);
    expect(stage.modalText(await stage.openForm('anna', card))).toContain(
      '{Hi Jon, your router left our stock today.}',
    );
    expect(stage.answersTo(post)).toEqual([]);
    stage.expectNothingRefused({ troubles: LOGGED });
  });

  it('that no longer takes our token says so once over a restart, and that it does again', async () => {
    const stage = await openStage({ desk: { language: 'de' } });
    stage.x.setRevoked(true);
    await stage.readNow();
    await stage.untilSeen(() => linesWith(stage, 'nicht mehr angenommen').length > 0, 'the word about the token');
    await stage.stopApp();
    await stage.startApp();
    await stage.pass(3 * MINUTE_MS, MINUTE_MS);
    expect(linesWith(stage, 'nicht mehr angenommen')).toHaveLength(1);
    await stage.stopApp();
    stage.x.setRevoked(false);
    const post = stage.write('jon_reyes', 'Noch immer kein Router. Frechheit!');
    await stage.startApp();
    await stage.untilSeen(() => stage.cardOf(post), 'the card');
    await stage.untilSeen(() => linesWith(stage, 'Earshot liest wieder auf X').length > 0, 'the word that it is over');
    await stage.pass(3 * MINUTE_MS, MINUTE_MS);
    expect(linesWith(stage, 'Earshot liest wieder auf X')).toHaveLength(1);
    stage.expectNothingRefused({ troubles: LOGGED });
  });

  it('whose clock is not ours names the clock, in the channel and on the card', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    stage.x.setClockAhead(-25 * MINUTE_MS);
    await stage.readNow();
    await stage.untilSeen(() => linesWith(stage, 'the clock of Earshot’s machine is wrong').length > 0, 'the word');
    expect(linesWith(stage, 'is 25 min ahead of X’s')).toHaveLength(1);
    await stage.sendReply('anna', card, 'Hi Jon, your router left our stock today.');
    await stage.untilSeen(() => stage.rendered(card).includes('was not sent'), 'the refusal');
    expect(stage.rendered(card)).toContain('because the clock of Earshot’s machine is wrong');
    stage.expectNothingRefused({ troubles: LOGGED });
  });

  it('with pages and broken answers for a while has every mention on one card afterwards', async () => {
    const stage = await openStage();
    const posts = ['cleo', 'claas', 'carl', 'cara', 'cem'].map((name, index) => {
      const kind = (['html', 'garbled', 'empty', 'html-after', '500'] as const)[index] ?? '500';
      stage.x.faults.add({ when: MENTIONS, kind, times: 1 });
      return stage.write(name, 'Kein Netz, Frechheit!');
    });
    for (let read = 0; read < posts.length + 1; read += 1) await stage.pass(30 * SECOND_MS, 10 * SECOND_MS);
    await stage.untilSeen(() => posts.every((post) => stage.cardOf(post)), 'all cards');
    await stage.pass(2 * MINUTE_MS, 30 * SECOND_MS);
    expect(stage.cards()).toHaveLength(posts.length);
    stage.expectNothingRefused({ troubles: LOGGED });
  });

  it('that leaves out who wrote gets a card at once, and a name when it says it', async () => {
    const stage = await openStage();
    const mend = stage.x.distort(MENTIONS, (body) => (isRecord(body) ? { ...body, includes: undefined } : body));
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    expect(stage.rendered(card)).toContain(`*@${post.author.id}*`);
    mend();
    await stage.pass(6 * MINUTE_MS, MINUTE_MS);
    expect(await stage.untilReads(card, '*jon_reyes*  @jon_reyes')).not.toContain(`@${post.author.id}`);
    expect(stage.cards()).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('that lists a post late, below others, has it on a card within minutes', async () => {
    const stage = await openStage();
    await stage.complain('cleo', 'Kein Netz, Frechheit!');
    const at = new Date(stage.clock.now().getTime() - 4 * MINUTE_MS);
    stage.world.addPerson({ username: 'claas', name: 'claas' });
    const late = stage.world.post({ author: 'claas', text: '@NordfunkHilft seit gestern kein Netz!', at });
    await stage.pass(6 * MINUTE_MS, MINUTE_MS);
    await stage.untilSeen(() => stage.cardOf(late), 'the late one');
    expect(stage.cards()).toHaveLength(2);
    stage.expectNothingRefused();
  });
});
