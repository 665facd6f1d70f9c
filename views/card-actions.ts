import type { ActionsBlock, PlainTextOption } from '@slack/types';
import { answerWay } from '../src/desk/answer-way.ts';
import { isLocked } from '../src/desk/lock.ts';
import type { Mention } from '../src/desk/mention.ts';
import { actions, button, option } from './block.ts';
import { handButtons } from './by-hand.ts';
import type { ViewContext } from './context.ts';
import { isSettled, networkName } from './facts.ts';
import { ACTION, CHOICE } from './ids.ts';
import { refOf } from './publication.ts';
import { webAddress } from './text.ts';
import { choiceValue, pressValue } from './value.ts';

interface ActionsLook {
  /** Whether the customer's address may be a link. */
  readonly links: boolean;
}

/** What staff can do with a mention. A settled one is quiet: nothing in colour, the rest is in the menu. */
export function cardActions(mention: Mention, ctx: ViewContext, look: ActionsLook = { links: true }): ActionsBlock {
  const { buttons } = ctx.words.card;
  const value = pressValue({ ref: refOf(mention) });
  const menu = { type: 'overflow' as const, action_id: ACTION.more, options: choices(mention, ctx, look) };
  if (isSettled(mention)) return actions(button(ACTION.reply, buttons.reply, value), menu);
  const locked = isLocked(mention, ctx.desk.settings);
  const answer =
    answerWay(mention) === 'intent'
      ? handButtons(mention, ctx)
      : [
          button(ACTION.reply, buttons.reply, value, locked ? {} : { style: 'primary' }),
          button(ACTION.apologise, buttons.apologise, value),
        ];
  const escalate = button(ACTION.escalate, buttons.escalate, value, locked ? { style: 'primary' } : {});
  // Of what is locked almost everybody can only ask.
  return actions(
    ...(locked ? [escalate, ...answer] : [...answer, escalate]),
    mention.owner === null
      ? button(ACTION.claim, buttons.claim, value)
      : button(ACTION.release, buttons.release, value),
    menu,
  );
}

/** Two to five, as Slack wants. */
function choices(mention: Mention, ctx: ViewContext, look: ActionsLook): PlainTextOption[] {
  const { buttons } = ctx.words.card;
  const choice = (name: string, text: string, url?: string) => option(text, choiceValue(name, mention.id), url);
  const address = look.links ? webAddress(mention.posts[0].url) : null;
  const settled = isSettled(mention);
  return [
    ...(settled ? [choice(CHOICE.reopen, buttons.reopen)] : [choice(CHOICE.close, buttons.close)]),
    choice(CHOICE.kind, buttons.kind),
    ...(address === null ? [] : [choice(CHOICE.openNetwork, buttons.open(networkName(mention.network)), address)]),
    choice(CHOICE.history, buttons.history),
    choice(CHOICE.more, buttons.more),
  ];
}
