import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delayOf, type Fault, type Faults, firstHalf, GATEWAY_PAGE } from '../faults.ts';
import { SlackError } from './errors.ts';
import type { Context } from './method.ts';
import { respond } from './responses.ts';
import type { WebApi } from './web-api.ts';

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(request, 'end');
  return Buffer.concat(chunks);
}

/** The arguments of a call: a form, JSON or multipart body, and what the address carries. */
async function readArguments(request: IncomingMessage, url: URL): Promise<Record<string, unknown>> {
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  const inUrl = Object.fromEntries(url.searchParams);
  if (type.startsWith('application/json')) {
    const parsed: unknown = JSON.parse(body.toString() || '{}');
    return typeof parsed === 'object' ? { ...inUrl, ...parsed } : inUrl;
  }
  if (type.startsWith('multipart/')) {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    return { ...inUrl, ...Object.fromEntries(form) };
  }
  return { ...inUrl, ...Object.fromEntries(new URLSearchParams(body.toString())) };
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain' : 'application/json; charset=utf-8';
  response.writeHead(status, { 'content-type': type, ...headers }).end(text);
}

/** True when the fault already ended the call, before any effect. */
function endsBefore(fault: Fault | undefined, response: ServerResponse): boolean {
  switch (fault?.kind) {
    case 'cut-before':
      response.destroy();
      return true;
    case '429': {
      const header = { 'retry-after': String(fault.retryAfterSeconds ?? 1) };
      send(response, 429, { ok: false, error: 'ratelimited' }, fault.withoutHeader ? {} : header);
      return true;
    }
    case 'html':
      sendPage(response, 503);
      return true;
    case 'refuse':
      send(response, 200, { ok: false, error: fault.error ?? 'fatal_error' });
      return true;
    case '500':
      send(response, 500, 'internal server error');
      return true;
    default:
      return false;
  }
}

/** True when the fault hides the answer, after the effect. */
function hidesAnswer(fault: Fault | undefined, response: ServerResponse, body: unknown): boolean {
  switch (fault?.kind) {
    case 'cut-after':
      response.destroy();
      return true;
    case '500-after':
      send(response, 500, 'internal server error');
      return true;
    case 'html-after':
      sendPage(response, 200);
      return true;
    case 'garbled':
      send(response, 200, firstHalf(JSON.stringify(body)));
      return true;
    case 'empty':
      send(response, 200, '');
      return true;
    default:
      return false;
  }
}

function sendPage(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/html' }).end(GATEWAY_PAGE);
}

interface Done {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/**
 * HTTP on the loopback interface only: `/api/METHOD`, `/response/TOKEN`, `/upload/FILE`, `/files-pri/FILE`.
 * Faults are named after the method, or `response_url`, `files.upload` and `files.download`.
 */
export function createHttpServer(deps: { context: Context; webApi: WebApi; faults: Faults }) {
  const { context, webApi, faults } = deps;

  async function upload(request: IncomingMessage, id: string): Promise<{ status: number; body: string }> {
    const file = context.state.files.get(id);
    const raw = await readBody(request);
    const type = request.headers['content-type'] ?? '';
    const parts = type.startsWith('multipart/')
      ? [...(await new Response(raw, { headers: { 'content-type': type } }).formData()).values()]
      : [];
    const part = parts.find((each) => typeof each !== 'string');
    const bytes = part && typeof part !== 'string' ? Buffer.from(await part.arrayBuffer()) : raw;
    if (!file) return { status: 404, body: 'file_not_found' };
    if (bytes.length !== file.size) {
      webApi.reject('files.upload', new SlackError('length_mismatch', `${bytes.length} of ${file.size} bytes`));
      return { status: 400, body: 'length_mismatch' };
    }
    context.state.files.set(id, { ...file, bytes });
    return { status: 200, body: `OK - ${bytes.length}` };
  }

  async function answerUrl(request: IncomingMessage, token: string): Promise<{ status: number; body: string }> {
    try {
      const raw: unknown = JSON.parse((await readBody(request)).toString());
      respond(context, context.responseUrls.use(token), raw);
      return { status: 200, body: 'ok' };
    } catch (error) {
      const refusal = error instanceof SlackError ? error : new SlackError('invalid_payload', String(error));
      webApi.reject('response_url', refusal);
      return { status: refusal.code.endsWith('_url') ? 404 : 400, body: refusal.code };
    }
  }

  /** Slack shows its sign-in page to whoever has no token, or one without the scope. */
  async function privateFile(request: IncomingMessage, url: URL, response: ServerResponse): Promise<void> {
    const fault = faults.take('files.download');
    await delayOf(fault);
    if (endsBefore(fault, response)) return;
    const { tokens, scopes, files } = context.state;
    const isApp = request.headers.authorization === `Bearer ${tokens.bot}` && !tokens.revoked.has(tokens.bot);
    const file = files.get(url.pathname.split('/')[2] ?? '');
    if (!isApp || !scopes.has('files:read')) return send(response, 302, '', { location: '/?redir=files-pri' });
    if (file?.bytes === undefined) return send(response, 404, 'file_not_found');
    response.writeHead(200, { 'content-type': file.mimetype ?? 'application/octet-stream' }).end(file.bytes);
  }

  async function api(request: IncomingMessage, url: URL, name: string) {
    const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    return webApi.call(name, await readArguments(request, url), bearer);
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname.startsWith('/files-pri/')) return privateFile(request, url, response);
    const [, kind, name = ''] = /^\/(api|response|upload)\/(.+)$/.exec(url.pathname) ?? [];
    if (kind === undefined) return send(response, 404, 'not found');
    const fault = faults.take({ api: name, response: 'response_url', upload: 'files.upload' }[kind] ?? name);
    const isLate = fault?.kind === 'late-answer';
    if (!isLate) await delayOf(fault);
    if (endsBefore(fault, response)) return;
    const done = await perform(kind, name, request, url);
    if (isLate) await delayOf(fault);
    if (!hidesAnswer(fault, response, done.body)) send(response, done.status, done.body, done.headers);
  }

  async function perform(kind: string, name: string, request: IncomingMessage, url: URL): Promise<Done> {
    if (kind === 'api') return api(request, url, name);
    return kind === 'upload' ? upload(request, name) : answerUrl(request, name);
  }

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => send(response, 500, String(error)));
  });

  return {
    server,
    /** @param port 0 for any free one. */
    listen: (port: number): Promise<number> =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          const address: AddressInfo | string | null = server.address();
          resolve(address !== null && typeof address === 'object' ? address.port : port);
        });
      }),
    close: (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
