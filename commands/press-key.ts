import { createHash } from 'node:crypto';

/** What most presses lack. */
export const NOTHING = {
  triggerId: null,
  channel: null,
  messageTs: null,
  threadTs: null,
  value: null,
  values: {},
  view: null,
  text: '',
  responseUrl: null,
} as const;

/** Short, because aggregates keep the keys of the presses that changed them. */
export function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22);
}
