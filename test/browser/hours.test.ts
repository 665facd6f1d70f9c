import { expect, it } from 'vitest';
import { inBrowser } from './browser.ts';

inBrowser('hours and outages on the practice page', (open) => {
  it('reminds the channel of what is overdue after an hour has passed', async () => {
    const { jump, message, go, page, expectDone, expectNoFaults } = await open();
    await jump('Jump 1 hour forward');
    const reminder = message(/past due/);
    await reminder.waitFor();
    expect(await reminder.textContent()).toContain('#1 Lena aus Altona');
    await expectDone('Let an hour pass');
    await go('App Home');
    await page.getByText(/longest wait first/).waitFor();
    expectNoFaults();
  });

  it('runs an incident from its start over an update to its end', async () => {
    const { be, type, modal, jump, post, message, expectDone, expectNoFaults } = await open();
    await be('Carla Winter');
    const say = async (command: string, words: string) => {
      await type(command);
      await modal.getByRole('textbox', { name: 'Public text' }).fill(words);
      await modal.getByRole('textbox', { name: /Confirmed by/ }).fill('Jens, network');
      await modal.getByRole('button', { name: /Publish/ }).click();
      await modal.waitFor({ state: 'detached' });
      await jump('Jump 10 seconds forward');
      await post(words).getByText('Your company').waitFor();
    };
    await say('/incident start Mobile network down', 'Im Norden ist unser Mobilfunknetz gestört. Es tut uns leid.');
    await say('/incident update', 'Update: Die Ursache ist gefunden, ein durchtrenntes Kabel.');
    await say('/incident resolve', 'Das Netz im Norden läuft wieder. Danke für Ihre Geduld.');
    await message(/Resolved/).waitFor();
    await expectDone('Run an incident');
    expectNoFaults();
  });
});
