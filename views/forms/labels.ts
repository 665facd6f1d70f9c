import type { InputBlock, ModalView } from '@slack/types';
import { isSame } from '../../src/desk/labels.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { context, label, option } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { FIELD, FORM } from '../ids.ts';
import { LIMIT } from '../limit.ts';
import { formModal, textInput } from './modal.ts';
import { customersWords } from './public-text.ts';

/** A mention's topics: those of the team to choose from, and room for other words. */
export function topicsModal(mention: Mention, ctx: ViewContext): ModalView {
  const { forms, finding } = ctx.words;
  return formModal(
    {
      id: FORM.topics,
      title: forms.title.topics(mention.number),
      submit: forms.submit.save,
      meta: { mention: mention.id, seen: [], topics: mention.topics },
      blocks: [
        ...customersWords(mention, ctx),
        ...topicsInput(mention, ctx),
        textInput({
          field: FIELD.newTopics,
          label: hasChoice(mention, ctx) ? finding.newTopics : finding.topics,
          text: '',
          multiline: false,
          optional: true,
          hint: finding.newTopicsHint,
        }),
      ],
    },
    ctx,
  );
}

function hasChoice(mention: Mention, ctx: ViewContext): boolean {
  return mention.topics.length + ctx.desk.settings.topics.length > 0;
}

/** Its own topics stand first, so that they can be taken away even where the settings no longer name them. */
function topicsInput(mention: Mention, ctx: ViewContext): (InputBlock | ReturnType<typeof context>)[] {
  const { finding } = ctx.words;
  const others = ctx.desk.settings.topics.filter((word) => !mention.topics.some((own) => isSame(own, word)));
  const options = [...mention.topics, ...others].slice(0, LIMIT.selectOptions).map((word) => option(word, word));
  if (!hasChoice(mention, ctx)) return [context(finding.noTopicsYet)];
  const initial = options.slice(0, mention.topics.length);
  return [
    {
      type: 'input',
      block_id: FIELD.topics,
      label: label(finding.topics, LIMIT.inputLabel),
      optional: true,
      element: {
        type: 'multi_static_select',
        action_id: FIELD.topics,
        options,
        ...(initial.length > 0 && { initial_options: initial }),
        placeholder: label(finding.chooseTopics, LIMIT.placeholder),
      },
    },
  ];
}

/** Where the case is kept elsewhere. */
export function ticketModal(mention: Mention, ctx: ViewContext): ModalView {
  const { forms, finding } = ctx.words;
  return formModal(
    {
      id: FORM.ticket,
      title: forms.title.ticket(mention.number),
      submit: forms.submit.save,
      meta: { mention: mention.id, seen: [] },
      blocks: [
        ...customersWords(mention, ctx),
        textInput({
          field: FIELD.ticket,
          label: finding.ticket,
          text: mention.ticket ?? '',
          multiline: false,
          optional: true,
          hint: finding.ticketHint,
        }),
      ],
    },
    ctx,
  );
}
