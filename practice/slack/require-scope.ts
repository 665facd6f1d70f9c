import { SlackError } from './errors.ts';
import type { State } from './state.ts';

/** @throws SlackError `missing_scope`, with what is needed and what is there. */
export function requireScope(state: State, scope: string): void {
  if (state.scopes.has(scope)) return;
  throw new SlackError('missing_scope', [], { needed: scope, provided: [...state.scopes].join(',') });
}
