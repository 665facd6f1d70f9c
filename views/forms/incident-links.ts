import type { InputBlock, ModalView } from '@slack/types';
import type { Incident } from '../../src/desk/incident.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { context, label, option, plain, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { type FormValues, listOf } from '../form-values.ts';
import { FIELD, FORM } from '../ids.ts';
import { LIMIT } from '../limit.ts';
import { snippet, visible } from '../text.ts';
import { oneLine } from './lists.ts';
import { formModal, readingModal } from './modal.ts';

/** Selects in one form; Slack takes 250 kB a view: https://docs.slack.dev/reference/views */
const PARTS = 5;

/**
 * Which open mentions does this incident explain?
 * @param mentions those that can be linked, in the order to show; each hundred has a select of its own
 */
export function linkMentionsModal(incident: Incident, mentions: readonly Mention[], ctx: ViewContext): ModalView {
  const { links } = ctx.words.incident;
  const title = links.title(incident.number);
  const head = section(`*${snippet(incident.title, 200)}*`);
  if (mentions.length === 0) {
    return readingModal(FORM.reading, title, { incident: incident.id, seen: [] }, [head, section(links.none)], ctx);
  }
  const parts = Array.from({ length: Math.ceil(mentions.length / LIMIT.selectOptions) }, (_, index) => index);
  const left = mentions.length - PARTS * LIMIT.selectOptions;
  return formModal(
    {
      id: FORM.linkMentions,
      title,
      submit: links.submit,
      meta: { incident: incident.id, seen: [] },
      blocks: [
        head,
        ...parts.slice(0, PARTS).map((part) => mentionsInput(mentions, part, parts.length > 1, ctx)),
        context(left > 0 ? `${links.more(left)} ${links.hint}` : links.hint),
      ],
    },
    ctx,
  );
}

function mentionsInput(mentions: readonly Mention[], part: number, isPart: boolean, ctx: ViewContext): InputBlock {
  const { links } = ctx.words.incident;
  const from = part * LIMIT.selectOptions;
  const shown = mentions.slice(from, from + LIMIT.selectOptions);
  return {
    type: 'input',
    block_id: `${FIELD.links}:${part + 1}`,
    label: label(isPart ? links.mentionsFrom(from + 1, from + shown.length) : links.mentions, LIMIT.inputLabel),
    // Which of several selects is used is not for Slack to say; an empty form is answered after Send.
    optional: isPart,
    element: {
      type: 'multi_static_select',
      action_id: FIELD.links,
      placeholder: label(links.placeholder, LIMIT.placeholder),
      options: shown.map((mention) => option(oneLine(mention), mention.id)),
    },
  };
}

/** The mentions that were chosen, over all parts of the form. */
export function chosenMentions(values: FormValues): readonly string[] {
  return Object.keys(values)
    .filter((block) => block.startsWith(`${FIELD.links}:`))
    .flatMap((block) => listOf(values, block) ?? []);
}

/** Which incident explains this mention? The running ones first. */
export function linkIncidentModal(mention: Mention, incidents: readonly Incident[], ctx: ViewContext): ModalView {
  const { links } = ctx.words.incident;
  const options = incidents.slice(0, LIMIT.selectOptions).map((incident) => {
    const title = plain(`${ctx.words.card.incident(incident.number)}: ${visible(incident.title)}`, LIMIT.optionText);
    return option(title.text, incident.id);
  });
  const [first] = options;
  return formModal(
    {
      id: FORM.linkIncident,
      title: links.pickTitle,
      submit: links.submit,
      meta: { mention: mention.id, seen: [] },
      blocks: [
        {
          type: 'input',
          block_id: FIELD.incident,
          label: label(links.pick, LIMIT.inputLabel),
          element: {
            type: 'static_select',
            action_id: FIELD.incident,
            options,
            ...(first !== undefined && { initial_option: first }),
          },
        },
        context(links.hint),
      ],
    },
    ctx,
  );
}
