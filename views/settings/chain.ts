import type { InputBlock, KnownBlock } from '@slack/types';
import type { DeskState } from '../../src/desk/desk-state.ts';
import type { ChainStep } from '../../src/desk/settings.ts';
import { context, label, option, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { LIMIT } from '../limit.ts';
import { group, user } from '../text.ts';
import { type GroupList, groupOptions } from './groups.ts';
import { SETTING } from './ids.ts';
import { choice, line } from './inputs.ts';

/** Who is asked while nobody takes an escalation: one step at a time, below those that there are. */
export function chainInputs(desk: DeskState, list: GroupList, ctx: ViewContext): KnownBlock[] {
  const { settings: words } = ctx.words;
  const { chain } = desk.settings.escalation;
  const groups = groupOptions(
    list,
    chain.map(({ to }) => to).filter((to) => to.startsWith('S')),
  );
  const steps = chain.map((_, index) => option(words.chainStep(index + 1), String(index)));
  return [
    ...present(chain, ctx),
    ...(steps.length === 0
      ? []
      : [choice({ field: SETTING.chainStep, label: words.chainWhich, options: steps, optional: true })]),
    personInput(ctx),
    ...(groups === null || groups.length === 0
      ? []
      : [choice({ field: SETTING.chainGroup, label: words.chainGroup, options: groups, optional: true })]),
    line({ field: SETTING.chainMinutes, label: words.chainMinutes, text: '', hint: words.chainHint }),
  ];
}

function present(chain: readonly ChainStep[], ctx: ViewContext): KnownBlock[] {
  const { settings: words } = ctx.words;
  if (chain.length === 0) return [context(words.noChain)];
  const lines = chain.map(({ to, minutes }, index) =>
    words.chainLine(index + 1, to.startsWith('S') ? group(to) : user(to), minutes),
  );
  return [section([`*${words.chain}*`, ...lines].join('\n'))];
}

function personInput(ctx: ViewContext): InputBlock {
  return {
    type: 'input',
    block_id: SETTING.chainPerson,
    label: label(ctx.words.settings.chainPerson, LIMIT.inputLabel),
    optional: true,
    element: { type: 'users_select', action_id: SETTING.chainPerson },
  };
}
