import { answer } from './answer.ts';
import { answerTarget, answerWay } from './answer-way.ts';
import { blamedIn } from './blame.ts';
import type { Checking } from './checks/context.ts';
import { contextOf } from './checks/index.ts';
import { toldWhenWritten } from './checks/written-for-many.ts';
import { type Decision, decided, type Outcome, type Refusal, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import type { Incident } from './incident.ts';
import { endAnswer, endWord } from './incident-answers.ts';
import { linkedTo } from './incident-link.ts';
import { tellIncident } from './incident-news.ts';
import { MINUTE_MS, plusMs, type UserId } from './instant.ts';
import type { Lang, Mention } from './mention.ts';
import type { Press } from './press.ts';
import { isPending, type Publication } from './publication.ts';
import { change, publicationOf, redraw } from './publishing.ts';
import { wentAgainst } from './sent-against.ts';
import { asSlackText } from './typed-text.ts';

/** X takes 100 posts in 15 minutes: https://docs.x.com/x-api/fundamentals/rate-limits */
const END_EXPIRES_MINUTES = 60;

/** Those who are linked and neither told nor skipped, the longest wait first; without deleted posts. */
export function untoldOf(mentions: readonly Mention[], incident: string): readonly Mention[] {
  return linkedTo(mentions, incident).filter((mention) => mention.incident?.told === null && !isGone(mention));
}

/** Of those: the ones whom nobody is telling at the moment. */
export function waitsToHear(mention: Mention): boolean {
  return onItsWay(mention) === null;
}

/** Only a person can answer it, on the network itself: found by its words, or refused to our API. */
export function isByHand(mention: Mention): boolean {
  return answerWay(mention) === 'intent';
}

/**
 * One customer is told how it ended, in an ordinary reply with Undo on the card. Whether they still wait to hear it is
 * decided here, on their mention alone: of two presses, the second finds the first.
 * @param checking with what it is looked at; it goes unlooked at unless given
 */
export function tellEnd(
  mention: Mention,
  incident: Incident,
  press: Press,
  desk: Desk,
  now: Date,
  checking?: Omit<Checking, 'recent'>,
): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  const no = cannotTell(mention, incident.id);
  if (no !== null) return refused(no);
  const text = endAnswer(incident, mention);
  if (text === null) return refused({ reason: 'nothing-to-tell' });
  const seen = mention.publications.map(({ id }) => id);
  const word = endWord(incident);
  // Who confirmed it counts where it names somebody.
  const confirmedBy = blamedIn(text, checking?.ours) === null ? null : (word?.confirmedBy ?? null);
  const wish = {
    ...press,
    purpose: 'reply',
    text: asSlackText(text),
    seen,
    anyway: false,
    read: readWhenOver(mention, word),
    with: { tellsOf: incident.id, confirmedBy },
  } as const;
  const looked = checking && { ...checking, recent: [] };
  const told = looked && toldWhenWritten(wish.text, contextOf(mention, wish, looked, desk, now));
  const more = looked && { checking: { ...looked, told: [...looked.told, ...(told ?? [])] } };
  const outcome = answer(mention, { ...wish, ...more }, desk, now);
  return 'refused' in outcome ? outcome : decided(withPatience(outcome.state, desk, now), outcome.effects);
}

/**
 * The customer's last post when we said that it is over, or when we last answered them since: what came later says perhaps
 * that it is not, and nobody has answered that. Empty where all of theirs came later.
 */
export function readWhenOver({ posts, publications }: Mention, word: Publication | null): string | undefined {
  if (word === null) return undefined;
  const said = publications.filter((one) => one.status === 'published' || isPending(one)).map((one) => one.pressedAt);
  const since = [word.post?.at ?? word.pressedAt, ...said].toSorted().at(-1) ?? '';
  return posts.findLast((post) => post.deletedAt === null && post.at <= since)?.id ?? '';
}

/** Whether this person told the end to one of these, in another language than theirs, against the warning of it. */
export function toldAgainstLanguage(linked: readonly Mention[], lang: Lang, by: UserId): boolean {
  return linked.some(
    (one) =>
      one.lang === lang &&
      one.publications.some(
        (said) =>
          said.tellsOf !== null &&
          said.tellsOf === one.incident?.id &&
          said.by === by &&
          wentAgainst(one, said, 'language'),
      ),
  );
}

/** A crowd goes out at the network's pace, and that it is over is as true an hour later. */
function withPatience(mention: Mention, desk: Desk, now: Date): Mention {
  const last = mention.publications.at(-1);
  const minutes = Math.max(desk.settings.expireMinutes, END_EXPIRES_MINUTES);
  return last === undefined ? mention : change(mention, last.id, { expiresAt: plusMs(now, minutes * MINUTE_MS) });
}

/** Why this customer is not to be told the end of this incident now; null when they are. */
export function cannotTell(mention: Mention, incident: string): Refusal | null {
  if (mention.incident?.id !== incident) return { reason: 'not-linked' };
  const { told } = mention.incident;
  if (told !== null) return { reason: 'told-already', by: told.by, at: told.at };
  const publication = onItsWay(mention);
  if (publication !== null) return { reason: 'told-already', by: publication.by, at: publication.pressedAt };
  return isGone(mention) ? { reason: 'post-deleted' } : null;
}

/** This customer is not told, for a reason; stays in the record. */
export function skipEnd(mention: Mention, incident: string, press: Press, reason: string, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  const no = cannotTell(mention, incident);
  if (no !== null && no.reason !== 'post-deleted') return refused(no);
  if (mention.incident === null) return refused({ reason: 'not-linked' });
  const told = { at: now.toISOString(), by: press.by, how: 'skipped', reason } as const;
  const skipped: Mention = { ...mention, incident: { ...mention.incident, told } };
  const next = remember(recorded(skipped, now, press.by, 'end-skipped', reason), press.key);
  return decided(next, [redraw(next), ...tellIncident(next, press.key)]);
}

/** A reply to a linked customer is public: the incident counts it, and one that tells the end is kept as that. */
export function withEndTold(decision: Decision<Mention>, id: string, now: Date): Decision<Mention> {
  const { state, effects } = decision;
  const next = endTold(state, publicationOf(state, id), now);
  return decided(next, [...effects, ...tellIncident(next, `${id}:published`)]);
}

/** What told the end was deleted from the network: this customer waits to hear it again. */
export function endTakenBack(mention: Mention, id: string): Mention {
  const tells = publicationOf(mention, id)?.tellsOf ?? null;
  if (mention.incident === null || tells !== mention.incident.id || mention.incident.told?.how !== 'sent')
    return mention;
  return { ...mention, incident: { ...mention.incident, told: null } };
}

function endTold(mention: Mention, publication: Publication | undefined, now: Date): Mention {
  const { incident } = mention;
  if (publication === undefined || incident === null || incident.told !== null) return mention;
  if (publication.tellsOf !== incident.id) return mention;
  const told = { at: now.toISOString(), by: publication.by, how: 'sent', reason: null } as const;
  return recorded({ ...mention, incident: { ...incident, told } }, now, publication.by, 'told-end');
}

/** The text that tells the end and may be public, or still become so. */
function onItsWay({ incident, publications }: Mention): Publication | null {
  return publications.find((one) => one.tellsOf === incident?.id && one.tellsOf !== null && isUnderWay(one)) ?? null;
}

function isUnderWay({ status }: Publication): boolean {
  switch (status) {
    case 'approval':
    case 'waiting':
    case 'sending':
    case 'unclear':
    case 'published':
    case 'deleting':
      return true;
    case 'failed':
    case 'undone':
    case 'deleted':
      return false;
  }
}

/** There is nobody left to tell: the author took all of it back. */
function isGone(mention: Mention): boolean {
  return answerTarget(mention) === null;
}
