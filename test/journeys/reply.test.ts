import { describe, expect, it } from 'vitest';
import { withoutReasons } from './reasons.ts';
import { openStage, SECOND_MS } from './support.ts';

const COMPLAINT = 'Seit gestern Abend kein Internet. Dreimal angerufen, niemand ruft zurück!';

describe('a reply', () => {
  it('goes from card, claim and form over Undo into public, and the card turns quiet', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('lena_altona', COMPLAINT);
    expect(withoutReasons(stage.rendered(card))).toMatchInlineSnapshot(`
      "*lena_altona*  @lena_altona · 320 followers
      🔴 Complaint · #1 · X · 24 Nov 2026 09:00
      Complaint: “…”
      @NordfunkHilft Seit gestern Abend kein Internet. Dreimal angerufen, niemand ruft zurück!
      Nobody has it yet · answer due 24 Nov 2026 10:00
      [*Reply*] [Apologise] [Escalate] [Claim] [… No answer needed | Change kind | Open on X | History | More …]"
    `);

    await stage.person('anna').press(stage.support, card.ts, 'claim');
    expect(await stage.untilReads(card, 'Claimed by @anna')).toContain('[Release]');

    const form = await stage.openForm('anna', card);
    await form.select('template', 'look-de');
    await stage.workspace.waitFor(() => stage.textBlock(form) !== 'text', 'the text of the template');
    expect(stage.modalText(form)).toContain('Hallo lena_altona, danke für den Hinweis.');
    const { length } = String(form.view().values[stage.textBlock(form)]?.type_text?.value);
    expect(stage.modalText(form)).toContain(`${length} / 280`);
    await form.type(stage.textBlock(form), ' Bis 11!');
    await stage.workspace.waitFor(
      () => stage.modalText(form).includes(`${length + 8} / 280`),
      'the count that follows',
    );
    expect(await form.submit()).toEqual({ outcome: 'closed' });

    const waiting = await stage.untilReads(card, '[Undo]');
    expect(waiting).toContain('*Reply* by @anna – goes out in 10 seconds');
    expect(waiting).toContain('melden uns heute noch einmal hier. Bis 11!');
    const shownAt = stage.clock.now();
    await stage.pass(8 * SECOND_MS, 4 * SECOND_MS);
    expect(stage.world.ours()).toEqual([]);

    const answer = await stage.untilPublic(post);
    // Slack took the card a moment before it could be looked at here.
    expect(answer.at.getTime() - shownAt.getTime()).toBeGreaterThan(9 * SECOND_MS);
    expect(answer.written).toBe(
      '@lena_altona Hallo lena_altona, danke für den Hinweis. Wir sehen uns das jetzt an und melden uns heute noch einmal hier. Bis 11!',
    );
    const settled = await stage.untilReads(card, 'Answered by @anna');
    expect(settled.replaceAll(answer.id, '1')).toMatchInlineSnapshot(`
      "*lena_altona*  @lena_altona · 320 followers
      🔴 Complaint · #1 · X · 24 Nov 2026 09:00
      @NordfunkHilft Seit gestern Abend kein Internet. Dreimal angerufen, niemand ruft zurück!
      💬 *Reply* by @anna, 24 Nov 2026 09:00 · on X (https://x.com/NordfunkHilft/status/1)
      Hallo lena_altona, danke für den Hinweis. Wir sehen uns das jetzt an und melden uns heute noch einmal hier. Bis 11!
      [Delete reply]
      ✅ Answered by @anna, 24 Nov 2026 09:00
      [Reply] [… Reopen | Change kind | Open on X | History | More …]"
    `);
    expect(stage.answersTo(post)).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('is refused in the form when it is too long, with the count, or has what only Slack understands', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('lena_altona', COMPLAINT);
    const form = await stage.openForm('anna', card);
    await form.fill('text', `${'Wir kümmern uns. '.repeat(17)}😀`);
    expect(await form.submit()).toEqual({
      outcome: 'errors',
      errors: { text: 'Too long: 291 of 280. Please take out 11.' },
    });
    await form.fill('text', 'Danke! :partyparrot:');
    expect(await form.submit()).toEqual({
      outcome: 'errors',
      errors: {
        text: ':partyparrot: is an emoji of this Slack workspace only: the public would read its name. Please use another one.',
      },
    });
    await form.fill('text', 'Danke! :tada:');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    expect(await stage.untilReads(card, '[Undo]')).toContain('Danke! 🎉');
    stage.expectNothingRefused();
  });

  it('that is undone stays private, and opening Reply again offers its text', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('lena_altona', COMPLAINT);
    await stage.sendReply('anna', card, 'Hallo Lena, wir messen die Leitung.');
    await stage.person('anna').press(stage.support, card.ts, 'undo');
    await stage.workspace.waitFor(
      () => !stage.rendered(card).includes('wir messen die Leitung'),
      'the card without the text',
    );
    await stage.pass(SECOND_MS * 30, SECOND_MS * 10);
    expect(stage.world.ours()).toEqual([]);

    const again = await stage.openForm('anna', card);
    expect(stage.modalText(again)).toContain('This is the text that you took back.');
    expect(stage.modalText(again)).toContain('{Hallo Lena, wir messen die Leitung.}');
    await again.fill('text', 'Hallo Lena, die Leitung ist gemessen, der Fehler liegt bei uns.');
    expect(await again.submit()).toEqual({ outcome: 'closed' });
    expect((await stage.untilPublic(post)).written).toBe(
      '@lena_altona Hallo Lena, die Leitung ist gemessen, der Fehler liegt bei uns.',
    );
    await stage.untilReads(card, 'Answered by @anna');
    expect(stage.world.ours()).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('that is deleted, after a question, leaves the public, and its mention is open again on its old clock', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('lena_altona', COMPLAINT);
    expect(stage.rendered(card)).toContain('answer due 24 Nov 2026 10:00');
    await stage.sendReply('anna', card, 'Hallo Lena, das ist uns egal.');
    await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @anna');

    const asked = JSON.stringify(stage.workspace.message(stage.support, card.ts)?.blocks);
    expect(asked).toContain('Delete it from the network?');
    expect(asked).toContain('This takes back what is public now: “Hallo Lena, das ist uns egal.”');
    await stage.person('ben').press(stage.support, card.ts, 'delete_reply');
    const open = await stage.untilReads(card, 'was deleted');
    expect(stage.world.ours()).toEqual([]);
    expect(open).not.toContain('das ist uns egal');
    expect(open).toContain('Claimed by @anna · answer due 24 Nov 2026 10:00');
    expect(open).toContain('[*Reply*]');
    stage.expectNothingRefused();
  });
});
