import { approvalWakes } from './approval-rounds.ts';
import type { Instant } from './instant.ts';
import type { Publication } from './publication.ts';
import { reactionsEndAt } from './reactions.ts';
import { waitsForPredecessor } from './series.ts';

/** When something becomes due of these texts: their expiry, the wait for a second person, the end of their reactions. */
export function publicationWakes(publications: readonly Publication[]): readonly (Instant | null)[] {
  return [...expiries(publications), ...approvalWakes(publications), ...publications.map(reactionsEndAt)];
}

/** One that waits for another post expires with that one. */
function expiries(publications: readonly Publication[]): readonly Instant[] {
  return publications
    .filter((one) => one.status === 'waiting' && !waitsForPredecessor(publications, one))
    .map(({ expiresAt }) => expiresAt);
}
