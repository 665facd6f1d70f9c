import { prepareAnswers, speak } from '../src/desk/broadcast.ts';
import {
  correct,
  correctionFor,
  leaveWrong,
  markedWord,
  markWrong,
  type PublicWord,
  recipientsOf,
} from '../src/desk/correction.ts';
import { BLANK, correctionBeginnings, finished, publicCorrection } from '../src/desk/correction-words.ts';
import { isRefused } from '../src/desk/decision.ts';
import type { Mention } from '../src/desk/mention.ts';
import { type Publisher, publicationOf } from '../src/desk/publishing.ts';
import { incidentRef, mentionRef } from '../src/desk/ref.ts';
import { asSlackText } from '../src/desk/typed-text.ts';
import { fieldOf } from '../views/form-values.ts';
import {
  chooseWrongModal,
  correctionModal,
  correctModal,
  leaveWrongModal,
  publicTexts,
  wrongModal,
} from '../views/forms/correction.ts';
import { ACTION, FIELD, FORM } from '../views/ids.ts';
import { parsePressValue } from '../views/value.ts';
import { metaOf, show } from './form.ts';
import { DONE, type Handler, type Reply, type SlackPress } from './handler.ts';
import { onMention } from './on-mention.ts';
import { publisherRef } from './publisher-ref.ts';
import type { Tools } from './tools.ts';
import { writerOf } from './writer.ts';

/** A public text turned out wrong: who got it, and the correction for each of them, by one press each. */
export const correction: readonly Handler[] = [
  onMention(ACTION.correctRecord, 'publisher', openCorrection),
  onWord(ACTION.correctText, (press, tools, word) => openWord(press, tools, word)),
  onWord(ACTION.correctChange, (press, tools, word) => showInPlace(press, tools, formOf(word, tools))),
  {
    on: { action: ACTION.correctPage },
    who: 'publisher',
    async run(press, tools) {
      const word = await wordOf(metaOf(press).source, tools);
      return word === null ? gone(tools) : showInPlace(press, tools, await listOf(word, Number(press.value), tools));
    },
  },
  onWord(ACTION.correctOne, correctOne),
  onWord(ACTION.correctEdit, openEdit),
  onWord(ACTION.correctSkip, async (press, tools, { state, publication }) => {
    if (state.type !== 'mention') return gone(tools);
    return show(press, tools, leaveWrongModal(state, publication.id, metaOf(press).source ?? '', tools.context()));
  }),
  { on: { form: FORM.wrong }, who: 'publisher', run: saveWrong },
  { on: { form: FORM.correct }, who: 'publisher', run: sendEdited },
  { on: { form: FORM.leaveWrong }, who: 'publisher', run: skip },
];

/** Which text it is about is asked only where there are several. */
export async function openCorrection(press: SlackPress, tools: Tools, state: Publisher): Promise<Reply> {
  const [only, ...others] = publicTexts(state);
  if (only === undefined || others.length > 0) return show(press, tools, chooseWrongModal(state, tools.context()));
  return openWord(press, tools, { state, publication: only });
}

/** The list, where somebody has begun to correct it; else the form that begins it. */
async function openWord(press: SlackPress, tools: Tools, word: PublicWord): Promise<Reply> {
  const [mentions, incidents] = await Promise.all([tools.store.list('mention'), tools.store.list('incident')]);
  const marked = markedWord(word, [...incidents, ...mentions]);
  const view = marked === null ? formOf(word, tools) : await listOf(marked, 1, tools);
  return press.name === ACTION.correctText ? showInPlace(press, tools, view) : show(press, tools, view);
}

async function saveWrong(press: SlackPress, tools: Tools): Promise<Reply> {
  const word = await wordOf(metaOf(press).source, tools);
  if (word === null) return { ack: { errors: { [FIELD.answerEn]: tools.context().words.correction.nothing } } };
  const { values, by } = press;
  const typed = { de: fieldOf(values, FIELD.answerDe), en: fieldOf(values, FIELD.answerEn) };
  const right = finished(typed, fieldOf(values, FIELD.blamed)?.trim() ?? '');
  const words = tools.context().words.correction;
  if (right.de === null && right.en === null) return { ack: { errors: { [FIELD.answerDe]: words.noText } } };
  if (right.de?.includes(BLANK)) return { ack: { errors: { [FIELD.answerDe]: words.blanks } } };
  if (right.en?.includes(BLANK)) return { ack: { errors: { [FIELD.answerEn]: words.blanks } } };
  const ready = prepareAnswers(right, by, tools.desk());
  if (isRefused(ready)) {
    return { refused: ready.refused, at: ready.lang === 'de' ? FIELD.answerDe : FIELD.answerEn };
  }
  const { state, publication } = word;
  const outcome = await tools.store.change(refOf(state), (one) =>
    markWrong(one, publication.id, ready.answers, press, tools.clock.now()),
  );
  if (isRefused(outcome) && outcome.refused.reason !== 'already-handled') {
    return { refused: outcome.refused, at: FIELD.answerDe };
  }
  const marked = await wordOf(metaOf(press).source, tools);
  return marked === null ? DONE : { ack: { update: await listOf(marked, 1, tools) } };
}

async function correctOne(press: SlackPress, tools: Tools, { state, publication }: PublicWord): Promise<Reply> {
  const source = await wordOf(metaOf(press).source, tools);
  if (state.type !== 'mention' || source?.publication.wrong == null) return gone(tools);
  const text = asSlackText(correctionFor(source.publication, state));
  const refusal = await sendTo(press, tools, state, publication.id, text);
  if (refusal !== null && refusal.reason !== 'already-handled') return { refused: refusal };
  return showInPlace(press, tools, await listOf(source, metaOf(press).page ?? 1, tools));
}

async function sendTo(press: SlackPress, tools: Tools, { id }: Mention, publication: string, text: string) {
  const own = { by: press.by, key: press.key, standing: await writerOf(press, tools) };
  const outcome = await tools.store.change(mentionRef(id), (one) =>
    correct(one, publication, text, own, tools.desk(), tools.clock.now()),
  );
  return isRefused(outcome) ? outcome.refused : null;
}

/** For one customer; on the incident's own word, for everybody. */
async function openEdit(press: SlackPress, tools: Tools, { state, publication }: PublicWord): Promise<Reply> {
  const { source = '' } = metaOf(press);
  const marked = await wordOf(source, tools);
  const text =
    state.type === 'mention'
      ? correctionFor(marked?.publication ?? publication, state)
      : publicCorrection(tools.desk().settings.language);
  return show(press, tools, correctModal({ about: state, publication: publication.id, text, source }, tools.context()));
}

async function sendEdited(press: SlackPress, tools: Tools): Promise<Reply> {
  const meta = metaOf(press);
  const text = fieldOf(press.values, FIELD.text) ?? '';
  const { words } = tools.context();
  if (text.includes(BLANK)) return { ack: { errors: { [FIELD.text]: words.correction.blanks } } };
  const { publication = '', mention, incident } = meta;
  const about = mention === undefined ? undefined : await tools.store.read(mentionRef(mention));
  let refusal = null;
  if (about !== undefined) {
    refusal = await sendTo(press, tools, about, publication, text);
  } else if (incident !== undefined) {
    const confirmedBy = fieldOf(press.values, FIELD.confirmedBy)?.trim() || null;
    const wish = {
      by: press.by,
      key: press.key,
      standing: await writerOf(press, tools),
      purpose: 'incident-update' as const,
      text,
      updateMinutes: null,
      with: { corrects: publication, confirmedBy },
    };
    const outcome = await tools.store.change(incidentRef(incident), (state) =>
      speak(state, wish, tools.desk(), tools.clock.now()),
    );
    refusal = isRefused(outcome) ? outcome.refused : null;
  } else {
    return { ack: { errors: { [FIELD.text]: words.correction.nothing } } };
  }
  if (refusal !== null && refusal.reason !== 'already-handled') return { refused: refusal, at: FIELD.text };
  return backToList(press, tools);
}

async function skip(press: SlackPress, tools: Tools): Promise<Reply> {
  const { mention, publication = '' } = metaOf(press);
  if (mention === undefined) return { ack: { errors: { [FIELD.reason]: tools.context().words.correction.nothing } } };
  const reason = fieldOf(press.values, FIELD.reason)?.trim() ?? '';
  const outcome = await tools.store.change(mentionRef(mention), (state) =>
    leaveWrong(state, publication, press, reason, tools.clock.now()),
  );
  return isRefused(outcome) ? { refused: outcome.refused, at: FIELD.reason } : backToList(press, tools);
}

/** The form closes, and the list below it shows what came of it. */
async function backToList(press: SlackPress, tools: Tools): Promise<Reply> {
  const source = await wordOf(metaOf(press).source, tools);
  const below = press.view?.previousId ?? null;
  if (source === null || below === null) return DONE;
  return {
    afterwards: async () => {
      await tools.update({ id: below }, await listOf(source, 1, tools));
    },
  };
}

async function listOf(word: PublicWord, page: number, tools: Tools) {
  const recipients = recipientsOf(word, await tools.store.list('mention'));
  return correctionModal({ word, recipients, page }, tools.context());
}

function formOf(word: PublicWord, tools: Tools) {
  const { wrong } = word.publication;
  const begin = correctionBeginnings();
  const texts = wrong === null ? begin : { de: wrong.de ?? begin.de, en: wrong.en ?? begin.en };
  return wrongModal({ word, ...texts }, tools.context());
}

/** A button that carries a public text. */
function onWord(action: string, go: (press: SlackPress, tools: Tools, word: PublicWord) => Promise<Reply>): Handler {
  return {
    on: { action },
    who: 'publisher',
    async run(press, tools) {
      const word = await wordOf(press.value ?? undefined, tools);
      return word === null ? gone(tools) : go(press, tools, word);
    },
  };
}

async function wordOf(value: string | undefined, tools: Tools): Promise<PublicWord | null> {
  const pressed = value === undefined ? null : parsePressValue(value);
  const ref = pressed === null ? null : publisherRef(pressed.ref);
  const state = ref === null ? undefined : await tools.store.read(ref);
  const publication = state && publicationOf(state, pressed?.id ?? '');
  return state === undefined || publication === undefined || state.forgotten !== null ? null : { state, publication };
}

async function showInPlace(press: SlackPress, tools: Tools, view: ReturnType<typeof wrongModal>): Promise<Reply> {
  if (press.view === null) return show(press, tools, view);
  await tools.update({ id: press.view.id }, view);
  return DONE;
}

function refOf(state: Publisher) {
  return state.type === 'mention' ? mentionRef(state.id) : incidentRef(state.id);
}

function gone(tools: Tools): Reply {
  return { say: tools.context().words.correction.nothing };
}
