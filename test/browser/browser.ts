import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished } from 'vitest';
import { createPracticeClock } from '../../practice/clock.ts';
import { openPage } from '../../practice/page-server/index.ts';
import { setStage } from '../../practice/stage.ts';
import { createApp } from '../../src/app.ts';

const ROOT = join(import.meta.dirname, '../..');
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
/** Nothing but the page: no updates, no look-ups of its own. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const POLL_MS = 5_000;
/** Real milliseconds for anything to appear. */
const PATIENCE_MS = 12_000;
const WIDE = { width: 1280, height: 860 };

/** Stories in a real browser; without one they are skipped, and the run says so. */
export function inBrowser(name: string, tell: (open: () => Promise<Visit>) => void): void {
  if (CHROMIUM === undefined) {
    console.warn(`SKIPPED: "${name}" needs Chromium, and none is installed (apt-get install chromium).`);
  }
  describe.skipIf(CHROMIUM === undefined)(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ARGUMENTS });
    });
    afterAll(() => browser.close());
    tell(() => visit(browser));
  });
}

export type Visit = Awaited<ReturnType<typeof visit>>;

/** A new practice, and somebody who has just opened its page: Tuesday, nine o'clock, four cards. */
async function visit(browser: Browser) {
  const clock = createPracticeClock(new Date('2026-11-24T09:00:00+01:00'));
  const log = pino({ level: 'silent' });
  const stage = await setStage({ createApp, clock, log, pollMs: POLL_MS });
  onTestFinished(() => stage.stop());
  const served = await openPage({
    stage,
    folder: join(ROOT, 'dist/practice-page'),
    manifest: join(ROOT, 'manifest.yml'),
    pollMs: POLL_MS,
    prepared: true,
  });
  onTestFinished(() => served.stop());
  const context = await browser.newContext({ viewport: WIDE });
  onTestFinished(() => context.close());
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (line) => {
    if (line.type() === 'error') faults.push(line.text());
  });
  await page.goto(served.url);
  const slack = page.getByRole('log');
  const article = (within: Locator, words: string | RegExp) =>
    within.getByRole('article').filter({ hasText: words }).first();

  return {
    ...stage,
    served,
    /** Slack behind the page. */
    workspace: stage.slack.workspace,
    page,
    slack,
    /** What went wrong in the page itself. */
    faults,
    modal: page.getByRole('dialog'),
    publicX: page.getByRole('region', { name: 'X, in public' }),
    /** A message of the open conversation that says this. */
    message: (words: string | RegExp) => article(slack, words),
    card: (number: number) => article(slack, new RegExp(`· #${number} ·`)),
    post: (words: string | RegExp) => article(page.getByRole('feed'), words),
    be: (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) }).click(),
    go: (room: string) =>
      page
        .getByRole('navigation', { name: /^Conversations/ })
        .getByText(room)
        .click(),
    jump: (label: string) => page.getByRole('button', { name: label, exact: true }).click(),
    /** Types a line into the message field and sends it. */
    type: async (text: string): Promise<void> => {
      const field = page.getByRole('combobox', { name: /^(Message|Reply)/ });
      await field.pressSequentially(text);
      await field.press('Enter');
    },
    /** A step of the things to try is ticked off. */
    expectDone: async (thing: string): Promise<void> => {
      await page.getByRole('button', { name: `${thing} (done)` }).waitFor();
    },
    expectNoFaults: () => expect(faults).toEqual([]),
    picture: (name: string, of: Page | Locator = page) => keepPicture(name, of),
  };
}

/** For the README; an ordinary run leaves the tree as it is. */
async function keepPicture(name: string, of: Page | Locator): Promise<void> {
  if (process.env.EARSHOT_DOCS !== '1') return;
  await mkdir(join(ROOT, 'docs'), { recursive: true });
  await of.screenshot({ path: join(ROOT, 'docs', `${name}.png`), animations: 'disabled' });
}
