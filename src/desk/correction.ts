import { type Answer, answer } from './answer.ts';
import { answerTarget, answerWay } from './answer-way.ts';
import type { Checking } from './checks/context.ts';
import { decided, type Outcome, type Refusal, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import type { Incident } from './incident.ts';
import { endWord } from './incident-answers.ts';
import type { UserId } from './instant.ts';
import type { Lang, Mention } from './mention.ts';
import type { Press } from './press.ts';
import type { CustomerAnswers, Publication } from './publication.ts';
import { change, type Publisher, publicationOf, redraw } from './publishing.ts';
import { isMadeFrom, mayBeSame, wordsToAll, wordsToAnybody } from './same-text.ts';
import { wentAgainst } from './sent-against.ts';
import { seriesOf, wordsOf } from './series.ts';
import { fillIn } from './templates.ts';

/** A public text of ours, and whose it is. */
export interface PublicWord {
  readonly state: Publisher;
  readonly publication: Publication;
}

/** Somebody who got a text that turned out wrong, and whether they know by now. */
export interface Recipient {
  readonly mention: Mention;
  /** The text as they got it. */
  readonly publication: Publication;
  /** `gone`: nothing of theirs is left to answer. `by-hand`: the network takes no answer from here. */
  readonly standing: 'waits' | 'by-hand' | 'under-way' | 'corrected' | 'skipped' | 'gone';
}

/** A public text turned out wrong: how it is to be corrected, by language, with room for a name. */
export function markWrong<S extends Publisher>(
  state: S,
  id: string,
  right: CustomerAnswers,
  press: Press,
  now: Date,
): Outcome<S> {
  if (wasHandled(state, press.key)) return refused({ reason: 'already-handled' });
  const publication = publicationOf(state, id);
  if (publication === undefined) return refused({ reason: 'unknown-publication' });
  if (publication.status !== 'published') return refused({ reason: 'nothing-published' });
  const wrong = { by: press.by, at: now.toISOString(), ...right };
  const marked = recorded(change(state, id, { wrong }), now, press.by, 'marked-wrong', publication.text);
  return decided(remember(marked, press.key), [redraw(marked)]);
}

/**
 * Everybody who got this text: the same words in any mention, whoever they were said to; of an incident's word also what
 * linked customers were answered with it. Oldest first.
 */
export function recipientsOf(word: PublicWord, mentions: readonly Mention[]): readonly Recipient[] {
  const { state, publication } = word;
  const texts = textsOf(word);
  const end = state.type === 'incident' ? endWord(state)?.id : undefined;
  return mentions.flatMap((mention) => {
    if (mention.forgotten !== null) return [];
    const isLinked = state.type === 'incident' && mention.incident?.id === state.id;
    const got = mention.publications.findLast((one) => {
      if (one.status !== 'published' || one.after !== null || one.corrects !== null) return false;
      if (isLinked && end === publication.id && one.tellsOf === state.id) return true;
      if (!isLinked && !texts.some(({ typed }) => mayBeSame(one.text, typed))) return false;
      const said = wordsToAnybody(mention, one);
      return texts.some(({ words }) => said === words || (isLinked && isMadeFrom(said, words)));
    });
    return got === undefined ? [] : [{ mention, publication: got, standing: standingOf(mention, got) }];
  });
}

function textsOf({ state, publication }: PublicWord): readonly { readonly typed: string; readonly words: string }[] {
  if (state.type === 'mention') {
    const first = seriesOf(state.publications, publication)[0] ?? publication;
    return [{ typed: first.text, words: wordsToAnybody(state, first) }];
  }
  const whole = wordsOf(state.publications, seriesOf(state.publications, publication));
  return [whole, publication.answers?.de, publication.answers?.en].flatMap((typed) =>
    typed ? [{ typed, words: wordsToAll(typed) }] : [],
  );
}

function standingOf(mention: Mention, got: Publication): Recipient['standing'] {
  const correction = correctionOf(mention, got.id);
  if (correction !== null) return correction.status === 'published' ? 'corrected' : 'under-way';
  if (got.leftWrong !== null) return 'skipped';
  if (answerTarget(mention) === null) return 'gone';
  return answerWay(mention) === 'intent' ? 'by-hand' : 'waits';
}

/** What corrects a text, public or on its way; null while nothing does. */
export function correctionOf(state: Publisher, id: string): Publication | null {
  return state.publications.findLast((one) => one.corrects === id && !isOver(one)) ?? null;
}

function isOver({ status }: Publication): boolean {
  return status === 'failed' || status === 'undone' || status === 'deleted';
}

/** Whether this person sent the correction of this text to somebody of that language, against the warning of it. */
export function overrodeLanguage(word: PublicWord, mentions: readonly Mention[], lang: Lang, by: UserId): boolean {
  return recipientsOf(word, mentions).some(
    ({ mention, publication }) =>
      mention.lang === lang &&
      mention.publications.some(
        (one) => one.corrects === publication.id && one.by === by && wentAgainst(mention, one, 'language'),
      ),
  );
}

/** The correction for one customer, in their language where there is one, else in the other. */
export function correctionFor({ wrong }: Publication, { lang, author }: Mention): string {
  const text = lang === 'de' ? (wrong?.de ?? wrong?.en) : (wrong?.en ?? wrong?.de);
  return fillIn(text ?? '', author);
}

/**
 * One customer gets the correction of a text, in an ordinary reply with Undo on the card. That they have none yet is decided
 * here, on their mention alone: of two presses, the second finds the first.
 * @param text as typed in Slack
 * @param looked with what it is looked at, and who confirmed it; it goes unlooked at unless given
 */
export function correct(
  mention: Mention,
  id: string,
  text: string,
  press: Press,
  desk: Desk,
  now: Date,
  looked: { readonly checking?: Checking; readonly confirmedBy?: string | null } = {},
): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  const no = cannotCorrect(mention, id);
  if (no !== null) return refused(no);
  const seen = mention.publications.map((one) => one.id);
  const { checking, confirmedBy = null } = looked;
  const wish = { purpose: 'reply', text, seen, anyway: false, with: { corrects: id, confirmedBy } } as const;
  const outcome = answer(mention, { ...press, ...wish, ...(checking && { checking }) }, desk, now);
  if ('refused' in outcome) return outcome;
  return decided(recorded(outcome.state, now, press.by, 'correction-sent'), outcome.effects);
}

/**
 * An answer that is perhaps a correction which was taken back and is sent again: it corrects the same text still, unless that
 * was corrected meanwhile or is gone; then it is an answer like any other.
 */
export function answerOrCorrect(mention: Mention, wish: Answer, desk: Desk, now: Date): Outcome<Mention> {
  const corrects = stillCorrects(mention, wish.with?.corrects);
  const outcome = answer(mention, { ...wish, with: { ...wish.with, corrects } }, desk, now);
  if ('refused' in outcome || corrects === null) return outcome;
  return decided(recorded(outcome.state, now, wish.by, 'correction-sent'), outcome.effects);
}

/** The text that a correction, taken back and offered again, corrects still; null where something else does by now. */
export function stillCorrects(mention: Mention, corrects: string | null | undefined): string | null {
  return corrects != null && cannotCorrect(mention, corrects) === null ? corrects : null;
}

/** Why this text is not to be corrected for this customer now; null when it is. */
export function cannotCorrect(mention: Mention, id: string): Refusal | null {
  const got = publicationOf(mention, id);
  if (got === undefined) return { reason: 'unknown-publication' };
  const correction = correctionOf(mention, id);
  if (correction !== null) return { reason: 'told-already', by: correction.by, at: correction.pressedAt };
  if (got.status !== 'published') return { reason: 'nothing-published' };
  return answerTarget(mention) === null ? { reason: 'post-deleted' } : null;
}

/** This customer gets no correction, for a reason that stays in the record. */
export function leaveWrong(mention: Mention, id: string, press: Press, reason: string, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  const no = cannotCorrect(mention, id);
  if (no !== null && no.reason !== 'post-deleted') return refused(no);
  const leftWrong = { by: press.by, at: now.toISOString(), reason };
  const left = recorded(change(mention, id, { leftWrong }), now, press.by, 'correction-skipped', reason);
  return decided(remember(left, press.key));
}

/** The text that began the correction of this one: its own mark, or that of the same words elsewhere; null before any. */
export function markedWord(word: PublicWord, all: readonly (Mention | Incident)[]): PublicWord | null {
  if (word.publication.wrong !== null) return word;
  const mentions = word.state.type === 'mention' ? [word.state] : [];
  if (mentions.length === 0) return null;
  for (const state of all) {
    for (const publication of state.publications) {
      if (publication.wrong === null) continue;
      const marked = { state, publication };
      if (recipientsOf(marked, mentions).some((one) => one.publication.id === word.publication.id)) return marked;
    }
  }
  return null;
}
