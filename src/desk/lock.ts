import { type Outcome, refused } from './decision.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import type { UserId } from './instant.ts';
import { GRAVE, type Grave } from './lock-words.ts';
import type { Mention } from './mention.ts';
import type { Press } from './press.ts';
import { redraw } from './publishing.ts';
import type { Settings } from './settings.ts';

type LockSettings = Pick<Settings, 'lock'>;

/** Who alone answers what is locked: a user group, persons, or both; empty while nothing locks. */
export function lockIds({ lock }: LockSettings): readonly string[] {
  return [...(lock.group === undefined ? [] : [lock.group]), ...lock.people];
}

/** Whom a form that asks about it names by itself: the group, or else the first person; nobody where it is who asks. */
export function firstKeyholder(settings: LockSettings, asks: UserId): { group: string } | { person: UserId } | null {
  const [first] = lockIds(settings).filter((id) => id !== asks);
  if (first === undefined || settings.lock.people.includes(asks)) return null;
  return first.startsWith('S') ? { group: first } : { person: first };
}

/** What would lock a mention. */
export function lockCauses({ urgency }: Pick<Mention, 'urgency'>): readonly Grave[] {
  return GRAVE.filter((type) => urgency.reasons.some((reason) => reason.type === type));
}

/** Whether only those whom the settings name may answer it: by its words, unless somebody has lifted the lock. */
export function isLocked(mention: Pick<Mention, 'urgency' | 'unlocked'>, settings: LockSettings): boolean {
  return mention.unlocked === null && lockCauses(mention).length > 0 && lockIds(settings).length > 0;
}

/** Everybody may answer it again, for a reason. A later post with such words locks it anew. */
export function liftLock(
  mention: Mention,
  press: Press,
  reason: string,
  settings: LockSettings,
  now: Date,
): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (!isLocked(mention, settings)) return refused({ reason: 'already-done' });
  const unlocked = { by: press.by, at: now.toISOString(), reason };
  const next = remember(recorded({ ...mention, unlocked }, now, press.by, 'unlocked', reason), press.key);
  return { state: next, effects: [redraw(next)] };
}

/** Takes the lifting back. */
export function lockAgain(mention: Mention, press: Press, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (mention.unlocked === null) return refused({ reason: 'already-done' });
  const next = remember(recorded({ ...mention, unlocked: null }, now, press.by, 'locked-again'), press.key);
  return { state: next, effects: [redraw(next)] };
}
