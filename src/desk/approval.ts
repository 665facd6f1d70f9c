import { decided, type Outcome, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import { PRIORITY, plan } from './effect.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import { tellIncident } from './incident-news.ts';
import { MINUTE_MS, plusMs } from './instant.ts';
import { ONE_OF_US } from './needs-approval.ts';
import type { Press } from './press.ts';
import { changeAll, keptUnsent, type Publisher, publicationOf, redraw } from './publishing.ts';
import { seriesOf, wordsOf } from './series.ts';
import { overIfUnspoken } from './unspoken.ts';

/**
 * The second person's press: from now on the text is as any other that was sent. Nobody approves their own; no guest
 * approves a guest's, and one whose own texts wait approves none.
 * @param override a lead lets it go without a second person, which stays in the record
 */
export function approve(
  state: Publisher,
  id: string,
  press: Press,
  { override }: { readonly override: boolean },
  desk: Desk,
  now: Date,
): Outcome<Publisher> {
  if (wasHandled(state, press.key)) return refused({ reason: 'already-handled' });
  const publication = publicationOf(state, id);
  if (publication === undefined) return refused({ reason: 'unknown-publication' });
  if (publication.status !== 'approval') return refused({ reason: 'already-done' });
  if (publication.by === press.by && !override) return refused({ reason: 'own-approval' });
  const { guest } = press.standing ?? ONE_OF_US;
  const isGuests = publication.approval?.why === 'guest';
  if (guest === 'untrusted' || (guest !== null && isGuests)) return refused({ reason: 'guest-approval' });
  const approved = { by: press.by, at: now.toISOString(), override };
  const expiresAt = plusMs(now, desk.settings.expireMinutes * MINUTE_MS);
  const held = seriesOf(state.publications, publication).filter(({ status }) => status === 'approval');
  const waiting = changeAll(state, held, { status: 'waiting', approved, expiresAt });
  const did = override ? 'approved-alone' : 'approved';
  const words = wordsOf(state.publications, held);
  return decided(remember(recorded(waiting, now, press.by, did, words), press.key), [redraw(state)]);
}

/** Not like this: the text goes back to its writer with the reason. */
export function sendBack(state: Publisher, id: string, press: Press, reason: string, now: Date): Outcome<Publisher> {
  if (wasHandled(state, press.key)) return refused({ reason: 'already-handled' });
  const publication = publicationOf(state, id);
  if (publication === undefined) return refused({ reason: 'unknown-publication' });
  if (publication.status !== 'approval') return refused({ reason: 'already-done' });
  const held = seriesOf(state.publications, publication).filter(({ status }) => status === 'approval');
  const back = recorded(changeAll(state, held, { status: 'undone' }), now, press.by, 'sent-back', reason);
  const kept = overIfUnspoken(keptUnsent(remember(back, press.key), held, 'sent-back', now), press.by, now);
  const notice = { type: 'sent-back', publication: id, by: press.by, reason } as const;
  const told = plan({ type: 'send-notice', id: `sent-back:${id}`, to: publication.by, notice }, PRIORITY.press);
  return decided(kept, [
    redraw(state),
    ...tellIncident(state, `${id}:sent-back:${now.getTime()}`),
    ...(publication.by === press.by ? [] : [told]),
  ]);
}
