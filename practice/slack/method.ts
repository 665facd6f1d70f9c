import { z } from 'zod';
import { SlackError, slackReasons } from './errors.ts';
import type { Messages } from './messages.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { State } from './state.ts';
import type { Triggers } from './triggers.ts';
import type { Views } from './views.ts';

/** What the methods work on. */
export interface Context {
  state: State;
  messages: Messages;
  views: Views;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  origin(): string;
  /** A fresh `ws://` address for Socket Mode. */
  socketUrl(): string;
}

export type Answer = Record<string, unknown>;

export interface Method {
  token: 'bot' | 'app';
  scope: string | undefined;
  call(context: Context, args: unknown): Answer;
}

/** A Web API method: its token, its scope, its arguments as zod reads them, what it does. */
export function method<S extends z.ZodType>(definition: {
  args: S;
  scope?: string;
  token?: 'bot' | 'app';
  run: (context: Context, args: z.output<S>) => Answer;
}): Method {
  return {
    token: definition.token ?? 'bot',
    scope: definition.scope,
    call(context, raw) {
      const parsed = definition.args.safeParse(raw, { reportInput: true });
      if (parsed.success) return definition.run(context, parsed.data);
      throw new SlackError(
        'invalid_arguments',
        slackReasons(parsed.error).map((each) => `[ERROR] ${each}`),
      );
    },
  };
}

/** Arguments arrive as form fields or as JSON: `true` and `"true"`, `5` and `"5"` mean the same. */
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0'])])
  .transform((value) => value === true || value === 'true' || value === '1')
  .optional();

export const count = z.coerce.number().int().min(1).max(1000).optional();

/** A JSON value that a form carries as a string. @throws SlackError `error` when it is no JSON. */
export function fromJson(value: unknown, error: string): unknown {
  if (typeof value !== 'string') return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return parsed;
  } catch {
    throw new SlackError(error);
  }
}

/** One page of a list; the cursor is opaque to the caller. @throws SlackError `invalid_cursor`. */
export function page<T>(items: T[], limit: number, cursor: string | undefined): { items: T[]; nextCursor: string } {
  const text = cursor ? Buffer.from(cursor, 'base64').toString() : 'from:0';
  const start = Number(/^from:(\d+)$/.exec(text)?.[1] ?? Number.NaN);
  if (Number.isNaN(start)) throw new SlackError('invalid_cursor');
  const end = start + limit;
  return {
    items: items.slice(start, end),
    nextCursor: end < items.length ? Buffer.from(`from:${end}`).toString('base64') : '',
  };
}
