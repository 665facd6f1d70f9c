import { TwitterApi, type TwitterResponse } from 'twitter-api-v2';
import { CallFault } from '../../desk/fault.ts';
import { routeTo, X_ADDRESS } from './address.ts';
import { type Bill, UNBILLED } from './bill.ts';
import { type Repeatable, toCallFault } from './faults.ts';
import { createRateGate, type RateWindow } from './rate-gate.ts';

export interface XClientConfig {
  apiKey: string;
  apiSecret: string;
  accessToken: string;
  accessSecret: string;
  /** Default: X's own. Another address may be http or https and have a path. */
  apiUrl?: string;
  /** Silence after which a call counts as ended; default 10 s. */
  timeoutMs?: number;
}

/** The part of a pino logger that is used; it is given calls and outcomes, never headers, bodies or customers' words. */
export interface XLog {
  debug(fields: object, text: string): void;
  warn(fields: object, text: string): void;
}

export type Query = Record<string, string | number>;

/** An answer with what its headers say. */
export interface XAnswer {
  readonly data: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly limit: (RateWindow & { readonly limit: number }) | null;
}

/** X API v2 as plain calls: one try each, its rate limit obeyed, every failure a `CallFault`. Answers are unparsed. */
export interface XClient {
  /** @param call names the rate limit that this one counts against: `GET users/:id/mentions` */
  get(call: string, path: string, query?: Query): Promise<unknown>;
  post(call: string, path: string, body: object): Promise<unknown>;
  put(call: string, path: string, body: object): Promise<unknown>;
  /** A post that may be repeated and takes its time: of a picture. */
  upload(call: string, path: string, body: object): Promise<unknown>;
  delete(call: string, path: string): Promise<unknown>;
}

/** The same, for the doctor. */
export interface LookingXClient extends XClient {
  /** As `get`, with what X says beside the answer. */
  look(call: string, path: string, query?: Query): Promise<XAnswer>;
}

const TIMEOUT_MS = 10_000;
/** Five megabytes over a slow line. */
const UPLOAD_TIMEOUT_MS = 60_000;

/** @param bill hears of every call that X took; without one nobody does */
export function createXClient(
  config: XClientConfig,
  now: () => Date,
  log: XLog,
  bill: Bill = UNBILLED,
): LookingXClient {
  const { apiKey, apiSecret, accessToken, accessSecret, apiUrl = X_ADDRESS, timeoutMs = TIMEOUT_MS } = config;
  const { agent, plugins } = routeTo(apiUrl);
  const { v2 } = new TwitterApi(
    { appKey: apiKey, appSecret: apiSecret, accessToken, accessSecret },
    { httpAgent: agent, plugins },
  );
  const gate = createRateGate(now);
  const options = { fullResponse: true, timeout: timeoutMs } as const;

  async function once(
    call: string,
    repeatable: Repeatable,
    send: () => Promise<TwitterResponse<unknown>>,
  ): Promise<XAnswer> {
    gate.pass(call);
    try {
      const answer = await send();
      gate.saw(call, answer.rateLimit);
      log.debug({ call }, 'X answered');
      return { data: answer.data, headers: answer.headers, limit: answer.rateLimit ?? null };
    } catch (error) {
      const failed = toCallFault(error, call, repeatable, { gate, now });
      log.warn({ call, fault: failed.fault }, 'a call to X failed');
      throw failed;
    }
  }

  return {
    look,
    get: async (call, path, query) => (await look(call, path, query)).data,
    async post(call, path, body) {
      try {
        const { data } = await once(call, 'once', () => v2.post<unknown>(path, body, options));
        bill.wrote(call, body, data);
        return data;
      } catch (error) {
        if (error instanceof CallFault && error.fault.act === 'unclear') bill.wrote(call, body, null);
        throw error;
      }
    },
    put: async (call, path, body) => (await once(call, 'again', () => v2.put<unknown>(path, body, options))).data,
    async upload(call, path, body) {
      const slow = { ...options, timeout: Math.max(timeoutMs, UPLOAD_TIMEOUT_MS) };
      return (await once(call, 'again', () => v2.post<unknown>(path, body, slow))).data;
    },
    async delete(call, path) {
      const { data } = await once(call, 'again', () => v2.delete<unknown>(path, undefined, options));
      bill.wrote(call, null, data);
      return data;
    },
  };

  async function look(call: string, path: string, query: Query = {}): Promise<XAnswer> {
    const answer = await once(call, 'again', () => v2.get<unknown>(path, query, options));
    bill.read(call, answer.data);
    return answer;
  }
}
