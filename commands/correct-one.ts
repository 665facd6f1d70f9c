import { BLANK } from '../src/desk/blank.ts';
import { speak } from '../src/desk/broadcast.ts';
import type { Checking } from '../src/desk/checks/context.ts';
import { contextOf } from '../src/desk/checks/index.ts';
import { keyOf } from '../src/desk/checks/warning.ts';
import { toldWhenWritten } from '../src/desk/checks/written-for-many.ts';
import { correct, correctionFor, overrodeLanguage, type PublicWord } from '../src/desk/correction.ts';
import { publicCorrection } from '../src/desk/correction-words.ts';
import { isRefused, type Refusal } from '../src/desk/decision.ts';
import type { UserId } from '../src/desk/instant.ts';
import type { Mention } from '../src/desk/mention.ts';
import type { Publisher } from '../src/desk/publishing.ts';
import { incidentRef, mentionRef } from '../src/desk/ref.ts';
import { asSlackText } from '../src/desk/typed-text.ts';
import { fieldOf } from '../views/form-values.ts';
import { correctModal } from '../views/forms/correct-one.ts';
import { FIELD } from '../views/ids.ts';
import { checkingOf } from './checks.ts';
import { backToList, gone, listOf, showInPlace, wordOf } from './correction-word.ts';
import { metaOf, show } from './form.ts';
import type { Reply, SlackPress } from './handler.ts';
import { stoppedBy } from './send.ts';
import type { Tools } from './tools.ts';
import { wordCheckingOf } from './word-checks.ts';
import { writerOf } from './writer.ts';

/** One customer is corrected by one press, as it was written for all; what is this one's own and gives pause opens the form. */
export async function correctOne(press: SlackPress, tools: Tools, { state, publication }: PublicWord): Promise<Reply> {
  const { source: from = '', page = 1 } = metaOf(press);
  const source = await wordOf(from, tools);
  if (state.type !== 'mention' || source?.publication.wrong == null) return gone(tools);
  const text = correctionFor(source.publication, state);
  const checking = await checkingFor(press, tools, source, state, text);
  const refusal = await sendTo(press, tools, state, { publication: publication.id, text: asSlackText(text), checking });
  if (refusal?.reason === 'warned') {
    const form = { about: state, publication: publication.id, text, source: from };
    return show(press, tools, correctModal({ ...form, ...stoppedBy(press, refusal.warnings) }, tools.context()));
  }
  if (refusal !== null && refusal.reason !== 'already-handled') return { refused: refusal };
  return showInPlace(press, tools, await listOf(source, page, tools));
}

/** What was told when the correction was written for all is told by now; and its other language, once it was overridden. */
async function checkingFor(
  press: SlackPress,
  tools: Tools,
  source: PublicWord | null,
  mention: Mention,
  text: string,
): Promise<Checking> {
  const checking = { ...(await checkingOf(press, tools)), recent: [] };
  const answers = { by: press.by, purpose: 'reply', read: undefined, with: { corrects: '' } } as const;
  const context = contextOf(mention, answers, checking, tools.desk(), tools.clock.now());
  const { lang } = mention;
  const mentions = await tools.store.list('mention');
  const knows = source !== null && overrodeLanguage(source, mentions, lang, press.by);
  const known = lang !== 'other' && knows ? [keyOf({ check: 'language', why: lang, words: '' })] : [];
  return { ...checking, told: [...checking.told, ...known, ...toldWhenWritten(asSlackText(text), context)] };
}

async function sendTo(
  press: SlackPress,
  tools: Tools,
  { id }: Mention,
  wish: {
    readonly publication: string;
    readonly text: string;
    readonly checking: Checking;
    readonly confirmedBy?: string | null;
  },
): Promise<Refusal | null> {
  const own = { by: press.by, key: press.key, standing: await writerOf(press, tools) };
  const outcome = await tools.store.change(mentionRef(id), (one) =>
    correct(one, wish.publication, wish.text, own, tools.desk(), tools.clock.now(), wish),
  );
  return isRefused(outcome) ? outcome.refused : null;
}

/** For one customer; on the incident's own word, for everybody. */
export async function openEdit(press: SlackPress, tools: Tools, { state, publication }: PublicWord): Promise<Reply> {
  const { source = '' } = metaOf(press);
  const form = { about: state, publication: publication.id, source };
  const marked = await wordOf(source, tools);
  if (state.type === 'incident') {
    const before = takenBack(state, press.by, publication.id);
    const text = before ?? publicCorrection(tools.desk().settings.language);
    return show(press, tools, correctModal({ ...form, text }, tools.context()));
  }
  const text = takenBack(state, press.by, publication.id) ?? correctionFor(marked?.publication ?? publication, state);
  const { told } = await checkingFor(press, tools, marked, state, text);
  return show(press, tools, correctModal({ ...form, text, warned: told }, tools.context()));
}

/** This person's own correction of that text that did not get out. */
function takenBack({ drafts }: Publisher, by: UserId, corrects: string): string | null {
  return drafts.findLast((one) => one.by === by && one.corrects === corrects)?.text ?? null;
}

/** Sends it as it was changed, or says in the form what gives pause about it. */
export async function sendEdited(press: SlackPress, tools: Tools): Promise<Reply> {
  const { publication = '', mention, incident, source = '' } = metaOf(press);
  const text = fieldOf(press.values, FIELD.text) ?? '';
  const { words } = tools.context();
  if (text.includes(BLANK)) return { ack: { errors: { [FIELD.text]: words.correction.blanks } } };
  const about = await aboutOf(mention, incident, tools);
  if (about === undefined) return { ack: { errors: { [FIELD.text]: words.correction.nothing } } };
  const confirmedBy = fieldOf(press.values, FIELD.confirmedBy)?.trim() || null;
  const refusal = await sendAbout(press, tools, about, { publication, text, confirmedBy });
  if (refusal?.reason === 'warned') {
    const form = { about, publication, text, source, ...stoppedBy(press, refusal.warnings) };
    return { ack: { update: correctModal(form, tools.context()) } };
  }
  if (refusal !== null && refusal.reason !== 'already-handled') return { refused: refusal, at: FIELD.text };
  return backToList(press, tools);
}

async function aboutOf(mention: string | undefined, incident: string | undefined, { store }: Tools) {
  if (mention !== undefined) return store.read(mentionRef(mention));
  return incident === undefined ? undefined : store.read(incidentRef(incident));
}

async function sendAbout(
  press: SlackPress,
  tools: Tools,
  about: Publisher,
  wish: { readonly publication: string; readonly text: string; readonly confirmedBy: string | null },
): Promise<Refusal | null> {
  if (about.type === 'mention') {
    return sendTo(press, tools, about, { ...wish, checking: { ...(await checkingOf(press, tools)), recent: [] } });
  }
  const own = { by: press.by, key: press.key, standing: await writerOf(press, tools) };
  const word = {
    ...own,
    purpose: 'incident-update' as const,
    text: wish.text,
    updateMinutes: null,
    with: { corrects: wish.publication, confirmedBy: wish.confirmedBy },
    checking: await wordCheckingOf(press, tools),
  };
  const outcome = await tools.store.change(incidentRef(about.id), (state) =>
    speak(state, word, tools.desk(), tools.clock.now()),
  );
  return isRefused(outcome) ? outcome.refused : null;
}
