import { type Decision, decided, type Outcome, refused } from './decision.ts';
import type { DeskState } from './desk-state.ts';
import { PRIORITY, plan } from './effect.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import { type Instant, MINUTE_MS, type UserId } from './instant.ts';
import type { Press } from './press.ts';
import { channelRef } from './ref.ts';

/** Whether reports and exports name who worked: off until two leads want it, because works councils ask for this. */
export interface StaffNames {
  readonly on: boolean;
  /** The lead who wants them on, while a second one is still to agree. */
  readonly asked: { readonly by: UserId; readonly at: Instant } | null;
}

/** What became of a wish, as the channel is told. */
export type NamesChange = 'asked' | 'on' | 'off';

export const NO_NAMES: StaffNames = { on: false, asked: null };

/** So long a second lead may take to agree. */
const AGREE_WITHIN_MS = 24 * 60 * MINUTE_MS;

/** A lead wants staff names on: the first asks, a second one switches them on. The channel is told of both. */
export function wantNames(desk: DeskState, press: Press, channel: string, now: Date): Outcome<DeskState> {
  if (wasHandled(desk, press.key)) return refused({ reason: 'already-handled' });
  if (desk.staffNames.on) return refused({ reason: 'already-done' });
  const asked = askedNow(desk.staffNames, now);
  // Asking twice is neither two leads nor more time.
  if (asked?.by === press.by) return decided(remember(desk, press.key));
  if (asked === null) {
    const wish = { by: press.by, at: now.toISOString() };
    return told({ ...desk, staffNames: { on: false, asked: wish } }, press, 'asked', channel, null, now);
  }
  return told({ ...desk, staffNames: { on: true, asked: null } }, press, 'on', channel, asked.by, now);
}

/** Any lead switches them off, at once; a wish that waits for a second lead ends as well. */
export function dropNames(desk: DeskState, press: Press, channel: string, now: Date): Outcome<DeskState> {
  if (wasHandled(desk, press.key)) return refused({ reason: 'already-handled' });
  if (!desk.staffNames.on && askedNow(desk.staffNames, now) === null) return refused({ reason: 'already-done' });
  return told({ ...desk, staffNames: NO_NAMES }, press, 'off', channel, null, now);
}

/** The wish that a second lead can still agree to. */
export function askedNow({ asked }: StaffNames, now: Date): StaffNames['asked'] {
  return asked !== null && now.getTime() - Date.parse(asked.at) < AGREE_WITHIN_MS ? asked : null;
}

function told(
  next: DeskState,
  press: Press,
  change: NamesChange,
  channel: string,
  first: UserId | null,
  now: Date,
): Decision<DeskState> {
  const news = { type: 'staff-names', change, by: press.by, first } as const;
  const tell = plan({ type: 'tell', id: `names:${press.key}`, to: channelRef(channel), news }, PRIORITY.channel);
  return decided(remember(recorded(next, now, press.by, `names-${change}`), press.key), [tell]);
}
