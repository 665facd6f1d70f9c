import { describe, expect, it } from 'vitest';
import { withoutReasons } from './reasons.ts';
import { MINUTE_MS, type OpenedStage, openStage, SECOND_MS } from './support.ts';

const withoutLinks = (lines: readonly string[]) => lines.map((line) => line.replaceAll(/ \(https:\S+?\)/g, ' ↗'));
const linesAbout = (stage: OpenedStage) => stage.lines().filter((line) => line.includes('wrote again'));

describe('a customer who writes again', () => {
  it('joins the card, is told in its thread and in the channel, and waits on a clock of their own', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('lena_altona', 'Kein Internet in Altona. Frechheit!');
    await stage.sendReply('anna', card, 'Hallo Lena, die Leitung ist wieder frei.');
    const answer = await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @anna');

    await stage.clock.jumpTo(new Date('2026-11-24T09:40:00+01:00'));
    const again = stage.write('lena_altona', 'Es ist 9:40 und immer noch nichts!', { inReplyTo: answer.id });
    await stage.readNow();
    const joined = await stage.untilReads(card, 'Es ist 9:40 und immer noch nichts!');
    expect(withoutReasons(joined).replaceAll(answer.id, '1')).toMatchInlineSnapshot(`
      "*lena_altona*  @lena_altona · 320 followers
      🔴 Complaint · #1 · X · 24 Nov 2026 09:00
      Complaint: “…”
      @NordfunkHilft Kein Internet in Altona. Frechheit!
      💬 *Reply* by @anna, 24 Nov 2026 09:00 · on X (https://x.com/NordfunkHilft/status/1)
      Hallo Lena, die Leitung ist wieder frei.
      [Delete reply]
      ↪️ Wrote again, 24 Nov 2026 09:40
      @NordfunkHilft Es ist 9:40 und immer noch nichts!
      Claimed by @anna · answer due 24 Nov 2026 10:40
      [*Reply*] [Apologise] [Escalate] [Release] [… No answer needed | Change kind | Open on X | History | More …]"
    `);
    expect(stage.cards()).toHaveLength(1);

    await stage.untilSeen(() => stage.thread(card).length > 0 && linesAbout(stage).length > 0, 'a note and a line');
    expect(stage.thread(card)).toEqual([
      '↪️ @anna – lena_altona wrote again, 24 Nov 2026 09:40\n@NordfunkHilft Es ist 9:40 und immer noch nichts!',
    ]);
    expect(withoutLinks(linesAbout(stage))).toEqual([
      '↪️ *A customer wrote again*\n#1 ↗ *lena_altona*: Es ist 9:40 und immer noch nichts!',
    ]);
    expect(linesAbout(stage)[0]).toContain(`/archives/${stage.support}/p${card.ts.replace('.', '')}`);

    await stage.sendReply('anna', card, 'Lena, der Techniker steht vor Ihrer Tür.');
    expect((await stage.untilPublic(again)).inReplyTo?.id).toBe(again.id);
    await stage.untilReads(card, '✅ Answered by @anna');
    stage.expectNothingRefused();
  });

  it('to somebody who has it in hand is told to that person and in the thread, and the channel stays quiet', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('lena_altona', 'Kein Internet in Altona. Frechheit!');
    await stage.person('anna').press(stage.support, card.ts, 'claim');
    await stage.untilReads(card, 'Claimed by @anna');
    stage.write('lena_altona', 'Hallo? Niemand da?', { inReplyTo: post.id });
    await stage.readNow();
    await stage.untilSeen(() => stage.dms('anna').length > 0 && stage.thread(card).length > 0, 'a message to Anna');
    expect(withoutLinks(stage.dms('anna'))).toEqual([
      '↪️ Claimed by you: #1 ↗ – lena_altona wrote again, 24 Nov 2026 09:00\n@NordfunkHilft Hallo? Niemand da?\n[Reply]',
    ]);
    expect(stage.thread(card)).toEqual([
      '↪️ lena_altona wrote again, 24 Nov 2026 09:00\n@NordfunkHilft Hallo? Niemand da?',
    ]);
    await stage.pass(3 * MINUTE_MS, MINUTE_MS);
    expect(linesAbout(stage)).toEqual([]);

    const [direct] = stage.workspace.dms(stage.people.anna);
    if (direct === undefined) throw new Error('the message is gone');
    const form = await stage.openForm('anna', direct, 'reply', stage.person('anna').dm());
    expect(stage.modalText(form)).toContain('Your public reply');
    stage.expectNothingRefused();
  });

  it('is told to the channel where the owner wants few direct messages, who still gets back what was not sent', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('lena_altona', 'Kein Internet in Altona. Frechheit!');
    await stage.person('anna').press(stage.support, card.ts, 'claim');
    await stage.untilReads(card, 'Claimed by @anna');
    await stage.person('anna').command('/mentions', 'dms off', stage.support);
    await stage.workspace.waitFor(() => stage.ephemerals('anna').length > 0, 'an answer');
    expect(stage.ephemerals('anna')[0]).toContain('Earshot sends you only what must reach you');

    stage.write('lena_altona', 'Hallo? Niemand da?', { inReplyTo: post.id });
    await stage.readNow();
    await stage.untilSeen(() => linesAbout(stage).length > 0, 'the line in the channel');
    expect(linesAbout(stage)[0]).toContain('Hallo? Niemand da?');
    // Until the answer is due soon, and then due.
    await stage.pass(62 * MINUTE_MS, 12 * MINUTE_MS);
    await stage.workspace.waitFor(() => stage.messagesFor('draw-round').length > 0, 'the reminder');
    expect(stage.dms('anna')).toEqual([]);

    await stage.sendReply('anna', card, 'Hallo Lena, wir messen nach.');
    await stage.stopApp();
    await stage.pass(20 * MINUTE_MS);
    await stage.startApp();
    await stage.workspace.waitFor(() => stage.dms('anna').length > 0, 'the text that was not sent');
    expect(stage.dms('anna')).toHaveLength(1);
    expect(stage.dms('anna')[0]).toContain('was not sent');

    await stage.person('anna').openHome();
    await stage.workspace.waitFor(() => stage.homeText('anna').includes('must reach you'), 'the home tab');
    await stage.person('anna').pressHome('switch_dms');
    await stage.workspace.waitFor(() => stage.homeText('anna').includes('[Fewer direct messages]'), 'all messages');
    stage.expectNothingRefused();
  });

  it('is told in one line with the others of that minute', async () => {
    const stage = await openStage();
    const names = ['lena_altona', 'jon_reyes', 'frau_petersen'];
    const first = names.map((name) => stage.write(name, 'Kein Netz. Frechheit!'));
    for (const post of first) await stage.cardFor(post);
    const again = (index: number) =>
      stage.write(names[index] ?? '', 'Hallo? Niemand da?', { inReplyTo: first[index]?.id ?? '' });

    again(0);
    await stage.readNow();
    await stage.untilSeen(() => linesAbout(stage).length === 1, 'the first line');
    again(1);
    await stage.readNow();
    again(2);
    await stage.readNow();
    await stage.workspace.waitFor(() => stage.cards().every((card) => stage.thread(card).length === 1), 'the notes');
    // A line that went out at once would be next in Slack's queue of one message a second.
    expect(await stage.soon(() => linesAbout(stage).length > 1, 1_500)).toBe(false);
    await stage.untilSeen(() => linesAbout(stage).length === 2, 'the second line', { stepMs: 10 * SECOND_MS });
    await stage.pass(3 * MINUTE_MS, MINUTE_MS);
    expect(withoutLinks(linesAbout(stage))).toEqual([
      '↪️ *A customer wrote again*\n#1 ↗ *lena_altona*: Hallo? Niemand da?',
      '↪️ *2 customers wrote again*\n#2 ↗ *jon_reyes*: Hallo? Niemand da?\n#3 ↗ *frau_petersen*: Hallo? Niemand da?',
    ]);
    const [one, two] = stage.messagesFor('post-again').map(({ ts }) => Number(ts));
    expect((two ?? 0) - (one ?? 0)).toBeGreaterThanOrEqual(60);
    stage.expectNothingRefused();
  });

  it('while our answer is on its way is not taken for answered by it', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('lena_altona', 'Kein Internet in Altona. Frechheit!');
    const held = stage.hold(stage.x.faults, 'POST /2/tweets');
    await stage.sendReply('anna', card, 'Hallo Lena, die Leitung ist wieder frei.');
    await stage.untilSeen(held.isHit, 'the call to the network');
    stage.write('lena_altona', 'Und wer zahlt mir den Tag?', { inReplyTo: post.id });
    await stage.readNow();
    await stage.untilReads(card, 'Und wer zahlt mir den Tag?');
    held.release();
    const open = await stage.untilReads(card, '*Reply* by @anna, 24 Nov 2026');
    expect(open).not.toContain('✅');
    expect(open).toContain('Claimed by @anna · answer due 24 Nov 2026 10:00');
    expect(open).toContain('[*Reply*]');
    stage.expectNothingRefused();
  });
});
