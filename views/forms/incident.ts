import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Aside } from '../../src/desk/aside.ts';
import type { Warning } from '../../src/desk/checks/warning.ts';
import { type Incident, SEVERITIES, type Severity } from '../../src/desk/incident.ts';
import { context, label, option, plainSection, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { ACTION, FIELD, FORM } from '../ids.ts';
import { LIMIT } from '../limit.ts';
import { publicationLine } from '../publication.ts';
import { snippet } from '../text.ts';
import { asideInputs, asideOf } from './incident-aside.ts';
import { formModal, textInput } from './modal.ts';
import { lengthBlocks, type Posts, postsMeta, submitPosts } from './posts.ts';
import { approvalHint, noticeLine, sendHint, templateSelect, undoHint } from './public-text.ts';
import type { TextLength } from './reply.ts';
import { submitAgainst, warnedMeta, warningBlocks } from './warnings.ts';

interface PublicText {
  readonly text: string;
  readonly length: TextLength;
  readonly hasLink: boolean;
  /** The text as numbered posts; not offered unless given. */
  readonly posts?: Posts;
  readonly templateId?: string;
  readonly notice?: string;
  /** What stands beside the text, or was typed there before. */
  readonly aside?: Aside;
  /** Raise it by one whenever `text` must replace what stands in an open form. */
  readonly inserted?: number;
  /** See ReplyForm. */
  readonly warnings?: readonly Warning[];
  readonly warned?: readonly string[];
}

export interface IncidentStartForm extends PublicText {
  /** It was opened from a surge's message: so many complaints are linked when it starts. */
  readonly surge?: { readonly id: string; readonly mentions: number } | undefined;
  readonly title: string;
  readonly severity: Severity;
  readonly updateMinutes: number;
}

export interface IncidentUpdateForm extends PublicText {
  readonly incident: Incident;
  /** Publication ids that this person can see. */
  readonly seen: readonly string[];
  /** The incident's own unless given. */
  readonly updateMinutes?: number;
}

export interface IncidentResolveForm extends PublicText {
  readonly incident: Incident;
  readonly seen: readonly string[];
}

const UPDATE_MINUTES = [15, 30, 60, 120, 240];

export function incidentStartModal(form: IncidentStartForm, ctx: ViewContext): ModalView {
  const { forms } = ctx.words;
  return formModal(
    {
      id: FORM.incidentStart,
      title: forms.title.incidentStart,
      submit: submitAgainst(form, ctx) ?? forms.submit.publish,
      meta: {
        seen: [],
        inserted: form.inserted,
        templateId: form.templateId,
        surge: form.surge?.id,
        linked: form.surge?.mentions,
        ...warnedMeta(form),
      },
      tellsClosing: true,
      blocks: [
        ...noticeLine(form.notice),
        ...(form.surge === undefined ? [] : [context(`🔗 ${ctx.words.surge.linked(form.surge.mentions)}`)]),
        textInput({
          field: FIELD.title,
          label: forms.incidentTitle,
          text: form.title,
          placeholder: forms.incidentTitlePlaceholder,
          multiline: false,
        }),
        ...publicText(form, ctx),
        severityInput(form.severity, ctx),
        nextUpdateInput(form.updateMinutes, ctx),
        ...asideInputs({ confirmedBefore: null, optional: true, typed: form.aside }, ctx),
        ctx.desk.settings.approval.incidents ? approvalHint(ctx) : undoHint(ctx),
      ],
    },
    ctx,
  );
}

export function incidentUpdateModal(form: IncidentUpdateForm, ctx: ViewContext): ModalView {
  const { incident } = form;
  const { forms } = ctx.words;
  return formModal(
    {
      id: FORM.incidentUpdate,
      title: forms.title.incidentUpdate(incident.number),
      submit: submitAgainst(form, ctx) ?? submitPosts('publish', form.posts, ctx) ?? forms.submit.publish,
      meta: {
        incident: incident.id,
        seen: form.seen,
        inserted: form.inserted,
        templateId: form.templateId,
        ...postsMeta(form.posts),
        ...warnedMeta(form),
      },
      tellsClosing: true,
      blocks: [
        ...lastWords(incident, ctx),
        ...noticeLine(form.notice),
        ...publicText(form, ctx),
        nextUpdateInput(form.updateMinutes ?? incident.updateMinutes, ctx),
        ...asideInputs(asideOf(incident, form.aside), ctx),
        sendHint(incident, 'incident-update', ctx),
      ],
    },
    ctx,
  );
}

export function incidentResolveModal(form: IncidentResolveForm, ctx: ViewContext): ModalView {
  const { incident } = form;
  const { forms } = ctx.words;
  return formModal(
    {
      id: FORM.incidentResolve,
      title: forms.title.incidentResolve(incident.number),
      submit: submitAgainst(form, ctx) ?? forms.submit.publish,
      meta: {
        incident: incident.id,
        seen: form.seen,
        inserted: form.inserted,
        templateId: form.templateId,
        ...warnedMeta(form),
      },
      tellsClosing: true,
      blocks: [
        ...lastWords(incident, ctx),
        ...noticeLine(form.notice),
        ...publicText(form, ctx),
        ...asideInputs(asideOf(incident, form.aside), ctx),
        sendHint(incident, 'incident-resolve', ctx),
      ],
    },
    ctx,
  );
}

/** What the public has read so far. */
export function lastWords(incident: Incident, ctx: ViewContext): KnownBlock[] {
  const said = incident.publications.filter((one) => one.status !== 'undone' && one.status !== 'deleted').slice(-3);
  return [
    section(`*${snippet(incident.title, 200)}*`),
    ...said.flatMap((one) => [context(publicationLine(incident, one, ctx)), plainSection(one.text, 500)]),
  ];
}

/** Everybody reads it, so templates come in the team's own language first. */
function publicText(form: PublicText, ctx: ViewContext): KnownBlock[] {
  const { forms } = ctx.words;
  const lang = ctx.desk.settings.language;
  return [
    ...templateSelect(
      { block: FIELD.template, purpose: 'incident', lang, placeholder: forms.template, chosen: form.templateId },
      ctx,
    ),
    ...warningBlocks(form, ctx, false, false),
    textInput({
      field: FIELD.text,
      typing: ACTION.typeText,
      inserted: form.inserted,
      label: forms.publicText,
      text: form.text,
    }),
    ...lengthBlocks(form.length, form.posts, ctx),
    ...(form.hasLink ? [context(`💲 ${forms.linkPrice}`)] : []),
  ];
}

function severityInput(severity: Severity, ctx: ViewContext): InputBlock {
  const options = SEVERITIES.map((one) => option(ctx.words.card.severity[one], one));
  const chosen = options.find((one) => one.value === severity);
  return {
    type: 'input',
    block_id: FIELD.severity,
    label: label(ctx.words.forms.severity, LIMIT.inputLabel),
    element: { type: 'static_select', action_id: FIELD.severity, options, ...(chosen && { initial_option: chosen }) },
  };
}

/** The value of an option is the number of minutes. */
function nextUpdateInput(minutes: number, ctx: ViewContext): InputBlock {
  const { forms } = ctx.words;
  const choices = [...new Set([...UPDATE_MINUTES, minutes])].sort((a, b) => a - b);
  const options = choices.map((one) => option(forms.minutes(one), String(one)));
  const chosen = options.find((one) => one.value === String(minutes));
  return {
    type: 'input',
    block_id: FIELD.nextUpdate,
    label: label(forms.nextUpdate, LIMIT.inputLabel),
    element: { type: 'static_select', action_id: FIELD.nextUpdate, options, ...(chosen && { initial_option: chosen }) },
  };
}
