import { SlackError } from './errors.ts';
import type { Answer, Context } from './method.ts';
import { METHODS } from './methods/index.ts';
import type { Rates } from './rates.ts';
import { requireScope } from './require-scope.ts';

export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: Answer;
}

const JSON_FIELDS = ['blocks', 'view', 'metadata', 'attachments', 'files'];

/** A request's arguments for the record: without its token, and with what a form carries as JSON read. */
function recorded(args: Record<string, unknown>): Record<string, unknown> {
  const { token: _token, ...rest } = args;
  for (const field of JSON_FIELDS) {
    const value = rest[field];
    if (typeof value !== 'string') continue;
    try {
      rest[field] = JSON.parse(value);
    } catch {
      // Not JSON: kept as it came, and refused by the method.
    }
  }
  return rest;
}

/** @throws SlackError when the token is not the one that this kind of method takes. */
function checkToken({ state }: Context, token: string | undefined, wanted: 'bot' | 'app'): void {
  const { tokens } = state;
  if (!token) throw new SlackError('not_authed');
  if (token !== tokens.bot && token !== tokens.app) throw new SlackError('invalid_auth');
  if (tokens.revoked.has(token)) throw new SlackError('token_revoked');
  if (token !== tokens[wanted]) throw new SlackError('not_allowed_token_type');
}

/** Answers Web API calls: token, scope, rate, arguments, effect. */
export function createWebApi(deps: { context: Context; rates: Rates; keepRequests: boolean }) {
  const { context, rates } = deps;
  const { state } = context;

  function reject(methodName: string, error: SlackError, rateLimited = false) {
    const rejection = {
      method: methodName,
      error: error.code,
      detail: error.messages.join('; '),
      at: state.clock.now(),
      rateLimited,
    };
    state.rejections.push(rejection);
    state.changed({ kind: 'rejected', rejection });
  }

  function run(methodName: string, args: Record<string, unknown>, token: string | undefined): Reply {
    const method = METHODS.get(methodName);
    if (!method) throw new SlackError('unknown_method', methodName);
    checkToken(context, token, method.token);
    if (method.scope !== undefined) requireScope(state, method.scope);
    const wait = rates.retryAfterSeconds(methodName, args);
    if (wait !== undefined) {
      reject(methodName, new SlackError('ratelimited', `${String(args.channel)}: ${wait} s`), true);
      return { status: 429, headers: { 'retry-after': String(wait) }, body: { ok: false, error: 'ratelimited' } };
    }
    return { status: 200, headers: {}, body: { ok: true, ...method.call(context, args) } };
  }

  return {
    reject,
    call(methodName: string, args: Record<string, unknown>, bearer: string | undefined): Reply {
      if (deps.keepRequests) state.requests.push({ method: methodName, args: recorded(args), at: state.clock.now() });
      const token = bearer ?? (typeof args.token === 'string' ? args.token : undefined);
      const reply = answer(methodName, args, token);
      state.changed({ kind: 'requested', method: methodName });
      return { ...reply, headers: { ...reply.headers, 'x-oauth-scopes': [...state.scopes].join(',') } };
    },
  };

  function answer(methodName: string, args: Record<string, unknown>, token: string | undefined): Reply {
    try {
      return run(methodName, args, token);
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      reject(methodName, error);
      const { messages } = error;
      const said = messages.filter((each) => each.startsWith('[ERROR]'));
      const reasons =
        said.length > 0
          ? { errors: said.map((each) => each.replace('[ERROR] ', '')), response_metadata: { messages: said } }
          : {};
      return { status: 200, headers: {}, body: { ok: false, error: error.code, ...reasons, ...error.fields } };
    }
  }
}

export type WebApi = ReturnType<typeof createWebApi>;
