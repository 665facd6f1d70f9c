import { ApiPartialResponseError, ApiRequestError, ApiResponseError } from 'twitter-api-v2';
import { z } from 'zod';
import { CallFault } from '../../desk/fault.ts';
import type { RateGate } from './rate-gate.ts';
import { readRefusal } from './refusal.ts';

/** `once`: doing it twice would be seen, so an unknown end is unclear. `again`: reads, and deleting. */
export type Repeatable = 'once' | 'again';

const SOON_MS = 15_000;

/** The connection was never made, so nothing was sent. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);
const BEFORE_SENDING = new Set(['connect', 'getaddrinfo']);

/** X refuses what is signed more than five minutes off, with a bare 401 like any other; a minute is surely no chance. */
const NOTABLE_SKEW_MS = 60_000;

/** Any error of the X client as what the caller should do. The cause is cut down to its words: the client's own carries the signed headers. */
export function toCallFault(
  error: unknown,
  call: string,
  repeatable: Repeatable,
  { gate, now }: { readonly gate: RateGate; readonly now: () => Date },
): CallFault {
  if (error instanceof CallFault) return error;
  const cause = bare(error);
  if (error instanceof ApiResponseError) {
    return fromStatus({ status: error.code, body: error.data, headers: error.headers }, error.rateLimit);
  }
  if (error instanceof ApiPartialResponseError) {
    const { statusCode = 0, headers } = error.response;
    return statusCode >= 400 && statusCode < 500
      ? fromStatus({ status: statusCode, body: undefined, headers }, undefined)
      : unknownEnd('X’s answer broke off or could not be read');
  }
  if (error instanceof ApiRequestError) {
    const inner = connectionError(error);
    return neverSent(inner)
      ? new CallFault(
          { act: 'retry', afterMs: SOON_MS, limited: false, why: `X can not be reached: ${inner.message}` },
          cause,
        )
      : unknownEnd(`the connection to X ended without an answer: ${inner.message}`);
  }
  return unknownEnd(`the call to X failed: ${cause.message}`, `the call to X failed: ${cause.name}`);

  function unknownEnd(why: string, logged = why): CallFault {
    if (repeatable === 'once') return new CallFault({ act: 'unclear', why, logged }, cause);
    return new CallFault({ act: 'retry', afterMs: SOON_MS, limited: false, why, logged }, cause);
  }

  function fromStatus(
    answer: { status: number; body: unknown; headers: Record<string, unknown> },
    limit: ApiResponseError['rateLimit'],
  ): CallFault {
    if (answer.status === 429) {
      const afterMs = gate.refused(call, limit, secondsOf(answer.headers['retry-after']));
      return new CallFault({ act: 'retry', afterMs, limited: true, why: 'X’s rate limit is used up' }, cause);
    }
    gate.saw(call, limit);
    if (answer.status >= 500 || answer.status === 408) return unknownEnd(`X answered ${answer.status}`);
    const offMs = answer.status === 401 ? skewOf(answer.headers.date, now()) : 0;
    if (Math.abs(offMs) > NOTABLE_SKEW_MS) {
      return new CallFault({ act: 'give-up', code: 'clock-off', why: clockWords(offMs) }, cause);
    }
    const { code, detail } = readRefusal(answer.status, answer.body);
    const logged = `X refused with ${answer.status} (${code})`;
    return new CallFault({ act: 'give-up', code, why: detail, logged }, cause);
  }
}

const failedRequest = z.object({
  error: z.object({ message: z.string(), code: z.string().optional(), syscall: z.string().optional() }),
});
type ConnectionError = z.infer<typeof failedRequest>['error'];

/** `requestError` is where it should be, but in 1.29 that getter reads a name under which nothing was put. */
function connectionError(error: ApiRequestError): ConnectionError {
  const parsed = failedRequest.safeParse(Reflect.get(error, '_options'));
  return parsed.success ? parsed.data.error : { message: error.message };
}

function neverSent({ code = '', syscall = '' }: ConnectionError): boolean {
  return NEVER_SENT.has(code) || BEFORE_SENDING.has(syscall);
}

/** How far our clock is ahead of X's, by the date on its answer; 0 where it has none. */
function skewOf(date: unknown, now: Date): number {
  const theirs = typeof date === 'string' ? Date.parse(date) : Number.NaN;
  return Number.isNaN(theirs) ? 0 : now.getTime() - theirs;
}

/** In X's place: it says no more than "Unauthorized". */
function clockWords(offMs: number): string {
  const minutes = Math.round(Math.abs(offMs) / 60_000);
  const way = offMs > 0 ? 'ahead of' : 'behind';
  return `the clock of the machine is ${minutes} min ${way} X’s, and X refuses what is signed at a wrong time`;
}

function secondsOf(header: unknown): number | undefined {
  const seconds = typeof header === 'string' ? Number(header) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

/** An error with the words and the stack of another, and nothing else of it. */
function bare(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const copy = new Error(error.message);
  copy.name = error.name;
  if (error.stack !== undefined) copy.stack = error.stack;
  return copy;
}
