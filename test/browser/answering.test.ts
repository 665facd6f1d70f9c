import { expect, it } from 'vitest';
import { inBrowser } from './browser.ts';

inBrowser('answering on the practice page', (open) => {
  it('replies, takes it back with Undo, and replies again in public', async () => {
    const { card, modal, post, jump, go, page, expectDone, expectNoFaults, picture } = await open();
    await card(1).getByRole('button', { name: 'Reply', exact: true }).click();
    await modal.getByLabel('Your public reply').fill('Hallo Lena, ein Techniker sieht nach!');
    await modal.getByRole('button', { name: 'Send' }).click();
    await card(1).getByRole('button', { name: 'Undo' }).click();
    await card(1).getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });

    await card(1).getByRole('button', { name: 'Reply', exact: true }).click();
    // The text that was taken back is offered again.
    await expect.poll(() => modal.getByLabel('Your public reply').inputValue()).toContain('ein Techniker sieht nach');
    const words = 'Hallo Lena, das darf nicht sein. Ein Techniker prüft Ihre Leitung und ist um 11 Uhr da.';
    await modal.getByLabel('Your public reply').fill(words);
    await modal.getByText(`${words.length} / 280`).waitFor();
    await picture('modal');
    await modal.getByRole('button', { name: 'Send' }).click();
    await card(1).getByRole('button', { name: 'Undo' }).waitFor();
    await picture('card', card(1));
    await jump('Jump 10 seconds forward');
    await post('ist um 11 Uhr da').getByText('Your company').waitFor();
    await expectDone('Reply, and take it back');
    await picture('page', page);
    expect(await post('ein Techniker sieht nach!').count()).toBe(0);

    await card(2).getByRole('button', { name: 'Claim' }).click();
    await card(2).getByText('Claimed by').waitFor();
    await go('App Home');
    await page.getByText('Yours: 1').waitFor();
    await picture('home', page.getByRole('main'));
    expectNoFaults();
  });

  it('says that it is on it and by when, at a time of one’s own choice', async () => {
    const { card, modal, post, jump, expectNoFaults } = await open();
    await card(1).getByRole('button', { name: 'Reply', exact: true }).click();
    await modal.getByRole('button', { name: 'We are on it' }).click();
    const text = modal.getByLabel('Your public reply');
    await expect.poll(() => text.inputValue()).toMatch(/bis 11:0\d Uhr wieder\./);
    await modal.getByLabel('Back by').selectOption({ label: 'at a time of your choice …' });
    const time = modal.getByLabel('Which time?');
    await expect.poll(() => time.inputValue()).toMatch(/^2026-11-24T11:0/);
    await time.fill('2026-11-24T16:30');
    await expect.poll(() => text.inputValue()).toContain('bis 16:30 Uhr wieder.');
    await modal.getByRole('button', { name: 'Send holding reply' }).click();
    await card(1).getByRole('button', { name: 'Undo' }).waitFor();
    await jump('Jump 10 seconds forward');
    await post('bis 16:30 Uhr wieder.').waitFor();
    await card(1).getByText('promised by').waitFor();
    expectNoFaults();
  });

  it('apologises in German, with the team’s own words from the templates', async () => {
    const { be, card, modal, post, jump, expectDone, expectNoFaults } = await open();
    await be('Ben Okafor');
    await card(2).getByRole('button', { name: 'Apologise' }).click();
    await modal.getByRole('combobox').first().selectOption({ label: 'DE · Wir haben einen Fehler gemacht' });
    await expect
      .poll(() => modal.getByRole('textbox', { name: /went wrong/i }).inputValue())
      .toBe('Es tut uns leid, Tom Becker: Das war unser Fehler');
    await modal.getByRole('textbox', { name: /do about it/i }).fill('Wir haben alle drei Rechnungen berichtigt');
    await modal.getByText(/Es tut uns leid, Tom Becker.*Wir haben alle drei Rechnungen berichtigt/).waitFor();
    await modal.getByRole('button', { name: 'Send' }).click();
    await modal.waitFor({ state: 'detached' });
    await jump('Jump 10 seconds forward');
    await post('alle drei Rechnungen berichtigt').waitFor();
    await expectDone('Apologise in German');
    expectNoFaults();
  });

  it('asks the network team, hears its answer in the thread, and uses it as a draft', async () => {
    const { be, go, type, card, modal, message, page, jump, post, expectDone, expectNoFaults } = await open();
    await type('/escalate #3 @network-team When is Elbchaussee 12 due?');
    await modal.getByRole('button', { name: 'Escalate' }).click();
    await modal.waitFor({ state: 'detached' });

    await be('Dmitri Voss');
    await go('# network');
    await message('Elbchaussee').hover();
    await message('Elbchaussee').getByRole('button', { name: 'Reply in thread' }).click();
    await type('Im Februar, der Bagger kommt am 9.');

    await be('Anna Albers');
    await card(3)
      .getByRole('button', { name: /repl(y|ies)$/ })
      .click();
    await message('der Bagger kommt am 9').getByRole('button', { name: /draft/i }).click();
    const text = modal.getByLabel('Your public reply');
    await expect.poll(() => text.inputValue()).toContain('der Bagger kommt am 9');
    await text.fill('Guten Tag, im Februar: Der Bagger kommt am 9. Vorher kommt Post.');
    await modal.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('button', { name: /Close thread/ }).click();
    await card(3).getByRole('button', { name: 'Undo' }).waitFor();
    await jump('Jump 10 seconds forward');
    await post('Der Bagger kommt am 9.').waitFor();
    await expectDone('Ask a colleague');
    expectNoFaults();
  });

  it('says at the field that a text is too long, and takes the shortened one', async () => {
    const { card, modal, expectNoFaults } = await open();
    await card(1).getByRole('button', { name: 'Reply', exact: true }).click();
    const text = modal.getByLabel('Your public reply');
    await text.fill('Es tut uns leid! '.repeat(20));
    await modal
      .getByText(/340|339/)
      .first()
      .waitFor();
    await modal.getByRole('button', { name: 'Send' }).click();
    const error = modal.getByRole('alert');
    await error.waitFor();
    expect(await error.textContent()).toMatch(/280/);
    expect(await text.getAttribute('aria-invalid')).toBe('true');
    await text.fill('Es läuft wieder!');
    expect(await error.count()).toBe(0);
    await modal.getByRole('button', { name: 'Send' }).click();
    await card(1).getByRole('button', { name: 'Undo' }).waitFor();
    expectNoFaults();
  });
});
