import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';
import { z } from 'zod';

/** One call that reached a server: the method or path, and what was sent. */
export interface Call {
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
}

async function readBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(z.instanceof(Buffer).parse(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return {};
  if (request.headers['content-type']?.includes('json'))
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  return Object.fromEntries(new URLSearchParams(text));
}

type Answer = (name: string, body: Call['body']) => unknown;

/** A server on localhost that knows little, and keeps what it was asked. */
async function listen(answer: Answer) {
  const calls: Call[] = [];
  const watchers = new Set<() => void>();
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const name = (request.url ?? '').split('?')[0] ?? '';
      calls.push({ name, body });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer(name, body)));
      for (const look of watchers) look();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = z
    .custom<AddressInfo>((value) => typeof value === 'object' && value !== null)
    .parse(server.address());
  return {
    server,
    port,
    calls,
    /** Resolves with the first call that fits; the test's own time limit ends a wait in vain. */
    called: (fits: (call: Call) => boolean) =>
      new Promise<Call>((resolve) => {
        const look = () => {
          const found = calls.find(fits);
          if (found === undefined) return;
          watchers.delete(look);
          resolve(found);
        };
        watchers.add(look);
        look();
      }),
  };
}

/** A Slack that knows only the least: who we are, a socket, posting, updating, opening a form. */
export async function leastSlack() {
  let ts = 1_700_000_000;
  let send: (envelope: unknown) => void = () => {};
  const slack = await listen((name) => {
    switch (name.replace('/api/', '')) {
      case 'auth.test':
        return { ok: true, url: 'https://other.slack.com/', team: 'T', team_id: 'T1', user_id: 'UBOT', bot_id: 'B1' };
      case 'apps.connections.open':
        return { ok: true, url: `ws://127.0.0.1:${slack.port}/link` };
      case 'chat.postMessage':
      case 'chat.update':
        ts += 1;
        return { ok: true, channel: 'C0TEAM', ts: `${ts}.000100` };
      case 'views.open':
        return { ok: true, view: { id: 'V1', hash: 'h1' } };
      default:
        return { ok: false, error: 'unknown_method' };
    }
  });
  const acks: unknown[] = [];
  const sockets = new WebSocketServer({ server: slack.server });
  sockets.on('connection', (socket) => {
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }));
    socket.on('message', (data: Buffer) => acks.push(JSON.parse(data.toString('utf8'))));
    send = (envelope) => socket.send(JSON.stringify(envelope));
  });
  onTestFinished(() => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  });
  return { ...slack, url: `http://127.0.0.1:${slack.port}/api`, acks, send: (envelope: unknown) => send(envelope) };
}

/** An X without rate-limit headers, extensions or extras. */
export async function leastX(posts: readonly Readonly<Record<string, unknown>>[]) {
  let next = 900;
  const x = await listen((name, body) => {
    if (name === '/2/users/me') return { data: { id: '1', name: 'Us', username: 'us' } };
    if (name === '/2/users/1/mentions')
      return { data: posts, meta: { result_count: posts.length, newest_id: posts[0]?.id } };
    if (name === '/2/users/1/tweets') return { meta: { result_count: 0 } };
    if (name === '/2/tweets') {
      next += 1;
      return { data: { id: String(next), text: body.text } };
    }
    return { title: 'Not Found', status: 404 };
  });
  return { ...x, url: `http://127.0.0.1:${x.port}` };
}
