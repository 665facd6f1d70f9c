import { namesOf } from './checks/index.ts';
import type { Check, Warning } from './checks/warning.ts';
import { recorded } from './history.ts';
import type { UserId } from './instant.ts';
import type { HistoryEntry, Publication } from './publication.ts';

/** The history says which warnings a text went out against; nothing where it had none. */
export function sentAgainst<S extends { readonly history: readonly HistoryEntry[] }>(
  state: S,
  warnings: readonly Warning[],
  by: UserId,
  now: Date,
): S {
  const against = namesOf(warnings);
  return against === '' ? state : recorded(state, now, by, 'warned-sent', against);
}

/** Whether this text was sent against that warning: its sender was told of it then, and went on. */
export function wentAgainst(
  { history }: { readonly history: readonly HistoryEntry[] },
  { by, pressedAt }: Pick<Publication, 'by' | 'pressedAt'>,
  check: Check,
): boolean {
  return history.some((line) => line.by === by && line.at === pressedAt && wasAgainst(line, check));
}

/** Whether a line of a history says that. */
function wasAgainst({ did, text = '' }: Pick<HistoryEntry, 'did' | 'text'>, check: Check): boolean {
  return did === 'warned-sent' && text.split(', ').includes(check);
}
