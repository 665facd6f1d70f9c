import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { createPracticeClock } from '../../practice/clock.ts';
import { decided } from '../../src/desk/decision.ts';
import { NEW_DESK } from '../../src/desk/desk-state.ts';
import { PRIORITY, plan } from '../../src/desk/effect.ts';
import { DESK, mentionRef } from '../../src/desk/ref.ts';
import { createDispatch } from '../../src/dispatch/dispatch.ts';
import type { Network } from '../../src/networks/index.ts';
import type { Store } from '../../src/store/index.ts';
import { openStore } from '../../src/store/open.ts';
import { aMentionWith } from '../desk/answers.ts';
import { ANNA, aDesk, aPublicPost, berlin, CARD, instant } from '../desk/examples.ts';
import { NO_FILES, QUIET_NETWORK } from '../networks/quiet-network.ts';

/** The smallest gap that there is: the text is `sending` already, and the pause is saved before the call. */
test('a pause that is saved while a text is on its way to the network still holds it', async () => {
  const clock = createPracticeClock(berlin('2026-11-24T10:06'));
  const folder = await mkdtemp(join(tmpdir(), 'earshot-paused-'));
  const saved = await openStore(`file:${folder}`, { clock });
  const mention = aMentionWith({ status: 'waiting', post: null, expiresAt: instant('2026-11-24T10:20') });
  const publish = plan({ type: 'publish', publication: 'p1' }, PRIORITY.press);
  await saved.create('desk', DESK.id, () => decided({ ...NEW_DESK, settings: aDesk().settings }));
  await saved.create('mention', mention.id, () => decided(mention, [publish]));
  const setPause = (paused: { by: string; at: string } | null) =>
    saved.change(DESK, (desk) => decided({ ...desk, paused }));
  let isPausedOnce = false;
  const store: Store = {
    ...saved,
    async change(ref, decide) {
      const changed = await saved.change(ref, decide);
      if (ref.type === 'mention' && !isPausedOnce) {
        isPausedOnce = true;
        await setPause({ by: ANNA, at: instant('2026-11-24T10:06') });
      }
      return changed;
    },
  };
  const sent: string[] = [];
  const network: Network = {
    ...QUIET_NETWORK,
    publish: async (text) => {
      sent.push(text);
      return aPublicPost();
    },
  };
  const dispatch = createDispatch({
    owners: async () => [],
    eraser: { erase: async () => [] },
    store,
    files: NO_FILES,
    slack: { carryOut: async () => ({ message: null }) },
    networks: new Map([['x', network]]),
    desk: () => aDesk(),
    channel: CARD.channel,
    clock,
    log: pino({ level: 'silent' }),
    newId: () => 'attempt',
    onFatal: () => {},
  });
  onTestFinished(async () => {
    await dispatch.stop();
    clock.stop();
    await saved.close();
    await rm(folder, { recursive: true });
  });
  await dispatch.start();
  const publication = async () => (await saved.read(mentionRef(mention.id)))?.publications[0];
  await expect.poll(() => isPausedOnce).toBe(true);
  await expect.poll(publication).toMatchObject({ status: 'waiting', attempt: null });
  await clock.jump(60_000);
  expect(sent).toEqual([]);
  await setPause(null);
  await clock.jump(10_000);
  await expect.poll(publication).toMatchObject({ status: 'published' });
  expect(sent).toEqual([mention.publications[0]?.text]);
});
