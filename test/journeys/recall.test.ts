import { describe, expect, it } from 'vitest';
import { openStage } from './support.ts';

describe('what we said last time', () => {
  it('stands in the reply form, and comes into the text as a draft for this customer', async () => {
    const stage = await openStage();
    const first = await stage.complain('lena_altona', 'Seit gestern Internetausfall in Altona, was ist da los?');
    await stage.sendReply('anna', first.card, 'Hallo Lena, in Altona ist ein Kabel gerissen. ^AB');
    await stage.untilPublic(first.post);
    await stage.untilReads(first.card, 'Answered by @anna');

    const { post, card } = await stage.complain('ole', 'Internet in Altona seit gestern Ausfall, wann geht es wieder?');
    const form = await stage.openForm('ben', card);
    const shown = stage.modalText(form);
    expect(shown).toContain('What we said last time to posts like this');
    expect(shown).toContain('@anna · 24 Nov 2026 09:00');
    expect(shown).toContain('Seit gestern Internetausfall in Altona, was ist da los?');
    expect(shown).toContain('Hallo Lena, in Altona ist ein Kabel gerissen.');

    await form.type(stage.textBlock(form), 'Moin! ');
    await stage.workspace.waitFor(() => stage.modalText(form).includes('5 / 280'), 'the count');
    await form.press('insert_answer');
    await stage.workspace.waitFor(() => stage.textBlock(form) !== 'text', 'the draft');
    expect(form.view().values[stage.textBlock(form)]?.type_text?.value).toBe(
      'Moin! Hallo ole, in Altona ist ein Kabel gerissen.',
    );
    expect(stage.modalText(form)).toContain('What we said last time');
    // It is the same to the word: its sender is told, and may.
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    expect(stage.modalText(form)).toContain('Somebody else got the same words from us');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilReads(card, '[Undo]');
    expect((await stage.untilPublic(post)).written).toContain('Moin! Hallo ole, in Altona ist ein Kabel');
    stage.expectNothingRefused();
  });

  it('is gone with the customer to whom it was said, and puts the template first that was taken then', async () => {
    const stage = await openStage();
    const first = await stage.complain('lena_altona', 'Das Internet in Altona ist toll, danke für den Techniker');
    await stage.sendReply('anna', first.card, 'Danke, Lena, das freut das ganze Team!');
    await stage.untilPublic(first.post);
    await stage.untilReads(first.card, 'Answered by @anna');
    const { card } = await stage.complain('ole', 'Der Techniker in Altona war toll, Internet läuft');

    const form = await stage.openForm('ben', card);
    const menu = form.view().source.blocks.find((block) => block.block_id === 'template');
    expect(JSON.stringify(menu)).toMatch(/"options":\[\{"text":\{[^}]*"text":"DE · Danke"/);
    expect(stage.modalText(form)).toContain('das freut das ganze Team');
    await form.close();

    const asked = await stage.commandForm('carla', '/mentions', 'forget @lena_altona');
    expect((await asked.submit()).outcome).toBe('updated');
    await stage.untilSeen(() => stage.dms('carla').at(-1), 'the end of it', { stepMs: 5_000 });
    await asked.close();
    const later = await stage.openForm('ben', card);
    expect(stage.modalText(later)).not.toContain('das freut das ganze Team');
    stage.expectNothingRefused();
  });
});
