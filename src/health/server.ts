import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { z } from 'zod';
import { SECOND_MS } from '../desk/instant.ts';

/** An address of this machine. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

interface ServerDeps extends Address {
  /** What each path answers. */
  readonly pages: Readonly<Record<string, () => Promise<Answer>>>;
  readonly log: Logger;
}

export interface AdminServer {
  /** @throws Error that names the variable to correct. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Somebody who holds a connection open without asking keeps nobody else out. */
const PATIENCE_MS = 5 * SECOND_MS;
const MOST_CONNECTIONS = 50;

/** A few pages over HTTP, for machines that look after this one. It answers GET alone and reads no body. */
export function createAdminServer({ host, port, pages, log }: ServerDeps): AdminServer {
  const server = createServer({ requestTimeout: PATIENCE_MS, headersTimeout: PATIENCE_MS }, (request, response) => {
    void answer(request).then((page) => send(response, page));
  });
  server.maxConnections = MOST_CONNECTIONS;

  async function answer({ method, url = '' }: IncomingMessage): Promise<Answer> {
    const path = url.split('?', 1)[0] ?? '';
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    if (page === undefined) return plain(404, `${Object.keys(pages).join(', ')} are here`);
    if (method !== 'GET') return plain(405, 'GET only');
    try {
      return await page();
    } catch (error) {
      log.error({ err: error, path }, 'health: a page could not be made');
      return plain(500, 'see the log');
    }
  }

  return {
    start: () =>
      new Promise((resolve, reject) => {
        // Later ones concern a single connection, or come when there is nobody left to tell.
        server.on('error', (error) => {
          log.warn({ err: error }, 'health: the port for health and metrics had a fault');
          reject(startFault(error, { host, port }));
        });
        server.listen({ host, port, exclusive: true }, resolve);
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function plain(status: number, text: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: `${text}\n` };
}

export function json(status: number, value: unknown): Answer {
  return { status, type: 'application/json; charset=utf-8', body: `${JSON.stringify(value)}\n` };
}

function send(response: ServerResponse, { status, type, body }: Answer): void {
  const headers = { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  response.writeHead(status, status === 405 ? { ...headers, allow: 'GET' } : headers);
  response.end(body);
}

const systemError = z.object({ code: z.string() });

/** Why a port can't be opened, with the remedy; the doctor says the same. */
export function startFault(error: unknown, { host, port }: Address): Error {
  const code = systemError.safeParse(error).data?.code ?? (error instanceof Error ? error.message : String(error));
  return new Error(reasonOf(code, host, port), { cause: error });
}

function reasonOf(code: string, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `ADMIN_PORT ${port} is taken on ${host}: stop what listens there, or set another ADMIN_PORT.`;
    case 'EACCES':
      return `ADMIN_PORT ${port} may not be opened by this user: set one above 1023, such as 9464.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return `ADMIN_HOST ${host} is no address of this machine: leave it out for 127.0.0.1, or set one of its own.`;
    default:
      return `ADMIN_PORT ${port} can’t be opened on ${host}: ${code}.`;
  }
}
