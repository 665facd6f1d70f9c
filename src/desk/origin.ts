import type { HistoryEntry } from './publication.ts';
import type { Aggregate } from './ref.ts';

/** The three ways into the house, and the way out: of a press, which sort of it. */
export type Way =
  | 'command'
  | 'action'
  | 'form'
  | 'closed'
  | 'shortcut'
  | 'event'
  | 'network'
  | 'clock'
  | 'effect'
  | 'shell';

/** Where a line of a history came from. */
export interface Origin {
  readonly way: Way;
  /** The command, or the id of the button or form; empty where the way says all. */
  readonly name: string;
}

/**
 * The state with its new lines signed: where they came from is known at the way in, so that no decision has to pass it on.
 * A line keeps the origin that it has.
 * @param before null for what was just created
 */
export function signed<S extends Aggregate>(state: S, before: Aggregate | null, from: Origin): S {
  if (!hasHistory(state)) return state;
  const known = before !== null && hasHistory(before) ? before.history.length : 0;
  if (state.history.length <= known) return state;
  const history = state.history.map((entry, index) =>
    index < known || entry.from !== undefined ? entry : { ...entry, from },
  );
  return { ...state, history };
}

function hasHistory<S extends Aggregate>(state: S): state is S & { readonly history: readonly HistoryEntry[] } {
  return 'history' in state;
}
