import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Stage } from '../stage.ts';
import { createActs } from './acts.ts';
import { readBuilt } from './built-page.ts';
import { createCustomers } from './customers.ts';
import { createFeed } from './feed.ts';
import { createLook } from './look.ts';
import { readCommands } from './manifest-commands.ts';
import { parseAct } from './parse-act.ts';
import { findFile } from './shared-files.ts';
import { createSwitches } from './switches.ts';
import { createThings } from './things.ts';
import { createTime } from './time.ts';
import type { Done } from './wire.ts';

const HEARTBEAT_MS = 15_000;
const MOST_BODY = 100_000;
/** Nothing from elsewhere: what a customer writes can't load or run anything. The drawing of blocks styles inline. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface PageOptions {
  readonly stage: Stage;
  /** The folder that Vite built the page into. */
  readonly folder: string;
  /** The app's manifest, for its slash commands. */
  readonly manifest: string;
  /** How often the app reads the mentions. */
  readonly pollMs: number;
  /** Whether customers wrote already and things to try are shown. */
  readonly prepared: boolean;
  /** Default: any free one. */
  readonly port?: number;
}

export interface PracticePage {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves the page, tells it what changes in Slack and on X, and does what its visitor does. For this machine only. */
export async function openPage(options: PageOptions): Promise<PracticePage> {
  const { stage, folder, prepared } = options;
  if ((await readBuilt(folder, '/')) === undefined) {
    throw new Error(`The page is not built: ${folder} has no index.html. Run npm run build.`);
  }
  const commands = await readCommands(options.manifest);
  const customers = createCustomers(stage, stage.clock);
  const switches = createSwitches(stage);
  const things = createThings(stage, customers, options.pollMs);
  const time = createTime(stage.clock, () => feed.stir());
  const feed = createFeed(createLook({ stage, commands, switches, things, time }));
  const carryOut = createActs({ stage, commands, customers, switches, things, time });
  if (prepared) await things.prepare();
  const unhear = [stage.slack.workspace.on(() => feed.stir()), stage.x.world.on(() => feed.stir())];
  const streams = new Set<ServerResponse>();
  const heartbeat = setInterval(() => {
    for (const stream of streams) stream.write(':\n\n');
  }, HEARTBEAT_MS);
  heartbeat.unref();

  let host = '';
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => answer(response, 400, { ok: false, error: reasonOf(error) }));
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Another site's page can send requests here, under its own name or its own origin.
    const { host: asked, origin } = request.headers;
    if (asked !== host || (origin !== undefined && origin !== `http://${host}`)) {
      return answer(response, 403, { ok: false, error: `This page is only at http://${host}/` });
    }
    const path = new URL(request.url ?? '/', `http://${host}`).pathname;
    if (path === '/api/events') return stream(response);
    if (path === '/api/act' && request.method === 'POST') return act(request, response);
    if (path.startsWith('/api/file/')) return file(path.slice('/api/file/'.length), response);
    const built = await readBuilt(folder, path);
    if (built === undefined) return answer(response, 404, { ok: false, error: `There is no ${path}` });
    response.writeHead(200, {
      'content-type': built.type,
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    response.end(built.body);
  }

  /** Always to be saved, never shown: what is in it was written by somebody. */
  function file(id: string, response: ServerResponse): void {
    const found = findFile(stage, id);
    if (found === undefined) {
      answer(response, 404, { ok: false, error: 'This file is no longer there.' });
      return;
    }
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
    });
    response.end(found.bytes);
  }

  function stream(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const deafen = feed.listen((delta) => response.write(`data: ${delta}\n\n`));
    streams.add(response);
    response.on('close', () => {
      deafen();
      streams.delete(response);
    });
  }

  async function act(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const done = await carryOut(parseAct(await bodyOf(request)));
    feed.stir();
    answer(response, 200, done);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the practice page has no port');
  host = `127.0.0.1:${address.port}`;

  return {
    url: `http://${host}/`,
    async stop() {
      for (const stopHearing of unhear) stopHearing();
      clearInterval(heartbeat);
      feed.stop();
      for (const one of streams) one.end('event: end\ndata: {}\n\n');
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += String(chunk);
    if (body.length > MOST_BODY) throw new Error('That is too long.');
  }
  return body;
}

function answer(response: ServerResponse, status: number, done: Done): void {
  if (response.headersSent) return;
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(done));
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // zod's reasons come as a list; a visitor needs the first.
  const issues: unknown = Reflect.get(error, 'issues');
  const first: unknown = Array.isArray(issues) ? issues[0] : undefined;
  return typeof first === 'object' && first !== null && 'message' in first ? String(first.message) : error.message;
}
