import type { ModalView } from '@slack/types';
import { handlesOf } from '../../src/desk/forget.ts';
import { namedIn } from '../../src/desk/forget-names.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { context, label, option, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { authorName, networkName, numberLink } from '../facts.ts';
import { type FormValues, listOf } from '../form-values.ts';
import { holdLine } from '../hold.ts';
import { FIELD, FORM } from '../ids.ts';
import { LIMIT } from '../limit.ts';
import { snippet } from '../text.ts';
import { formModal, textInput } from './modal.ts';
import { customersWords } from './public-text.ts';

const REASON_LENGTH = 300;
const DELETE = 'delete';
const NUMBERS_SHOWN = 40;

/** "Legal hold", or its end; both with a reason. */
export function holdModal(mention: Mention, ctx: ViewContext): ModalView {
  const { privacy } = ctx.words;
  const which = mention.held === null ? 'hold' : 'lift';
  return formModal(
    {
      id: which === 'hold' ? FORM.hold : FORM.liftHold,
      title: privacy.title[which](mention.number),
      submit: privacy.submit[which],
      meta: { mention: mention.id, seen: [] },
      blocks: [
        ...customersWords(mention, ctx),
        ...holdLine(mention, ctx),
        textInput({
          field: FIELD.reason,
          label: privacy.reason,
          text: '',
          hint: privacy.reasonHint,
          max: REASON_LENGTH,
        }),
      ],
    },
    ctx,
  );
}

/**
 * What forgetting a person would delete, and what it would leave, before anything is.
 * @param mentions all of the person's, at least one
 */
export function forgetModal(mentions: readonly [Mention, ...Mention[]], ctx: ViewContext): ModalView {
  const { privacy } = ctx.words;
  const [first] = mentions;
  const [free, held] = [mentions.filter((one) => one.held === null), mentions.filter((one) => one.held !== null)];
  const replies = free.flatMap(({ publications }) =>
    publications.filter(({ status, post }) => status === 'published' && post !== null),
  );
  const cards = free.filter(({ card }) => card !== null).length;
  const handle = `@${snippet(first.author.handle, 40)}`;
  return formModal(
    {
      id: FORM.forget,
      title: privacy.title.forget,
      submit: privacy.submit.forget,
      meta: { mention: first.id, seen: [] },
      blocks: [
        section(privacy.who(authorName(first), handle, networkName(first.network))),
        section(`🗑️ ${privacy.deletes(free.length, numbers(free, ctx))}\n${privacy.inSlack(cards)}`),
        section(`${privacy.keeps}\n${privacy.publicStays(replies.length)}\n${privacy.byHand}`),
        ...namedBlocks(free, ctx),
        ...(held.length === 0 ? [] : [section(`⚖️ ${privacy.staysHeld(numbers(held, ctx))}`)]),
        ...(replies.length === 0
          ? []
          : [
              {
                type: 'input' as const,
                block_id: FIELD.replies,
                optional: true,
                label: label(privacy.alsoReplies, LIMIT.inputLabel),
                element: {
                  type: 'checkboxes' as const,
                  action_id: FIELD.replies,
                  options: [option(privacy.deleteReplies, DELETE)],
                },
              },
            ]),
        context(privacy.later),
      ],
    },
    ctx,
  );
}

/** The team's lists and rules lose the name, too; that changes what becomes of a later post. */
function namedBlocks(mentions: readonly Mention[], ctx: ViewContext) {
  const { names } = ctx.words.privacy;
  const named = namedIn(ctx.desk.settings, handlesOf(mentions));
  if (named === null) return [];
  const { vip, mute, rules, wholeRules } = named;
  const lists = [
    ...(vip ? [names.vip] : []),
    ...(mute ? [names.mute] : []),
    ...(rules > 0 ? [names.rules(rules)] : []),
  ];
  return [section(`🏷️ ${names.takenOut(lists.join(', '))}${wholeRules > 0 ? ` ${names.whole(wholeRules)}` : ''}`)];
}

/** Whether our public replies are to go as well. */
export function repliesToo(values: FormValues): boolean {
  return listOf(values, FIELD.replies)?.includes(DELETE) ?? false;
}

function numbers(mentions: readonly Mention[], ctx: ViewContext): string {
  const shown = mentions.slice(0, NUMBERS_SHOWN).map((one) => numberLink(one, ctx));
  const more = mentions.length - shown.length;
  return [...shown, ...(more > 0 ? [ctx.words.privacy.andMore(more)] : [])].join(', ');
}
