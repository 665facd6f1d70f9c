import type { ActionsBlock, KnownBlock, ModalView } from '@slack/types';
import { answerWay } from '../../src/desk/answer-way.ts';
import type { Warning } from '../../src/desk/checks/warning.ts';
import { correctionFor, correctionOf, type PublicWord, type Recipient } from '../../src/desk/correction.ts';
import type { Mention } from '../../src/desk/mention.ts';
import type { Publication } from '../../src/desk/publication.ts';
import type { Publisher } from '../../src/desk/publishing.ts';
import { seriesOf, wordsOf } from '../../src/desk/series.ts';
import { actions, button, context, plainSection, section } from '../block.ts';
import { linkButton } from '../by-hand.ts';
import type { ViewContext } from '../context.ts';
import { ACTION, FIELD, FORM } from '../ids.ts';
import { mentionRow } from '../mention-row.ts';
import { publicationLine, refOf } from '../publication.ts';
import { user, when } from '../text.ts';
import { pressValue } from '../value.ts';
import { formModal, readingModal, textInput } from './modal.ts';
import { noticeLine } from './public-text.ts';
import { isStopped, warnedMeta, warningBlocks } from './warnings.ts';

/** Customers on one page: up to two blocks each. */
export const CORRECTION_PAGE = 20;
const MOST_TEXTS = 20;
const ROOM = 600;

/** The texts of ours that are public here, the latest first; a text in numbered posts is one. */
export function publicTexts({ publications }: Publisher): readonly Publication[] {
  return publications
    .filter(({ status, after, text }) => status === 'published' && after === null && text !== '')
    .toReversed();
}

/** Which of several texts turned out wrong? */
export function chooseWrongModal(state: Publisher, ctx: ViewContext): ModalView {
  const words = ctx.words.correction;
  const texts = publicTexts(state).slice(0, MOST_TEXTS);
  const blocks = texts.flatMap((one) => [
    context(publicationLine(state, one, ctx)),
    plainSection(
      one.text,
      ROOM,
      button(ACTION.correctText, words.choice, pressValue({ ref: refOf(state), id: one.id })),
    ),
  ]);
  const head = section(texts.length === 0 ? words.nothing : words.choose);
  return readingModal(FORM.reading, words.chooseTitle, { [state.type]: state.id, seen: [] }, [head, ...blocks], ctx);
}

export interface WrongForm {
  readonly word: PublicWord;
  readonly de: string;
  readonly en: string;
  readonly notice?: string;
  /** Where whoever was wrongly named stood in the form. */
  readonly blamed?: string;
  /** See ReplyForm. */
  readonly warnings?: readonly Warning[];
  readonly warned?: readonly string[];
}

/** What whoever got a text is to be told instead, in both languages. Nothing goes out by it. */
export function wrongModal(form: WrongForm, ctx: ViewContext): ModalView {
  const { word, de, en, notice, blamed = '' } = form;
  const words = ctx.words.correction;
  const { state, publication } = word;
  return formModal(
    {
      id: FORM.wrong,
      title: words.formTitle,
      submit: isStopped(form) ? words.saveAnyway : words.save,
      meta: {
        [state.type]: state.id,
        publication: publication.id,
        source: sourceOf(word),
        seen: [],
        ...warnedMeta(form),
      },
      blocks: [
        section(words.wrongText),
        plainSection(textOf(word), ROOM),
        ...noticeLine(notice),
        ...warningBlocks(form, ctx, false, false),
        textInput({ field: FIELD.answerDe, label: words.de, text: de, optional: true }),
        textInput({ field: FIELD.answerEn, label: words.en, text: en, optional: true, hint: words.hint }),
        textInput({
          field: FIELD.blamed,
          label: words.blamed,
          text: blamed,
          optional: true,
          multiline: false,
          hint: words.blamedHint,
          max: 60,
        }),
        context(words.nothingSent),
      ],
    },
    ctx,
  );
}

export interface CorrectionList {
  /** The text that is marked as wrong. */
  readonly word: PublicWord;
  readonly recipients: readonly Recipient[];
  /** From 1. */
  readonly page: number;
}

/** Everybody who got a text that turned out wrong, with what can be done for each of those who do not know yet. */
export function correctionModal({ word, recipients, page: wished }: CorrectionList, ctx: ViewContext): ModalView {
  const words = ctx.words.correction;
  const count = (standing: Recipient['standing']) => recipients.filter((one) => one.standing === standing).length;
  const rest = words.rest(count('under-way'), count('skipped'), count('gone'));
  const left = recipients.filter(({ standing }) => standing === 'waits' || standing === 'by-hand');
  const pages = Math.max(1, Math.ceil(left.length / CORRECTION_PAGE));
  const page = Math.min(Math.max(1, wished), pages);
  const shown = left.slice((page - 1) * CORRECTION_PAGE, page * CORRECTION_PAGE);
  const source = sourceOf(word);
  const blocks: KnownBlock[] = [
    section(`*${words.progress(count('corrected'), recipients.length)}*${rest === '' ? '' : ` · ${rest}`}`),
    section(words.wrongText),
    plainSection(textOf(word), ROOM),
    ...toldBlocks(word, ctx),
    actions(
      button(ACTION.correctChange, words.change, source),
      ...(word.state.type === 'incident' && publicCorrectionOf(word) === null
        ? [button(ACTION.correctEdit, words.publicly, source)]
        : []),
    ),
    ...(shown.length === 0 ? [section(recipients.length === 0 ? words.nobody : words.allDone)] : []),
    ...turn(page, page - 1, pages, ctx),
    ...shown.flatMap((one) => rowOf(one, word, ctx)),
    ...turn(page, page + 1, pages, ctx),
  ];
  const meta = { [word.state.type]: word.state.id, publication: word.publication.id, source, seen: [], page };
  return readingModal(FORM.reading, words.listTitle, meta, blocks, ctx);
}

function toldBlocks(word: PublicWord, ctx: ViewContext): KnownBlock[] {
  const words = ctx.words.correction;
  const { wrong } = word.publication;
  const texts = [wrong?.de, wrong?.en].flatMap((text) => (text ? [plainSection(text, ROOM)] : []));
  const correction = publicCorrectionOf(word);
  return [
    section(words.told),
    ...texts,
    ...(correction === null
      ? []
      : [context(`✅ ${words.publicDone(user(correction.by), when(correction.pressedAt))}`)]),
  ];
}

/** Of an incident's word: what corrects it for everybody, out or on its way. */
function publicCorrectionOf({ state, publication }: PublicWord): Publication | null {
  return state.type === 'incident' ? correctionOf(state, publication.id) : null;
}

function rowOf({ mention, publication, standing }: Recipient, word: PublicWord, ctx: ViewContext): KnownBlock[] {
  const row = mentionRow(mention, undefined, ctx);
  const choices = choicesOf(mention, publication, word, ctx);
  return standing === 'by-hand' ? [row, context(ctx.words.correction.handOnly), choices] : [row, choices];
}

function choicesOf(mention: Mention, got: Publication, word: PublicWord, ctx: ViewContext): ActionsBlock {
  const words = ctx.words.correction;
  const value = pressValue({ ref: refOf(mention), id: got.id });
  const skip = button(ACTION.correctSkip, words.skip, value);
  if (answerWay(mention) === 'intent') {
    return actions(...linkButton(mention, correctionFor(word.publication, mention), ctx), skip);
  }
  return actions(
    button(ACTION.correctOne, words.send, value, { style: 'primary' }),
    button(ACTION.correctEdit, words.edit, value),
    skip,
  );
}

function turn(page: number, to: number, pages: number, ctx: ViewContext): KnownBlock[] {
  if (to < 1 || to > pages) return [];
  const { reading } = ctx.words;
  const text = to < page ? `‹ ${reading.back}` : `${reading.next} ›`;
  return [section(reading.page(page, pages), button(ACTION.correctPage, text, String(to)))];
}

/** How a form carries the text with which a correction began. */
export function sourceOf({ state, publication }: PublicWord): string {
  return pressValue({ ref: refOf(state), id: publication.id });
}

function textOf({ state, publication }: PublicWord): string {
  return wordsOf(state.publications, seriesOf(state.publications, publication));
}
