import type { InputBlock, ModalView } from '@slack/types';
import { type ChannelRule, channelOfKind } from '../../src/desk/channels.ts';
import type { DeskState } from '../../src/desk/desk-state.ts';
import { KINDS, type Kind } from '../../src/desk/mention.ts';
import { revisionOf } from '../../src/desk/settings-change.ts';
import { context, label } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { networkName } from '../facts.ts';
import { LIMIT } from '../limit.ts';
import { channel } from '../text.ts';
import { SETTING } from './ids.ts';
import { settingsForm } from './inputs.ts';

/** Where each kind's cards go. Rules about a network have no place here; they stay as they are. */
export function channelsForm(desk: DeskState, ctx: ViewContext): ModalView {
  const { settings: words, card } = ctx.words;
  const { channels } = desk.settings;
  const kept = channels.filter((rule) => rule.network !== undefined).length;
  const blocks = [
    context(words.channelsIntro(channel(ctx.desk.channel))),
    ...KINDS.map((kind) => kindInput(kind, card.kind[kind], channelOfKind(channels, kind), ctx)),
    ...(kept === 0 ? [] : [context(words.channelsKept(kept))]),
  ];
  return settingsForm('channels', revisionOf(desk), blocks, ctx);
}

/** One line for each rule, for the settings' menu. */
export function channelsInShort({ settings }: DeskState, ctx: ViewContext): string {
  if (settings.channels.length === 0) return ctx.words.settings.allInOne;
  const rules = settings.channels.slice(0, MOST_RULES).map((rule) => channelRuleText(rule, ctx));
  const more = settings.channels.length - rules.length;
  return [...rules, ...(more > 0 ? [`+ ${more}`] : [])].join('\n');
}

/** Which cards go where, in one line. */
export function channelRuleText({ network, kinds, channel: where }: ChannelRule, ctx: ViewContext): string {
  const { settings: words, card } = ctx.words;
  const of = network === undefined ? '' : `${networkName(network)}: `;
  return `${of}${kinds?.map((kind) => card.kind[kind]).join(', ') ?? words.allNetworks} → ${channel(where)}`;
}

const MOST_RULES = 10;

function kindInput(kind: Kind, name: string, chosen: string | null, ctx: ViewContext): InputBlock {
  const { settings: words } = ctx.words;
  const field = SETTING.kindChannel(kind);
  return {
    type: 'input',
    block_id: field,
    label: label(words.channelOfKind(name), LIMIT.inputLabel),
    optional: true,
    element: {
      type: 'conversations_select',
      action_id: field,
      placeholder: label(words.ownChannel, LIMIT.placeholder),
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(chosen !== null && { initial_conversation: chosen }),
    },
  };
}
