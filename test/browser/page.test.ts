import { expect, it } from 'vitest';
import { inBrowser } from './browser.ts';

inBrowser('the practice page itself', (open) => {
  it('says that it is practice, and shows a customer’s words as nothing but words', async () => {
    const { page, publicX, post, message, expectNoFaults } = await open();
    await page.getByText('Practice – nothing here is real').waitFor();
    const words = '<img src=x onerror=alert(1)> <!channel> &lt;!here&gt; *fett* <https://evil.example|Bank> kaputt';
    const field = publicX.getByLabel('Post as a customer');
    await field.fill(words);
    await field.press('Enter');
    await post('onerror').waitFor();
    await message('onerror').waitFor({ timeout: 15_000 });
    expect(await message('onerror').textContent()).toContain(words);
    expect(
      await message('onerror')
        .locator('.words :is(strong, .mention, .link, img)', { hasText: /channel|here|fett|Bank/ })
        .count(),
    ).toBe(0);
    expect(await page.locator('img').count()).toBe(0);
    expectNoFaults();
  });

  it('is used by keyboard alone: a command is completed, Esc closes what opens', async () => {
    const { page, modal, card, expectNoFaults } = await open();
    const field = page.getByRole('combobox', { name: 'Message #support' });
    await field.focus();
    await page.keyboard.type('/re');
    await page.getByRole('option', { name: /\/reply/ }).waitFor();
    await page.keyboard.press('Tab');
    expect(await field.inputValue()).toBe('/reply ');
    await page.keyboard.type('#1 Hallo Lena');
    await page.keyboard.press('Enter');
    await expect.poll(() => modal.getByLabel('Your public reply').inputValue()).toBe('Hallo Lena');
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });

    await card(1).getByRole('button', { name: 'More actions' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: /History/ }).focus();
    await page.keyboard.press('Enter');
    await modal
      .getByText(/history/i)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
    expectNoFaults();
  });

  it('takes what is typed right after Esc into the message field, however fast', async () => {
    const { page, modal, type, expectNoFaults } = await open();
    await page.getByRole('combobox', { name: 'Message #support' }).focus();
    await type('/mentions open');
    await modal.waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.type('/mentions help');
    await page.keyboard.press('Enter');
    await modal.getByText('/reply #42').first().waitFor();
    expectNoFaults();
  });

  it('fits a phone: one part at a time, nothing wider than the screen', async () => {
    const { page, card, publicX, expectNoFaults } = await open();
    await page.setViewportSize({ width: 390, height: 780 });
    await card(1).waitFor();
    expect(await publicX.isVisible()).toBe(false);
    for (const tab of ['Try', 'X', 'Slack']) {
      await page.getByRole('button', { name: tab, exact: true }).click();
      const widest = await page.evaluate('document.documentElement.scrollWidth');
      expect(widest, tab).toBeLessThanOrEqual(390);
    }
    await card(1).getByRole('button', { name: 'Reply', exact: true }).click();
    const box = await page.getByRole('dialog').boundingBox();
    expect(box?.width).toBeLessThanOrEqual(390);
    expectNoFaults();
  });

  it('says that practice has ended when its server is gone', async () => {
    const { page, served, card } = await open();
    await card(1).waitFor();
    await served.stop();
    await page.getByRole('alert').getByText('Practice has ended.').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('npm run practice');
  });

  it('shows a surge in public and as a line in the channel, and a fault that was switched on', async () => {
    const { page, publicX, jump, message, expectNoFaults } = await open();
    await page.getByText('Faults').click();
    await page.getByLabel('Slack limits new messages').click();
    await page.getByText('Faults (1 on)').waitFor();
    await page.getByRole('button', { name: 'Start the outage' }).click();
    await jump('Jump 1 minute forward');
    await expect.poll(() => publicX.getByRole('article').count()).toBeGreaterThanOrEqual(44);
    await page.getByLabel('Slack limits new messages').click();
    await jump('Jump 1 minute forward');
    await message(/mentions wait for their card/).waitFor();
    expectNoFaults();
  });
});
