import type { Deed } from './deed.ts';
import type { UserId } from './instant.ts';
import type { HistoryEntry } from './publication.ts';

/** The state with one more line in its append-only history. */
export function recorded<S extends { readonly history: readonly HistoryEntry[] }>(
  state: S,
  now: Date,
  by: UserId,
  did: Deed,
  text?: string,
  whom?: UserId,
): S {
  const entry: HistoryEntry = {
    at: now.toISOString(),
    by,
    did,
    ...(text === undefined || text === '' ? {} : { text }),
    ...(whom === undefined ? {} : { whom }),
  };
  return { ...state, history: [...state.history, entry] };
}

/** The name under which the app itself stands in a history. */
export const APP = 'earshot';
export const CUSTOMER = 'customer';
/** Whoever runs the server, at its command line. */
export const OPERATOR = 'operator';
/** Who answered on the network itself, where nobody sees which of us it was. */
export const ELSEWHERE = 'elsewhere';
