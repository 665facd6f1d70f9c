import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MINUTE_MS, openStage, SECOND_MS } from './support.ts';

describe('a data file that is damaged at a start', () => {
  it('is told to the channel once, and what X still shows comes back: on the cards that are there, answered if it is', async () => {
    const stage = await openStage();
    const jon = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const lena = await stage.complain('lena_altona', 'Seit gestern kein Internet. Frechheit!');
    const more = stage.write('lena_altona', 'Hallo? Ist da jemand?', { inReplyTo: lena.post.id });
    await stage.readNow();
    await stage.untilSeen(() => stage.thread(lena.card).length > 0, 'the word in the thread');
    await stage.sendReply('anna', jon.card, 'Hi Jon, your router left our stock today.');
    await stage.untilPublic(jon.post);
    await stage.untilReads(jon.card, 'Answered by @anna');
    await stage.pass(2 * MINUTE_MS, 20 * SECOND_MS);
    await stage.stopApp();

    const page = join(stage.storeFolder(), 'page-000001.json');
    const text = await readFile(page, 'utf8');
    await writeFile(page, text.slice(0, text.length / 2));
    await stage.startApp();
    await stage.untilReads(jon.card, 'Answered on X directly');
    await stage.untilReads(lena.card, more.written.replace('@NordfunkHilft ', ''));
    await stage.pass(2 * MINUTE_MS, 20 * SECOND_MS);
    const told = () => stage.lines().filter((line) => line.includes('is damaged'));
    expect(told()).toHaveLength(1);
    expect(told()[0]).toMatch(
      /page-000001\.json.*set aside as page-000001\.json\.damaged-.*from #1 on may be missing.*settings/s,
    );
    expect(stage.cards().map(({ ts }) => ts)).toEqual([jon.card.ts, lena.card.ts]);
    expect(stage.thread(lena.card)).toHaveLength(1);
    expect(stage.answersTo(jon.post)).toHaveLength(1);
    await stage.person('ben').press(stage.support, lena.card.ts, 'claim');
    await stage.untilReads(lena.card, 'Claimed by @ben');

    await stage.stopApp();
    await stage.startApp();
    await stage.pass(MINUTE_MS, 20 * SECOND_MS);
    expect(told()).toHaveLength(1);
    expect(stage.cards()).toHaveLength(2);
    stage.expectNothingRefused();
  });
});
