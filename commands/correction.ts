import { BLANK } from '../src/desk/blank.ts';
import { prepareAnswers } from '../src/desk/broadcast.ts';
import { untold, type Warning } from '../src/desk/checks/warning.ts';
import { warningsOfWord } from '../src/desk/checks/word-to-all.ts';
import { leaveWrong, markedWord, markWrong, type PublicWord } from '../src/desk/correction.ts';
import { correctionBeginnings, finished } from '../src/desk/correction-words.ts';
import { isRefused } from '../src/desk/decision.ts';
import type { CustomerAnswers } from '../src/desk/publication.ts';
import type { Publisher } from '../src/desk/publishing.ts';
import { incidentRef, mentionRef } from '../src/desk/ref.ts';
import { fieldOf } from '../views/form-values.ts';
import { leaveWrongModal } from '../views/forms/correct-one.ts';
import { chooseWrongModal, publicTexts, wrongModal } from '../views/forms/correction.ts';
import { ACTION, FIELD, FORM } from '../views/ids.ts';
import { correctOne, openEdit, sendEdited } from './correct-one.ts';
import { backToList, gone, listOf, showInPlace, wordOf } from './correction-word.ts';
import { metaOf, show } from './form.ts';
import { DONE, type Handler, type Reply, type SlackPress } from './handler.ts';
import { onMention } from './on-mention.ts';
import { stoppedBy } from './send.ts';
import type { Tools } from './tools.ts';
import { wordCheckingOf } from './word-checks.ts';

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
  const blamed = fieldOf(values, FIELD.blamed)?.trim() ?? '';
  const right = finished(typed, blamed);
  const words = tools.context().words.correction;
  if (right.de === null && right.en === null) return { ack: { errors: { [FIELD.answerDe]: words.noText } } };
  if (right.de?.includes(BLANK)) return { ack: { errors: { [FIELD.answerDe]: words.blanks } } };
  if (right.en?.includes(BLANK)) return { ack: { errors: { [FIELD.answerEn]: words.blanks } } };
  const ready = prepareAnswers(right, by, tools.desk());
  if (isRefused(ready)) {
    return { refused: ready.refused, at: ready.lang === 'de' ? FIELD.answerDe : FIELD.answerEn };
  }
  const { state, publication } = word;
  const warnings = await warningsOfRight(press, tools, { right, blamed, corrects: publication.id });
  if (warnings !== null) {
    const form = { word, de: typed.de ?? '', en: typed.en ?? '', blamed, ...stoppedBy(press, warnings) };
    return { ack: { update: wrongModal(form, tools.context()) } };
  }
  const outcome = await tools.store.change(refOf(state), (one) =>
    markWrong(one, publication.id, ready.answers, press, tools.clock.now()),
  );
  if (isRefused(outcome) && outcome.refused.reason !== 'already-handled') {
    return { refused: outcome.refused, at: FIELD.answerDe };
  }
  const marked = await wordOf(metaOf(press).source, tools);
  return marked === null ? DONE : { ack: { update: await listOf(marked, 1, tools) } };
}

/** What gives pause about the words that everybody who got it is told instead; null where nothing does that was not told. */
async function warningsOfRight(
  press: SlackPress,
  tools: Tools,
  { right, blamed, corrects }: { readonly right: CustomerAnswers; readonly blamed: string; readonly corrects: string },
): Promise<readonly Warning[] | null> {
  const checking = await wordCheckingOf(press, tools);
  // Whoever we blamed wrongly is named, and not blamed again.
  const ours = [...(checking.ours ?? []), ...(blamed === '' ? [] : [blamed])];
  const word = { by: press.by, purpose: 'reply', text: '', with: { answers: right, corrects } } as const;
  const warnings = warningsOfWord(word, [], { ...checking, ours }, tools.desk(), tools.clock.now());
  return untold(warnings, checking.told).length > 0 ? warnings : null;
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

function refOf(state: Publisher) {
  return state.type === 'mention' ? mentionRef(state.id) : incidentRef(state.id);
}
