import { expect, it } from 'vitest';
import { inBrowser } from './browser.ts';

const FIRST = 'Hallo Lena, das darf nicht sein, und es tut uns leid. '.repeat(5).trim();
const SECOND = 'Ein Techniker prüft Ihre Leitung heute Vormittag. '.repeat(3).trim();
const ALT = 'Ein Router, dessen Lampen grün leuchten';

inBrowser('writing on the practice page', (open) => {
  it('keeps what was typed over Esc, splits it into two posts, and puts a picture to it', async () => {
    const { card, modal, page, post, jump, expectNoFaults } = await open();
    const reply = () => card(1).getByRole('button', { name: 'Reply', exact: true }).click();
    await reply();
    await modal.getByLabel('Your public reply').fill(`${FIRST} ${SECOND}`);
    await modal.getByRole('button', { name: 'Split into 2 posts' }).waitFor();
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });

    await reply();
    await modal.getByText('This is what you had typed when the form was closed.').waitFor();
    expect(await modal.getByLabel('Your public reply').inputValue()).toBe(`${FIRST} ${SECOND}`);
    await modal.getByRole('button', { name: 'Split into 2 posts' }).click();
    await modal.getByText(`2/2 ${SECOND}`).waitFor();
    await modal.getByLabel('Picture', { exact: false }).first().selectOption('router.png');
    await modal.getByRole('button', { name: 'Send 2 posts' }).click();
    await modal.getByText('Please say what the picture shows').waitFor();
    await modal.getByLabel('What the picture shows').fill(ALT);
    await modal.getByRole('button', { name: 'Send 2 posts' }).click();
    await card(1).getByText(`with a picture: ${ALT}`).waitFor();
    await card(1).getByRole('button', { name: 'Undo' }).waitFor();
    await jump('Jump 10 seconds forward');
    await post(`1/2 ${FIRST}`).getByText(`Picture: ${ALT}`).waitFor();
    await post(`2/2 ${SECOND}`).waitFor();
    await card(1).getByText('Answered by').waitFor();
    expectNoFaults();
  });
});
