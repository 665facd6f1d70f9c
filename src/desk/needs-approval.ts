import type { Desk } from './desk.ts';
import type { Incident } from './incident.ts';
import type { Instant, UserId } from './instant.ts';
import type { Mention } from './mention.ts';
import type { Purpose } from './publication.ts';

/** What is known of somebody who writes for the public; see commands/writer.ts. */
export interface Writer {
  /** A guest or of another company; `trusted` once a lead lets their texts go out as anybody's. */
  readonly guest: 'trusted' | 'untrusted' | null;
  /** Too few replies of theirs are public yet, by the team's settings. */
  readonly isNewcomer: boolean;
}

export const ONE_OF_US: Writer = { guest: null, isNewcomer: false };

/** Why a text waits for a second person. */
export type ApprovalCause = 'guest' | 'incident' | 'apology' | 'newcomer';

/** Why a text waits, or waited, for a second person, and which leads heard that nobody looked at it. */
export interface Approval {
  readonly why: ApprovalCause;
  readonly told: readonly UserId[];
  /** When the next lead hears of it; null of a post that continues another, and when there is nobody left. */
  readonly nextAt: Instant | null;
}

/**
 * Why a text of ours goes out only after a second person's press; null where it needs none. An apology that everybody
 * reads always does, and a guest's text until a lead trusts them; the rest is up to the team.
 */
export function approvalCause(
  state: Mention | Incident,
  purpose: Purpose,
  writer: Writer,
  { settings: { approval } }: Desk,
): ApprovalCause | null {
  if (writer.guest === 'untrusted') return 'guest';
  if (state.type === 'incident') {
    if (purpose === 'apology') return 'apology';
    return approval.incidents ? 'incident' : null;
  }
  if (purpose === 'apology' && approval.apologies) return 'apology';
  return writer.isNewcomer ? 'newcomer' : null;
}
