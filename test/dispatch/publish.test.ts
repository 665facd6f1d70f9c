import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { createPracticeClock } from '../../practice/clock.ts';
import { decided } from '../../src/desk/decision.ts';
import { PRIORITY, plan } from '../../src/desk/effect.ts';
import { CallFault } from '../../src/desk/fault.ts';
import { incidentRef } from '../../src/desk/ref.ts';
import { createDispatch } from '../../src/dispatch/dispatch.ts';
import type { Network } from '../../src/networks/index.ts';
import { openStore } from '../../src/store/open.ts';
import { aDesk, anIncident, aPublication, aPublicPost, berlin, CARD, instant } from '../desk/examples.ts';
import { NO_FILES, QUIET_NETWORK } from '../networks/quiet-network.ts';

/** Two colleagues announce the same outage in the same words: X takes one, and finds the other a duplicate. */
test('a colleague’s post in the same words is not taken for ours', async () => {
  const clock = createPracticeClock(berlin('2026-11-24T10:06'));
  const folder = await mkdtemp(join(tmpdir(), 'earshot-publish-'));
  const store = await openStore(`file:${folder}`, { clock });
  const theirs = aPublication({ purpose: 'incident-start', inReplyTo: null, post: aPublicPost() });
  const waiting = { status: 'waiting', post: null, expiresAt: instant('2026-11-24T10:20') } as const;
  const ours = aPublication({ ...theirs, ...waiting });
  await store.create('incident', 'incident:k1', () => decided(anIncident({ publications: [theirs] })));
  const second = anIncident({ id: 'incident:k2', number: 2, publications: [ours], card: { ...CARD, ts: '1.2' } });
  const publish = plan({ type: 'publish', publication: ours.id }, PRIORITY.press);
  await store.create('incident', second.id, () => decided(second, [publish]));
  const network: Network = {
    ...QUIET_NETWORK,
    publish: () => Promise.reject(new CallFault({ act: 'give-up', code: 'duplicate', why: 'said already' })),
    findOwn: async () => aPublicPost(),
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
    await store.close();
    await rm(folder, { recursive: true });
  });
  await dispatch.start();
  const publication = async () => (await store.read(incidentRef(second.id)))?.publications[0];
  await expect.poll(publication).toMatchObject({ status: 'failed', fault: { code: 'duplicate' } });
});
