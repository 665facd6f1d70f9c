import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFaults, delayOf, type Faults } from '../faults.ts';
import { createRoutes, type Route } from './calls.ts';
import { createCosts } from './costs.ts';
import { findOAuthFault, WRONG_TIME, type XKeys } from './oauth.ts';
import { CUT, type Outcome, withFault } from './outcome.ts';
import * as say from './problems.ts';
import { createRateLimits, type RateLimits } from './rate-limits.ts';
import { readBody } from './read-body.ts';
import { createSnowflakes } from './snowflake.ts';
import type { Seen } from './types.ts';
import { createUploads } from './uploads.ts';
import { createXWorld, type NewPerson, type XWorld } from './world.ts';

export interface PracticeX {
  /** `http://127.0.0.1:PORT`, once started. */
  readonly url: string;
  start(): Promise<void>;
  /** Cuts what is still open. */
  stop(): Promise<void>;
  world: XWorld;
  /** What the app needs to sign in as our account. */
  keys: XKeys;
  /** By `METHOD path`, as `POST /2/tweets` or `GET /2/users/:id/mentions`; `drop`, `duplicate` and `hold` do nothing here. */
  faults: Faults;
  limits: RateLimits;
  /** From now on every call is a 401, or works again. */
  setRevoked(revoked: boolean): void;
  /** From now on the token may only read, as one made before the app's permission was set. */
  setReadOnly(readOnly: boolean): void;
  /** From now on every call is a 402, or works again. */
  setOutOfCredits(out: boolean): void;
  /** The next answers to this call are cut off in the middle of their JSON; what they asked for happens. */
  garble(name: string, times?: number): void;
  /** From now on every call is refused because our account is suspended or locked, in these words; null: works again. */
  setBarred(why: string | null): void;
  /** X's clock runs ahead of the machine's by so much: it refuses what is signed more than five minutes off. */
  setClockAhead(ms: number): void;
  /** What this changes of an answer before it is sent: fields that are missing or new. Returns the way to stop it. */
  distort(name: string, change: (body: unknown) => unknown): () => void;
}

export interface PracticeXOptions {
  clock: { now(): Date };
  /** 0: any free port. */
  port?: number;
  log?: (line: string) => void;
  us?: NewPerson;
  /** Answers under this path only, as behind a proxy: `/x`. */
  basePath?: string;
}

interface State {
  url: string;
  revoked: boolean;
  outOfCredits: boolean;
  readOnly: boolean;
  barred: string | null;
  aheadMs: number;
}

const KEYS: XKeys = {
  apiKey: 'practice-api-key',
  apiSecret: 'practice-api-secret',
  accessToken: '1-practice-access-token',
  accessSecret: 'practice-access-secret',
};

/** A small X API v2 on localhost with its state in memory. It rejects what the real one rejects. */
export function createPracticeX(options: PracticeXOptions): PracticeX {
  const now = (): Date => options.clock.now();
  const { log = () => {}, basePath = '' } = options;
  const snowflakes = createSnowflakes();
  const us = options.us ?? { username: 'earshot', name: 'Earshot' };
  const world = createXWorld({ now, us, snowflakes, costs: createCosts(now) });
  const routes = createRoutes(world, createUploads(now, snowflakes), now);
  const limits = createRateLimits(now);
  const faults = createFaults();
  const garbled = new Map<string, number>();
  const distortions = new Map<string, (body: unknown) => unknown>();
  const state: State = { url: '', revoked: false, outOfCredits: false, readOnly: false, barred: null, aheadMs: 0 };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      log(`x: ${String(error)}`);
      response.destroy();
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', state.url);
    const method = request.method ?? 'GET';
    const path = url.pathname.startsWith(basePath) ? url.pathname.slice(basePath.length) : '';
    const query = url.searchParams;
    const body = await readBody(request);
    const found = match(routes, method, path);
    const call = found === undefined ? `${method} ${path}` : `${found.route.method} ${found.route.path}`;
    const fault = faults.take(call);
    const isLate = fault?.kind === 'late-answer';
    if (!isLate) await delayOf(fault);

    const { authorization } = request.headers;
    const signed = [`https://api.x.com${path}`, `${state.url}${url.pathname}`];
    const outcome = withFault(fault, now(), () => {
      if (found === undefined) return { ...say.noSuchPath(), headers: {}, why: 'no such endpoint' };
      const oauth = findOAuthFault({ method, authorization, query }, signed, KEYS, state.aheadMs);
      const told = answer(found.route, { method, path, ids: found.ids, query, body }, oauth);
      return { ...told, body: distortions.get(call)?.(told.body) ?? told.body };
    });
    if (isLate) await delayOf(fault);
    const { status, why = say.detailOf(outcome.body), ours = false } = outcome;
    note({ call, method, path, query, body, status, detail: why, at: now() }, ours);
    if (status === CUT) response.destroy();
    else
      send(
        response,
        isGarbled(call) ? withFault({ when: call, kind: 'garbled' }, now(), () => outcome) : outcome,
        date(),
      );
  }

  function isGarbled(call: string): boolean {
    const left = garbled.get(call) ?? 0;
    garbled.set(call, left - 1);
    return left > 0;
  }

  /** What X answers without a fault: who asks, whether they may, whether they may now, and the call itself. */
  function answer(route: Route, request: Parameters<Route['answer']>[0], oauth: string | undefined): Outcome {
    if (state.revoked) return { ...say.unauthorized(), headers: {}, ours: true, why: 'the token is revoked' };
    if (oauth === WRONG_TIME) return { ...say.unauthorized(), headers: {}, ours: true, why: oauth };
    if (oauth !== undefined) return { ...say.unauthorized(), headers: {}, why: oauth };
    const allowance = limits.take(route.call);
    if (!allowance.ok) return { ...say.tooManyRequests(), headers: allowance.headers };
    if (state.barred !== null) return { ...say.forbidden(state.barred), headers: allowance.headers, ours: true };
    if (state.outOfCredits) return { ...say.creditsDepleted(world.us.id), headers: allowance.headers, ours: true };
    const headers = { ...allowance.headers, 'x-access-level': state.readOnly ? 'read' : 'read-write' };
    if (state.readOnly && route.method !== 'GET') return { ...say.forbidden(say.READ_ONLY), headers, ours: true };
    return { ...route.answer(request), headers };
  }

  /** Of X's own clock. */
  function date(): string {
    return new Date(now().getTime() + state.aheadMs).toUTCString();
  }

  function note(seen: Seen, ours: boolean): void {
    world.requests.push(seen);
    if (seen.status >= 400 && !ours) world.rejections.push(seen);
    log(`x: ${seen.method} ${seen.path} ${seen.status} ${seen.detail}`);
    world.stir();
  }

  return {
    get url() {
      return `${state.url}${basePath}`;
    },
    async start() {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(options.port ?? 0, '127.0.0.1', resolve);
      });
      state.url = `http://127.0.0.1:${portOf(server.address())}`;
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
    world,
    keys: KEYS,
    faults,
    limits,
    setRevoked: (revoked) => {
      state.revoked = revoked;
    },
    setReadOnly: (readOnly) => {
      state.readOnly = readOnly;
    },
    setOutOfCredits: (out) => {
      state.outOfCredits = out;
    },
    garble: (name, times = 1) => {
      garbled.set(name, times);
    },
    setBarred: (why) => {
      state.barred = why;
    },
    setClockAhead: (ms) => {
      state.aheadMs = ms;
    },
    distort(name, change) {
      distortions.set(name, change);
      return () => void distortions.delete(name);
    },
  };
}

/** The first route that fits; fixed names stand before `:id` in the table. */
function match(routes: Route[], method: string, path: string): { route: Route; ids: string[] } | undefined {
  for (const route of routes) {
    const found = new RegExp(`^${route.path.replaceAll(':id', '(\\d{1,19})')}$`).exec(path);
    if (route.method === method && found !== null) return { route, ids: found.slice(1) };
  }
  return undefined;
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('the practice X has no port');
  return address.port;
}

function send(response: ServerResponse, { status, body, headers, sent }: Outcome, date: string): void {
  const type = sent?.type ?? (status >= 400 ? 'application/problem+json' : 'application/json; charset=utf-8');
  response.writeHead(status, { 'content-type': type, date, ...headers });
  response.end(sent?.text ?? (body === '' ? '' : JSON.stringify(body)));
}
