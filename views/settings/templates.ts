import type { KnownBlock, ModalView } from '@slack/types';
import { byWhenWords } from '../../src/desk/by-when.ts';
import type { DeskState } from '../../src/desk/desk-state.ts';
import { MINUTE_MS, plusMs } from '../../src/desk/instant.ts';
import type { Template } from '../../src/desk/settings.ts';
import { fillTemplate } from '../../src/desk/templates.ts';
import { actions, button, confirm, context, option, plain, plainSection, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { formModal, readingModal, textInput } from '../forms/modal.ts';
import { lengthLine } from '../forms/public-text.ts';
import type { TextLength } from '../forms/reply.ts';
import { ACTION, FORM } from '../ids.ts';
import { LIMIT } from '../limit.ts';
import { snippet } from '../text.ts';
import { SETTING } from './ids.ts';
import { choice } from './inputs.ts';

const LANGS = ['de', 'en'] as const;
export const PURPOSES = ['reply', 'holding', 'apology-wrong', 'apology-doing', 'incident'] as const;
const LISTED = 80;
/** When the example customer would hear from us. */
const EXAMPLE_MS = 120 * MINUTE_MS;
/** The value of the button that adds one; no template has an empty id. */
export const NEW_TEMPLATE = '';

/** Every template with its beginning; in the order in which the forms offer them. */
export function templatesList(desk: DeskState, ctx: ViewContext, notice?: string): ModalView {
  const { settings: words } = ctx.words;
  const { templates } = desk.settings;
  const inOrder = PURPOSES.flatMap((purpose) => templates.filter((one) => one.purpose === purpose));
  const more = inOrder.length - LISTED;
  const blocks: KnownBlock[] = [
    ...(notice === undefined ? [] : [section(`⚠️ ${notice}`)]),
    actions(button(ACTION.editTemplate, words.add, NEW_TEMPLATE, { style: 'primary' })),
    ...(inOrder.length === 0 ? [section(words.noTemplates)] : []),
    ...inOrder.slice(0, LISTED).map((one) => row(one, ctx)),
    ...(more > 0 ? [context(words.templatesLeftOff(more))] : []),
  ];
  return readingModal(FORM.reading, words.title.templates, { seen: [], topic: 'templates' }, blocks, ctx);
}

function row(template: Template, ctx: ViewContext): KnownBlock {
  const { settings: words } = ctx.words;
  const head = `*${snippet(template.title, 100)}*  ${template.lang.toUpperCase()} · ${words.purpose[template.purpose]}`;
  return section(`${head}\n${snippet(template.text, 150)}`, button(ACTION.editTemplate, words.edit, template.id));
}

export interface TemplateForm {
  /** A new one has `NEW_TEMPLATE` as its id. */
  readonly template: Template;
  readonly revision: number;
  /** Of the text as the example customer would read it. */
  readonly length: TextLength;
}

/** One template, with what an example customer would read. */
export function templateForm({ template, revision, length }: TemplateForm, ctx: ViewContext): ModalView {
  const { settings: words, forms } = ctx.words;
  const isNew = template.id === NEW_TEMPLATE;
  const langs = LANGS.map((one) => option(words.languages[one], one));
  const purposes = PURPOSES.map((one) => option(words.purpose[one], one));
  const blocks: KnownBlock[] = [
    choice({ field: SETTING.templateLang, label: words.templateLang, options: langs, chosen: template.lang }),
    choice({
      field: SETTING.templatePurpose,
      label: words.templatePurpose,
      options: purposes,
      chosen: template.purpose,
    }),
    textInput({ field: SETTING.templateTitle, label: words.templateTitle, text: template.title, multiline: false }),
    textInput({
      field: SETTING.templateText,
      typing: ACTION.typeText,
      label: words.templateText,
      text: template.text,
      hint: words.templateHint,
    }),
    context(words.preview),
    plainSection(exampleOf(template, ctx), 2_000),
    lengthLine(length, ctx),
    ...(isNew ? [] : [removal(template, ctx)]),
  ];
  const meta = { seen: [], topic: 'templates', templateId: template.id, revision };
  const title = isNew ? words.title.newTemplate : words.title.editTemplate;
  return formModal({ id: FORM.template, title, submit: forms.submit.save, meta, blocks }, ctx);
}

/** The text with the example customer's names, as the preview shows it. */
export function exampleOf(template: Template, ctx: ViewContext): string {
  const { example } = ctx.words.settings;
  const { timeZone } = ctx.desk.settings.officeHours;
  const dueAt = plusMs(ctx.now, EXAMPLE_MS);
  return fillTemplate(template, { ...example, byWhen: byWhenWords(dueAt, template.lang, timeZone, ctx.now) });
}

/** What a new one starts with. */
export function newTemplate(desk: DeskState): Template {
  return { id: NEW_TEMPLATE, lang: desk.settings.language, purpose: 'reply', title: '', text: '' };
}

function removal(template: Template, ctx: ViewContext): KnownBlock {
  const { settings: words } = ctx.words;
  const title = plain(template.title, LIMIT.optionText).text;
  const question = confirm({
    title: words.removeQuestion,
    text: words.removeText(title),
    yes: words.remove,
    no: words.keep,
  });
  return actions(button(ACTION.deleteTemplate, words.remove, template.id, { style: 'danger', confirm: question }));
}
