import { answerTarget } from './answer-way.ts';
import { type Decision, decided, type Outcome, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import { withDraft } from './draft.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import type { UserId } from './instant.ts';
import type { Mention } from './mention.ts';
import type { Press } from './press.ts';
import { NEW_PUBLICATION, type Publication } from './publication.ts';
import { answeredBy } from './published.ts';
import { redraw } from './publishing.ts';
import type { Draft } from './unsent.ts';

/**
 * A text that is ready for the network's own page, kept with its writer and shown on the card.
 * @param against the names of the warnings that its writer overrode; empty where there was none
 */
export function prepareByHand(mention: Mention, by: UserId, text: string, now: Date, against = ''): Decision<Mention> {
  const noted = against === '' ? mention : recorded(mention, now, by, 'warned-sent', against);
  const next = withDraft(noted, { by, purpose: 'reply', text, why: 'prepared', at: now.toISOString() });
  return decided(next, [redraw(next)]);
}

/** The newest text that could stand on the network's own page: prepared for it, or refused by the API. */
export function preparedText(mention: Mention): Draft | null {
  const ready = mention.drafts.filter(({ why }) => why === 'prepared' || why === 'failed');
  return ready.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null;
}

/**
 * A person says that they answered on the network itself: as good as an answer of ours, whose address is still to be
 * found on our own timeline.
 */
export function markAnswered(mention: Mention, press: Press, desk: Desk, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (mention.status === 'answered') return refused({ reason: 'already-done' });
  if (mention.status === 'closed') return refused({ reason: 'closed' });
  const target = answerTarget(mention);
  if (target === null) return refused({ reason: 'post-deleted' });
  const text = preparedText(mention)?.text ?? '';
  const publication: Publication = {
    ...NEW_PUBLICATION,
    id: `p${mention.publications.length + 1}`,
    purpose: 'reply',
    text,
    by: press.by,
    pressedAt: now.toISOString(),
    inReplyTo: target.id,
    status: 'published',
    expiresAt: now.toISOString(),
  };
  const marked = remember(recorded(mention, now, press.by, 'marked-answered', text || undefined), press.key);
  const next: Mention = {
    ...marked,
    publications: [...marked.publications, publication],
    drafts: marked.drafts.filter((draft) => draft.text !== text),
    writing: marked.writing?.by === press.by ? null : marked.writing,
  };
  return answeredBy(next, publication, desk, now);
}
