import { type ApologyParts, composeApology } from './apology.ts';
import { asideOfWord, isEmptyAside, isSameAside } from './aside.ts';
import { type Decision, decided } from './decision.ts';
import { at, MINUTE_MS, type UserId } from './instant.ts';
import type { Lang } from './mention.ts';
import type { Publication, Purpose } from './publication.ts';
import type { Draft, Unsent } from './unsent.ts';

/** Whatever keeps texts that did not get out. */
export interface Drafting {
  readonly drafts: readonly Draft[];
  readonly publications?: readonly Publication[];
}

/** A letter may arrive after the text was sent: Slack delivers each press by itself. */
const LATE_LETTER_MS = 5 * MINUTE_MS;

/** The text that the form for this purpose offers its person: what they typed there and did not get out. */
export function draftOf({ drafts }: Drafting, by: UserId, purpose: Purpose): Draft | null {
  return drafts.findLast((draft) => draft.by === by && draft.purpose === purpose) ?? null;
}

/**
 * What a form for any words offers: its own text, else one that came back from another form, as an apology that was
 * undone; but nothing that was only typed elsewhere.
 */
export function offeredDraft(state: Drafting, by: UserId, purpose: Purpose): Draft | null {
  const cameBack = state.drafts.findLast((draft) => draft.by === by && draft.why !== 'typed');
  return draftOf(state, by, purpose) ?? cameBack ?? null;
}

/** The same in the form of an incident's word, which says nothing of what it corrects: a correction waits in the list. */
export function offeredWord(state: Drafting, by: UserId, purpose: Purpose): Draft | null {
  return offeredDraft({ drafts: state.drafts.filter((one) => one.corrects === undefined) }, by, purpose);
}

/** Keeps a text for its person; of each purpose the newest, as older ones that failed are in the history. */
export function withDraft<S extends Drafting>(state: S, draft: Draft): S {
  return { ...state, drafts: [...state.drafts.filter((one) => !isSameForm(one, draft)), draft] };
}

/** What a form holds as its person types, saved so that neither Esc nor a crash loses it. An emptied form keeps nothing. */
export function keepTyped<S extends Drafting>(state: S, typed: Unsent, now: Date): Decision<S> {
  const before = draftOf(state, typed.by, typed.purpose);
  if (isEmpty(typed)) {
    // A text that failed stays on offer: it was not typed to be thrown away with it.
    return decided(before?.why === 'typed' ? withoutDraft(state, before) : state);
  }
  if ((before !== null && isSameText(before, typed)) || wasSent(state, typed, now)) return decided(state);
  return decided(withDraft(state, { ...typed, why: 'typed', at: now.toISOString() }));
}

/** A text that could not be sent as it is stays with its sender, who may close the form over it. */
export function keepRefused<S extends Drafting>(state: S, unsent: Unsent, now: Date): Decision<S> {
  if (isEmpty(unsent)) return decided(state);
  return decided(withDraft(state, { ...unsent, why: 'refused', at: now.toISOString() }));
}

/** Nothing is offered any more of what this person wrote for this purpose. */
export function forgetDraft<S extends Drafting>(state: S, by: UserId, purpose: Purpose): Decision<S> {
  const draft = draftOf(state, by, purpose);
  return decided(draft === null ? state : withoutDraft(state, draft));
}

/** What is left on offer after a send: only what was typed in another form, and in other words. */
export function draftsAfter(state: Drafting, sent: Pick<Publication, 'by' | 'purpose' | 'text'>): readonly Draft[] {
  return state.drafts.filter(
    (draft) =>
      draft.by !== sent.by ||
      (draft.purpose !== formOf(sent.purpose) && draft.why === 'typed' && !sent.text.startsWith(draft.text.trim())),
  );
}

/** Which form's text it is: a holding reply is written in the reply form, and comes back as a reply. */
export function formOf(purpose: Purpose): Purpose {
  return purpose === 'holding' ? 'reply' : purpose;
}

/** What goes back to the sender of a text that did not become public. An apology without its fields is offered as a reply. */
export function unsentOf(publication: Publication): Unsent {
  const { by, purpose, text, parts, picture, tellsOf, corrects } = publication;
  const aside = asideOfWord(publication);
  return {
    by,
    purpose: purpose === 'apology' && parts === null ? 'reply' : formOf(purpose),
    text,
    ...(parts !== null && { parts }),
    ...(picture !== null && { alt: picture.alt }),
    ...(tellsOf !== null && { tellsOf }),
    ...(corrects !== null && { corrects }),
    ...(aside !== null && { aside }),
  };
}

/** The fields of an apology and, for where it is offered whole, their text. */
export function unsentApology(by: UserId, parts: ApologyParts, lang: Lang): Unsent {
  return { by, purpose: 'apology', text: composeApology(parts, lang), parts };
}

function withoutDraft<S extends Drafting>(state: S, draft: Draft): S {
  return { ...state, drafts: state.drafts.filter((one) => one !== draft) };
}

function isSameForm(one: Unsent, other: Unsent): boolean {
  return one.by === other.by && one.purpose === other.purpose;
}

function isEmpty({ text, title = '', aside }: Unsent): boolean {
  return text.trim() === '' && title.trim() === '' && isEmptyAside(aside);
}

function isSameText(one: Unsent, other: Unsent): boolean {
  return (
    one.text === other.text &&
    (one.title ?? '') === (other.title ?? '') &&
    (one.alt ?? '') === (other.alt ?? '') &&
    isSameAside(one.aside, other.aside) &&
    one.parts?.wrong === other.parts?.wrong &&
    one.parts?.doing === other.parts?.doing &&
    one.parts?.byWhen === other.parts?.byWhen
  );
}

function wasSent({ publications = [] }: Drafting, typed: Unsent, now: Date): boolean {
  const since = now.getTime() - LATE_LETTER_MS;
  return publications.some(
    (one) =>
      isSameForm(unsentOf(one), typed) &&
      at(one.pressedAt).getTime() >= since &&
      one.text.startsWith(typed.text.trim()),
  );
}
