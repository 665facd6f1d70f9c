import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Ack, Envelope, Transport } from './delivery.ts';
import { LIFETIMES } from './limits.ts';
import type { State } from './state.ts';

const acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

/** Slack asks its clients for a sign of life about this often. */
const PING_MS = 10_000;
/** Slack closes a connection some seconds after it has said so. */
const LEAVING_MS = 10_000;
/** How long a client has to answer a close before its connection is cut. */
const GOODBYE_MS = 250;

/** What came over the socket; undefined for what is no JSON, which Slack ignores. */
function readJson(data: RawData): unknown {
  const bytes = Array.isArray(data)
    ? Buffer.concat(data)
    : Buffer.from(data instanceof ArrayBuffer ? new Uint8Array(data) : data);
  try {
    const parsed: unknown = JSON.parse(bytes.toString());
    return parsed;
  } catch {
    return undefined;
  }
}

async function hangUp(socket: WebSocket): Promise<void> {
  const closed = once(socket, 'close');
  const cut = setTimeout(() => socket.terminate(), GOODBYE_MS);
  socket.close(1001);
  await closed;
  clearTimeout(cut);
}

interface Pending {
  text: string;
  /** The socket on which it went out, and on which alone it is acknowledged. */
  via: WebSocket | null;
  settle(ack: Ack | undefined): void;
}

/** Socket Mode: tickets from `apps.connections.open`, several sockets at once, each envelope to one of them. */
export function createSockets(state: State, random: () => number) {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const sockets = new Set<WebSocket>();
  const pending = new Map<string, Pending>();
  /** Asked to go: they get nothing new, but what was sent on them may still be acknowledged there. */
  const leaving = new WeakSet<WebSocket>();
  const pings = setInterval(() => {
    for (const socket of sockets) socket.ping();
  }, PING_MS);
  pings.unref();

  function flush(entry: Pending) {
    const open = [...sockets].filter((socket) => socket.readyState === socket.OPEN && !leaving.has(socket));
    const socket = open[Math.floor(random() * open.length)];
    if (!socket || entry.via !== null) return;
    entry.via = socket;
    socket.send(entry.text);
  }

  function opened(socket: WebSocket) {
    sockets.add(socket);
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      sockets.delete(socket);
      state.changed({ kind: 'socket_closed' });
    });
    socket.on('message', (data) => {
      const parsed = acknowledgement.safeParse(readJson(data));
      const entry = parsed.success ? pending.get(parsed.data.envelope_id) : undefined;
      if (entry?.via === socket) entry.settle({ payload: parsed.data?.payload });
    });
    const hello = {
      type: 'hello',
      num_connections: sockets.size,
      connection_info: { app_id: state.app.id },
      debug_info: { host: 'practice', approximate_connection_time: 3600 },
    };
    socket.send(JSON.stringify(hello));
    state.changed({ kind: 'socket_opened' });
    for (const entry of pending.values()) flush(entry);
  }

  const transport: Transport = {
    send(envelope: Envelope, attempt: number) {
      const id = state.newId('E');
      const message = {
        envelope_id: id,
        type: envelope.type,
        payload: envelope.payload,
        accepts_response_payload: envelope.acceptsResponse,
        ...(attempt > 0 ? { retry_attempt: attempt, retry_reason: 'timeout' } : {}),
      };
      return new Promise((resolve) => {
        const timer = setTimeout(() => entry.settle(undefined), LIFETIMES.ackMs);
        const entry: Pending = {
          text: JSON.stringify(message),
          via: null,
          settle(ack) {
            clearTimeout(timer);
            pending.delete(id);
            resolve(ack);
          },
        };
        pending.set(id, entry);
        flush(entry);
      });
    },
    connected: () => sockets.size > 0,
    async stop() {
      clearInterval(pings);
      for (const entry of pending.values()) entry.settle(undefined);
      await Promise.all([...sockets].map(hangUp));
      server.close();
    },
  };

  return {
    transport,
    url(origin: string): string {
      const ticket = state.newId('');
      tickets.add(ticket);
      return `${origin.replace('http:', 'ws:')}/link/?ticket=${ticket}&app_id=${state.app.id}`;
    },
    attach(http: Server) {
      http.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
        const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
        if (!tickets.delete(ticket)) {
          stream.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
          return;
        }
        server.handleUpgrade(request, stream, head, opened);
      });
    },
    /** As Slack does when it recycles a connection: it says so first. */
    disconnect: (reason: 'refresh_requested' | 'warning' | 'link_disabled' = 'refresh_requested') => {
      for (const socket of sockets) {
        leaving.add(socket);
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }));
        setTimeout(() => socket.close(1001), LEAVING_MS).unref();
      }
    },
    /** As a broken network does: without a word. */
    cut: () => {
      for (const socket of sockets) socket.terminate();
    },
    count: () => sockets.size,
  };
}

export type Sockets = ReturnType<typeof createSockets>;
