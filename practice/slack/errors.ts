import type { z } from 'zod';

/** An answer `{ok: false}`: Slack's error code and, where Slack says more, its messages and further fields. */
export class SlackError extends Error {
  readonly code: string;
  readonly messages: string[];
  readonly fields: Record<string, unknown>;

  constructor(code: string, messages: string | string[] = [], fields: Record<string, unknown> = {}) {
    const list = typeof messages === 'string' ? [messages] : messages;
    super([code, ...list].join(': '));
    this.code = code;
    this.messages = list;
    this.fields = fields;
  }
}

function pointer(path: readonly PropertyKey[]): string {
  return `[json-pointer:/${path.map(String).join('/')}]`;
}

function reason(issue: z.core.$ZodIssue, path: PropertyKey[]): string {
  switch (issue.code) {
    case 'too_big':
      if (issue.origin === 'array') return `no more than ${issue.maximum} items allowed ${pointer(path)}`;
      if (issue.origin === 'string')
        return `must be less than ${Number(issue.maximum) + 1} characters ${pointer(path)}`;
      return `must be at most ${issue.maximum} ${pointer(path)}`;
    case 'too_small':
      if (issue.origin === 'array') return `no less than ${issue.minimum} items allowed ${pointer(path)}`;
      if (issue.origin === 'string')
        return `must be more than ${Number(issue.minimum) - 1} characters ${pointer(path)}`;
      return `must be at least ${issue.minimum} ${pointer(path)}`;
    case 'unrecognized_keys':
      return `invalid additional property: ${issue.keys.join(', ')} ${pointer(path)}`;
    case 'invalid_union':
      return `unsupported type: ${JSON.stringify(issue.input)} ${pointer(path)}`;
    case 'invalid_type':
      if (issue.input === undefined)
        return `missing required field: ${String(path.at(-1))} ${pointer(path.slice(0, -1))}`;
      return `must be a ${issue.expected} ${pointer(path)}`;
    case 'invalid_value':
      if (issue.input === undefined)
        return `missing required field: ${String(path.at(-1))} ${pointer(path.slice(0, -1))}`;
      return `must be a valid enum value (${issue.values.map(String).join(', ')}) ${pointer(path)}`;
    default:
      return `${issue.message} ${pointer(path)}`;
  }
}

/** The reasons of a failed parse in the words that Slack uses for them, each with the place it speaks of. */
export function slackReasons(error: z.ZodError, at: PropertyKey[] = []): string[] {
  return error.issues.map((issue) => reason(issue, [...at, ...issue.path]));
}
