import type { Desk } from './desk.ts';
import type { Incident } from './incident.ts';
import type { Mention } from './mention.ts';
import type { Purpose } from './publication.ts';

/** Whether a text of ours goes out only after a second person's press: an apology that everybody reads. */
export function needsApproval(state: Mention | Incident, purpose: Purpose, _desk: Desk): boolean {
  return state.type === 'incident' && purpose === 'apology';
}
