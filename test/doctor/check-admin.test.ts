import { type AddressInfo, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { checkAdmin } from '../../src/doctor/check-admin.ts';

const HOST = '127.0.0.1';

async function occupied() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  onTestFinished(() => (server.listening ? close() : undefined));
  const { port } = z
    .custom<AddressInfo>((value) => typeof value === 'object' && value !== null)
    .parse(server.address());
  return { port, close };
}

test('says nothing of a port that is not wanted', async () => {
  expect(await checkAdmin(null).look()).toEqual([]);
});

test('says that the port is free, and that this machine alone reaches it', async () => {
  const { port, close } = await occupied();
  await close();
  expect(await checkAdmin({ host: HOST, port }).look()).toMatchObject([
    { level: 'ok', text: `ADMIN_PORT ${port} is free on 127.0.0.1` },
    { level: 'info' },
  ]);
});

test('warns of a port that somebody has, who may be Earshot itself', async () => {
  const { port } = await occupied();
  const [finding] = await checkAdmin({ host: HOST, port }).look();
  expect(finding).toMatchObject({
    level: 'warn',
    text: `ADMIN_PORT ${port} is taken on 127.0.0.1; if Earshot runs already, this is right`,
    remedy: 'stop what listens there, or set another ADMIN_PORT.',
  });
});

test('warns when other machines can reach it', async () => {
  const { port, close } = await occupied();
  await close();
  const [, reach] = await checkAdmin({ host: '0.0.0.0', port }).look();
  expect(reach?.level).toBe('warn');
  expect(reach?.text).toContain('for everybody, without a password');
});
