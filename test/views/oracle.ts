import type { ModalView } from '@slack/types';
import { checkMessageBlocks } from '../../practice/slack/blocks/check.ts';
import { checkView } from '../../practice/slack/blocks/view.ts';
import { faultsOfMarkup, faultsOfMessage, faultsOfView } from './limits.ts';

/** What a view may be: a message, a modal or home tab, or a text for one person, in mrkdwn. */
export type Surface = { readonly text: string; readonly blocks: readonly object[] } | ModalViewLike | string;
type ModalViewLike = Pick<ModalView, 'blocks'> & { readonly type: 'modal' | 'home' };

/** What turns round or hides what stands beside it. Selectors and joiners in emoji and in scripts are not among them. */
const HIDING = /(?!\u200C|\u200D|[\uFE00-\uFE0F]|[\u{E0020}-\u{E007F}])\p{Default_Ignorable_Code_Point}/u;
/** Half of a pair of UTF-16. */
const HALF = /\p{Surrogate}/u;
const CONTROLS = /(?!\n)\p{Cc}|[\u2028\u2029]/u;

/** Texts that are what somebody types, or what only comes back to us: Slack shows neither to others. */
const RAW = ['initial_value', 'value', 'private_metadata', 'block_id', 'action_id', 'external_id'];

/** What is wrong with a surface, whoever's words are on it; empty when nothing is. */
export function faultsOf(surface: Surface): string[] {
  if (typeof surface === 'string') return [...faultsOfText('a text', surface), ...faultsOfMarkup(surface)];
  const limits = 'type' in surface ? faultsOfView(surface) : faultsOfMessage(surface);
  return [...limits, ...refusedBySlack(surface), ...faultsInside(surface, [])];
}

/** By the practice Slack's account of Block Kit, which is another one than ours. */
function refusedBySlack(surface: Exclude<Surface, string>): string[] {
  let ids = 0;
  const newId = () => `id${ids++}`;
  try {
    if ('type' in surface) checkView(surface, surface.type, newId);
    else checkMessageBlocks(surface.blocks, newId);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

function faultsInside(value: unknown, path: readonly string[]): string[] {
  if (typeof value === 'string') return faultsOfString(value, path);
  if (Array.isArray(value)) return value.flatMap((one, index) => faultsInside(one, [...path, String(index)]));
  if (typeof value !== 'object' || value === null) return [];
  const unverbatim = 'type' in value && value.type === 'mrkdwn' && !('verbatim' in value && value.verbatim === true);
  return [
    ...(unverbatim ? [`${path.join('.')}: mrkdwn in which Slack makes links and pings of its own`] : []),
    ...Object.entries(value).flatMap(([key, one]) => faultsInside(one, [...path, key])),
  ];
}

function faultsOfString(text: string, path: readonly string[]): string[] {
  const name = path.join('.');
  // Slack refuses JSON with half a character in it.
  if (RAW.includes(path.at(-1) ?? '')) return HALF.test(text) ? [`${name}: half a character`] : [];
  return faultsOfText(name, text);
}

function faultsOfText(name: string, text: string): string[] {
  const found = (pattern: RegExp, what: string) => {
    const place = pattern.exec(text);
    return place === null
      ? []
      : [`${name}: ${what} in ${JSON.stringify(text.slice(Math.max(0, place.index - 30), place.index + 30))}`];
  };
  return [
    ...found(HALF, 'half a character'),
    ...found(HIDING, 'a character that hides or turns round'),
    ...found(CONTROLS, 'a control character'),
  ];
}
