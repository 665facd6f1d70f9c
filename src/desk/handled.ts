/** How many keys an aggregate remembers; Slack redelivers within minutes, an aggregate sees few presses in that time. */
const REMEMBERED = 300;

interface Handling {
  readonly handled: readonly string[];
}

export function wasHandled(state: Handling, key: string): boolean {
  return state.handled.includes(key);
}

/** The state with the key remembered, so that the same press or news is handled once. */
export function remember<S extends Handling>(state: S, key: string): S {
  return { ...state, handled: [...state.handled, key].slice(-REMEMBERED) };
}
