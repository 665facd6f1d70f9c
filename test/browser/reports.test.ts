import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { inBrowser } from './browser.ts';
import { liveWeek } from './week.ts';

inBrowser('reports on the practice page', (open) => {
  it('shows a report with charts and whole tables, on a phone as well, and hands it to the channel', async () => {
    const visit = await open();
    const { be, go, type, message, page, picture, expectNoFaults } = visit;
    // A week takes minutes to live through; only the pictures want one.
    if (process.env.EARSHOT_DOCS === '1') await liveWeek(visit);
    await be('Carla Winter');
    await type('/mentions report');
    await go('✉ Earshot');
    const report = message(/^.*Report \d/s);
    await report.getByText('Mentions by day and kind').waitFor();
    expect(await report.locator('.slack_blocks_to_jsx__data_visualization').count()).toBe(2);
    await page.setViewportSize({ width: 1280, height: 2000 });
    await picture('report', report.locator('.message-body'));

    await page.setViewportSize({ width: 390, height: 780 });
    const lines = `getComputedStyle(document.querySelector("[role=log] pre")).whiteSpace`;
    expect(await page.evaluate(lines), 'columns stay beneath each other').toBe('pre');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);

    await page.setViewportSize({ width: 1280, height: 860 });
    await report.getByRole('button', { name: 'Show in channel' }).click();
    await go('# support');
    await message(/shown by/).waitFor();
    expectNoFaults();
  }, 900_000);

  it('saves an export as the file that the app sent', async () => {
    const { go, type, page, expectNoFaults } = await open();
    await type('/mentions export');
    await go('✉ Earshot');
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: /\.csv$/ }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toMatch(/^mentions 2026-11-18 to 2026-11-24\.csv$/);
    const rows = await readFile(await download.path(), 'utf8');
    expect(rows).toContain('"lena_altona"');
    expect(rows.trim().split('\r\n')).toHaveLength(5);
    expectNoFaults();
  });
});
