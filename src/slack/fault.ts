import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { z } from 'zod';
import type { Fault, SlackFaultCode } from '../desk/fault.ts';
import { SECOND_MS } from '../desk/instant.ts';

/** Whether doing a call twice `doubles` something (a post) or is `harmless` (an update, a reading). */
export type Twice = 'doubles' | 'harmless';

const CODES: Readonly<Record<SlackFaultCode, readonly string[]>> = {
  'not-in-channel': ['not_in_channel', 'channel_not_found'],
  archived: ['is_archived', 'is_inactive'],
  'scope-missing': ['missing_scope', 'no_permission'],
  'person-gone': ['user_disabled', 'user_not_found', 'users_not_found'],
  // The second: what a deleted message with a thread leaves behind, or the card of an app that was installed anew. The
  // third: the message under which something was to stand.
  'message-gone': ['message_not_found', 'cant_update_message', 'thread_not_found'],
  'blocks-refused': [
    'invalid_blocks',
    'invalid_blocks_format',
    'msg_blocks_too_long',
    'msg_too_long',
    'no_text',
    'invalid_attachments',
    'attachment_payload_limit_exceeded',
  ],
  revoked: [
    'token_revoked',
    'token_expired',
    'invalid_auth',
    'account_inactive',
    'not_authed',
    'team_disabled',
    'user_removed_from_team',
  ],
  'slack-refused': [],
};

const FAULT_CODES = [
  'not-in-channel',
  'archived',
  'scope-missing',
  'person-gone',
  'message-gone',
  'blocks-refused',
  'revoked',
] as const satisfies readonly SlackFaultCode[];

/** Slack's own trouble: it says itself that part of the work may be done. */
const TROUBLE = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'team_added_to_org'];
const LIMITED = ['ratelimited', 'rate_limited'];

/** The connection was never made, so the request was surely not sent. */
const NOT_SENT = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_INVALID_URL',
];

const systemError = z.object({ code: z.string(), syscall: z.string().optional() });
const withCause = z.object({ cause: z.unknown() });
const several = z.object({ errors: z.array(z.unknown()).min(1) });

/** What a failed call of the Web client means for its caller. Texts name Slack's code and reasons, nothing of ours. */
export function toFault(error: unknown, twice: Twice): Fault {
  if (error instanceof WebAPIRateLimitedError) return limited(error.retryAfter);
  if (error instanceof WebAPIPlatformError) return refusedBySlack(error, twice);
  if (error instanceof WebAPIHTTPError) {
    const why = `Slack answered with HTTP ${error.statusCode}`;
    return error.statusCode >= 500 ? maybeDone(why, twice) : { act: 'retry', afterMs: 0, limited: false, why };
  }
  if (error instanceof WebAPIRequestError) {
    const { original } = error;
    if (wasNotSent(original)) {
      return { act: 'retry', afterMs: 0, limited: false, why: `Slack can't be reached: ${codeOf(original)}` };
    }
    return maybeDone(`the connection to Slack broke off: ${codeOf(original)}`, twice);
  }
  // The Web client's plain error for a 429 without a usable Retry-After.
  if (error instanceof Error && error.message.startsWith('Retry header')) return limited(1);
  return maybeDone(`the call to Slack broke off: ${codeOf(error)}`, twice);
}

/** Slack's own error code, if it answered with one. */
export function errorCode(error: unknown): string | null {
  return error instanceof WebAPIPlatformError ? error.data.error : null;
}

function refusedBySlack(error: WebAPIPlatformError, twice: Twice): Fault {
  const { error: code, response_metadata: metadata } = error.data;
  if (!/^[a-z0-9_.:-]{1,80}$/i.test(code)) return maybeDone('Slack answered with something that is not JSON', twice);
  if (LIMITED.includes(code)) return limited(metadata?.retryAfter ?? 1);
  if (TROUBLE.includes(code)) return maybeDone(`Slack says ${code}`, twice);
  const needed = z.object({ needed: z.string() }).safeParse(error.data);
  const scopes = needed.success ? [`needs ${needed.data.needed}`] : [];
  const reasons = metadata?.messages ?? [];
  const said = (parts: readonly string[]) => [`Slack says ${code}`, ...parts, ...scopes].join('; ').slice(0, 500);
  return { act: 'give-up', code: faultCode(code), why: said(reasons), logged: said(reasons.flatMap(placesIn)) };
}

/** Where in our blocks something is wrong; the rest of a reason may repeat what stands there. */
function placesIn(reason: string): readonly string[] {
  return reason.match(/\[json-pointer:[\w/.-]{1,120}\]/g) ?? [];
}

function faultCode(code: string): SlackFaultCode {
  const known = FAULT_CODES.find((one) => CODES[one].includes(code));
  return known ?? 'slack-refused';
}

function limited(seconds: number): Fault {
  return { act: 'retry', afterMs: seconds * SECOND_MS, limited: true, why: `Slack asks to wait for ${seconds} s` };
}

function maybeDone(why: string, twice: Twice): Fault {
  return twice === 'doubles' ? { act: 'unclear', why } : { act: 'retry', afterMs: 0, limited: false, why };
}

/** Node's fetch hides the system's error in `cause`, and tries several addresses of one name. */
function wasNotSent(error: unknown): boolean {
  const tried = several.safeParse(error);
  if (tried.success) return tried.data.errors.every(wasNotSent);
  const system = systemError.safeParse(error);
  if (system.success && NOT_SENT.includes(system.data.code)) {
    const { syscall } = system.data;
    return syscall === undefined || syscall === 'connect' || syscall === 'getaddrinfo';
  }
  const wrapped = withCause.safeParse(error);
  return wrapped.success && wrapped.data.cause !== undefined && wasNotSent(wrapped.data.cause);
}

function codeOf(error: unknown): string {
  const wrapped = withCause.safeParse(error);
  if (wrapped.success && wrapped.data.cause !== undefined) return codeOf(wrapped.data.cause);
  const system = systemError.safeParse(error);
  if (system.success) return system.data.code;
  return error instanceof Error ? error.name : 'unknown error';
}
