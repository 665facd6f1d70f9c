import { recorded } from './history.ts';
import type { UserId } from './instant.ts';
import type { Publisher } from './publishing.ts';

/** An incident of which nothing became public is over with its first word; anything else stays as it is. */
export function overIfUnspoken(state: Publisher, by: UserId, now: Date): Publisher {
  if (state.type !== 'incident' || state.publications.some(({ status }) => status !== 'undone')) return state;
  const over = { ...state, status: 'resolved', resolvedAt: now.toISOString(), remindAt: null } as const;
  return recorded(over, now, by, 'resolved');
}
