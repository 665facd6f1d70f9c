import type { KnownBlock } from '@slack/types';
import type { Incident } from '../src/desk/incident.ts';
import { askedWith, suggestedTo } from '../src/desk/incident-match.ts';
import type { Mention } from '../src/desk/mention.ts';
import { actions, button, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { isSettled } from './facts.ts';
import { ACTION } from './ids.ts';
import { refOf } from './publication.ts';
import { pressValue } from './value.ts';

/** Whether a running incident explains a mention, and those on its card: for staff to say. */
export function suggestionBlocks(mention: Mention, alike: readonly Mention[], ctx: ViewContext): KnownBlock[] {
  const { suggested } = mention;
  if (suggested === null || isSettled(mention)) return [];
  const words = ctx.words.incident.suggested;
  const all = 1 + askedWith(mention, alike).length;
  const value = pressValue({ ref: refOf(mention) });
  return [
    section(`🔗 *${all === 1 ? words.ask(suggested.number) : words.askAll(suggested.number, all)}*`),
    actions(button(ACTION.confirmLink, words.yes, value), button(ACTION.declineLink, words.no, value)),
  ];
}

/** On an incident's message: how many it may explain, and one press for all of them. */
export function suggestedLine(incident: Incident, mentions: readonly Mention[], ctx: ViewContext): KnownBlock[] {
  const words = ctx.words.incident.suggested;
  const many = suggestedTo(mentions, incident.id).length;
  if (many === 0) return [];
  const value = pressValue({ ref: refOf(incident) });
  return [section(`🔗 ${words.count(many)}`, button(ACTION.linkSuggested, words.linkAll(many), value))];
}
