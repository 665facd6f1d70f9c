import type { KnownBlock } from '@slack/types';
import { keyOf, type Warning } from '../../src/desk/checks/warning.ts';
import { button, context, plainSection, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { ACTION, FIELD } from '../ids.ts';
import { snippet, when } from '../text.ts';
import { textInput } from './modal.ts';

/** What of the text a warning shows. */
const SHOWN = 200;
/** A customer's post as a warning shows it. */
const THEIRS = 1_000;

/**
 * What gives pause about the text, each with its reason and what may be done about it; nothing where there is nothing.
 * @param offers whether one press may change the form
 */
export function warningBlocks(warnings: readonly Warning[], ctx: ViewContext, offers = true): KnownBlock[] {
  if (warnings.length === 0) return [];
  const { checks } = ctx.words;
  return [
    section(`⚠️ *${checks.intro}*`),
    ...warnings.flatMap((one) => warningBlock(one, offers, ctx)),
    context(checks.again),
  ];
}

/** What a form carries of the warnings that it shows, together with those that it had shown before. */
export function warnedMeta(
  warnings: readonly Warning[],
  before: readonly string[] = [],
): { readonly warned?: readonly string[] } {
  const keys = [...new Set([...before, ...warnings.map(keyOf)])];
  return keys.length === 0 ? {} : { warned: keys.slice(-MOST_KEYS) };
}

/** Seven bytes each: the form carries other things, too. */
const MOST_KEYS = 60;

function warningBlock(warning: Warning, offers: boolean, ctx: ViewContext): KnownBlock[] {
  const { checks } = ctx.words;
  switch (warning.check) {
    case 'meanwhile':
      return [section(`• ${checks.meanwhile[warning.why]}`), plainSection(warning.words, THEIRS)];
    case 'privateData':
      return [
        section(`• ${checks.privateData[warning.why](quoted(warning, ctx))}`),
        ...offered(offers, `${checks.askPrivatelyHint} ${checks.linkPrice}`, ACTION.askPrivately, checks.askPrivately),
      ];
    case 'brushOff':
      return [section(`• ${checks.brushOff[warning.why]} ${quoted(warning, ctx)}`)];
    case 'blame':
      return [section(`• ${checks.blame(quoted(warning, ctx))}`), confirmedInput(ctx)];
    case 'language':
      return [section(`• ${checks.language[warning.why]}`)];
    case 'wornPhrase': {
      const same = warning.same ? ` ${checks.wornPhrase.same}` : '';
      return [section(`• ${checks.wornPhrase[warning.why](when(warning.at))}${same}`)];
    }
    case 'nextStep':
      return [section(`• ${checks.nextStep} ${quoted(warning, ctx)}`)];
    case 'promiseTime': {
      const why =
        warning.why === 'offer' ? checks.promiseTime.offer(when(warning.dueAt)) : checks.promiseTime[warning.why];
      return [section(`• ${why} ${quoted(warning, ctx)}`)];
    }
  }
}

/** The remedy stands beside the reason; kept for the team, as that of an incident's word. */
function confirmedInput({ words: { incident, checks } }: ViewContext): KnownBlock {
  return textInput({
    field: FIELD.confirmedBy,
    label: checks.confirmedBy,
    text: '',
    multiline: false,
    optional: true,
    placeholder: incident.confirmedPlaceholder,
    hint: incident.confirmedHint,
  });
}

/** What one press can do about it; nothing where the form can't be changed by one. */
function offered(offers: boolean, hint: string, action: string, text: string, value = action): KnownBlock[] {
  return offers ? [section(hint, button(action, text, value))] : [];
}

function quoted({ words }: Warning, { words: { checks } }: ViewContext): string {
  return checks.at(snippet(words, SHOWN));
}
