import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { DeskState } from '../../src/desk/desk-state.ts';
import { revisionOf } from '../../src/desk/settings-change.ts';
import { context, divider, label, option, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { LIMIT } from '../limit.ts';
import { channel, group, snippet, user } from '../text.ts';
import { approvalInputs } from './approval.ts';
import { chainInputs } from './chain.ts';
import { aboutGroups, type GroupList, groupOptions } from './groups.ts';
import { SETTING } from './ids.ts';
import { choice, line, peopleInput, settingsForm } from './inputs.ts';

/** The value of "nobody" in a menu of groups. */
export const NOBODY = 'nobody';
const LISTED = 60;

/** Who may publish, and who leads. */
export function rightsForm(desk: DeskState, list: GroupList, ctx: ViewContext): ModalView {
  const { settings: words } = ctx.words;
  const { publishers, leads } = desk.settings;
  const blocks = [
    context(leads.length === 0 ? `${words.rightsIntro} ${words.rightsFirst}` : words.rightsIntro),
    peopleInput(SETTING.publishers, words.publishers, publishers, ctx),
    ...groupsInput(SETTING.publisherGroups, words.publisherGroups, publishers, list, ctx),
    peopleInput(SETTING.leads, words.leads, leads, ctx),
    ...groupsInput(SETTING.leadGroups, words.leadGroups, leads, list, ctx),
    ...aboutGroups(list, ctx),
    ...approvalInputs(desk.settings, ctx),
  ];
  return settingsForm('rights', revisionOf(desk), blocks, ctx);
}

/** Whom a second reminder names, and where user groups are asked: one pair of group and channel at a time. */
export function escalationForm(desk: DeskState, list: GroupList, ctx: ViewContext): ModalView {
  const { settings: words } = ctx.words;
  const { group: named, channels } = desk.settings.escalation;
  const pairs = Object.entries(channels).map(([id, to]) => `• ${group(id)} → ${channel(to)}`);
  const options = groupOptions(list, named === undefined ? [] : [named], LIMIT.selectOptions - 1);
  const someGroup = groupOptions(list, Object.keys(channels));
  const pickers: KnownBlock[] =
    options === null || someGroup === null || someGroup.length === 0
      ? aboutGroups(list, ctx)
      : [
          choice({
            field: SETTING.escalationGroup,
            label: words.escalationGroup,
            options: [option(words.noGroup, NOBODY), ...options],
            chosen: named ?? NOBODY,
          }),
          choice({ field: SETTING.channelOf, label: words.channelOf, options: someGroup, optional: true }),
          channelInput(ctx),
        ];
  const blocks = [...listed(words.pairs, pairs, words.noPairs), ...pickers, divider, ...chainInputs(desk, list, ctx)];
  return settingsForm('escalation', revisionOf(desk), blocks, ctx);
}

/** One person's initials at a time, below those that there are. */
export function signaturesForm(desk: DeskState, ctx: ViewContext): ModalView {
  const { settings: words } = ctx.words;
  const signed = Object.entries(desk.settings.signatures).map(
    ([id, initials]) => `• ${user(id)} ^${snippet(initials, 8)}`,
  );
  const signer: InputBlock = {
    type: 'input',
    block_id: SETTING.signer,
    label: label(words.signer, LIMIT.inputLabel),
    element: { type: 'users_select', action_id: SETTING.signer },
  };
  const blocks = [
    ...listed(words.signaturesNow, signed, words.noSignatures),
    signer,
    line({ field: SETTING.initials, label: words.initials, text: '', hint: words.initialsHint }),
  ];
  return settingsForm('signatures', revisionOf(desk), blocks, ctx);
}

function listed(title: string, lines: readonly string[], none: string): KnownBlock[] {
  if (lines.length === 0) return [section(none)];
  const more = lines.length - LISTED;
  return [section([`*${title}*`, ...lines.slice(0, LISTED), ...(more > 0 ? [`+ ${more}`] : [])].join('\n'))];
}

/** Several people; the order in which they were chosen stays. */
/** Nothing where there are no groups, or while nobody knows them. */
function groupsInput(
  field: string,
  text: string,
  chosen: readonly string[],
  list: GroupList,
  ctx: ViewContext,
): InputBlock[] {
  const ids = chosen.filter((id) => id.startsWith('S'));
  const options = groupOptions(list, ids);
  if (options === null || options.length === 0) return [];
  const initial = options.filter(({ value }) => value !== undefined && ids.includes(value));
  return [
    {
      type: 'input',
      block_id: field,
      label: label(text, LIMIT.inputLabel),
      optional: true,
      element: {
        type: 'multi_static_select',
        action_id: field,
        options,
        ...(initial.length > 0 && { initial_options: initial }),
        placeholder: label(ctx.words.settings.chooseGroups, LIMIT.placeholder),
      },
    },
  ];
}

function channelInput(ctx: ViewContext): InputBlock {
  const { settings: words } = ctx.words;
  return {
    type: 'input',
    block_id: SETTING.channel,
    label: label(words.channel, LIMIT.inputLabel),
    optional: true,
    hint: label(words.channelHint, LIMIT.inputLabel),
    element: {
      type: 'conversations_select',
      action_id: SETTING.channel,
      filter: { include: ['public', 'private'], exclude_bot_users: true },
    },
  };
}
