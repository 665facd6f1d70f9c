import { get, request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createAdminServer, json } from '../../src/health/server.ts';
import { freePort } from '../process-bench.ts';

const LOOPBACK = '127.0.0.1';
const log = pino({ level: 'silent' });

async function openServer(pages: Parameters<typeof createAdminServer>[0]['pages'] = {}) {
  const port = await freePort();
  const server = createAdminServer({ host: LOOPBACK, port, log, pages });
  await server.start();
  onTestFinished(() => server.stop());
  return { port, server };
}

function ask(port: number, path: string, method = 'GET') {
  return new Promise<{ status: number | undefined; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const asked = request({ host: LOOPBACK, port, path, method }, (answer) => {
        let body = '';
        answer.on('data', (data: Buffer) => {
          body += data.toString('utf8');
        });
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
      });
      asked.on('error', reject);
      asked.end();
    },
  );
}

const PAGES = { '/healthz': async () => json(200, { alive: true }) };

describe('the port for health and metrics', () => {
  test('answers GET on its own paths alone', async () => {
    const { port } = await openServer(PAGES);
    expect(await ask(port, '/healthz?x=1')).toMatchObject({ status: 200, body: '{"alive":true}\n' });
    expect(await ask(port, '/secret')).toMatchObject({ status: 404 });
    expect(await ask(port, '/constructor')).toMatchObject({ status: 404 });
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect(await ask(port, '/healthz', method)).toMatchObject({ status: 405, headers: { allow: 'GET' } });
    }
  });

  test('says no more than that a page could not be made', async () => {
    const { port } = await openServer({ '/metrics': () => Promise.reject(new Error('xoxb-secret')) });
    const answer = await ask(port, '/metrics');
    expect(answer).toMatchObject({ status: 500 });
    expect(answer.body).not.toContain('secret');
  });

  test('is not open on any other address of the machine', async () => {
    const { port } = await openServer(PAGES);
    const others = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const host of [...others.map(({ address }) => address), '::1']) {
      const outcome = await new Promise((resolve) => {
        const socket = connect({ host, port }, () => resolve('open'));
        socket.on('error', () => resolve('closed'));
      });
      expect(outcome).toBe('closed');
    }
  });

  test('that is taken, or on no address of this machine, is named with the remedy', async () => {
    const { port } = await openServer(PAGES);
    const second = createAdminServer({ host: LOOPBACK, port, log, pages: PAGES });
    await expect(second.start()).rejects.toThrow(
      `ADMIN_PORT ${port} is taken on 127.0.0.1: stop what listens there, or set another ADMIN_PORT.`,
    );
    const elsewhere = createAdminServer({ host: '192.0.2.1', port, log, pages: PAGES });
    await expect(elsewhere.start()).rejects.toThrow(/^ADMIN_HOST 192\.0\.2\.1 is no address of this machine/);
  });

  test('closes at once although somebody holds a connection open', async () => {
    const { port, server } = await openServer({ '/slow': () => new Promise(() => {}) });
    const held = get({ host: LOOPBACK, port, path: '/slow' });
    const cut = new Promise((resolve) => held.once('error', resolve));
    await new Promise((resolve) => held.once('socket', (socket) => socket.once('connect', resolve)));
    await server.stop();
    await cut;
  });
});
