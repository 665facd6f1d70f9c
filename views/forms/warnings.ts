import type { KnownBlock } from '@slack/types';
import { keyOf, type Warning } from '../../src/desk/checks/warning.ts';
import { button, context, plainSection, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { ACTION, FIELD } from '../ids.ts';
import { LIMIT } from '../limit.ts';
import { snippet, when } from '../text.ts';
import { textInput } from './modal.ts';

/** What of the text a warning shows. */
const SHOWN = 200;
/** A customer's post as a warning shows it. */
const THEIRS = 1_000;

/** Among the keys that a form carries: it was sent, and stopped for its warnings. */
export const WAS_STOPPED = 'stopped';

interface Warned {
  readonly warnings?: readonly Warning[] | undefined;
  /** Keys of what the form had shown before. */
  readonly warned?: readonly string[] | undefined;
}

/**
 * What gives pause about the text, each with its reason and what may be done about it; nothing where there is nothing.
 * While nobody has sent it, only what is offered for it.
 * @param offers whether one press may change the form
 * @param asks whether who confirmed it is asked here; else the form asks it itself, or nobody is to be named
 */
export function warningBlocks(form: Warned, ctx: ViewContext, offers = true, asks = true): KnownBlock[] {
  const { warnings = [] } = form;
  const { checks } = ctx.words;
  const lastPrivate = warnings.findLast(({ check }) => check === 'privateData');
  // One press takes all of them private: it stands behind the last.
  const isOffered = (one: Warning) => offers && (one.check !== 'privateData' || one === lastPrivate);
  const blocks = warnings.flatMap((one) => warningBlock(one, { offers: isOffered(one), asks }, ctx));
  if (!isStopped(form)) return blocks;
  return [section(`⚠️ *${checks.intro}*`), ...blocks, ...(isAgainst(form) ? [context(checks.again)] : [])];
}

/** At the end of a form that was stopped: on a small screen the reason has scrolled away, and nothing seems to happen. */
export function stoppedLine(form: Warned, { words: { checks } }: ViewContext): KnownBlock[] {
  return isStopped(form) ? [context(`⚠️ ${checks.above}`)] : [];
}

/** The words of the button that sends the text against its warnings; null where it has none. */
export function submitAgainst(form: Warned, { words: { forms } }: ViewContext): string | null {
  return isAgainst(form) ? forms.submit.sendAnyway : null;
}

/** Whether sending it goes against anything: what is only offered may be left. */
function isAgainst(form: Warned): boolean {
  const { warnings = [] } = form;
  return isStopped(form) && warnings.some((one) => one.check !== 'promiseTime' || one.why !== 'offer');
}

/** What a form carries of the warnings that it shows, together with those that it had shown before. */
export function warnedMeta({ warnings = [], warned = [] }: Warned): { readonly warned?: readonly string[] } {
  const stopped = warned.includes(WAS_STOPPED) ? [WAS_STOPPED] : [];
  const keys = [...new Set([...warned, ...warnings.map(keyOf)])].filter((one) => one !== WAS_STOPPED);
  const all = [...stopped, ...keys.slice(-MOST_KEYS)];
  return all.length === 0 ? {} : { warned: all };
}

/** Seven bytes each: the form carries other things, too. */
const MOST_KEYS = 60;

/** Whether it was sent, and stopped for what still gives pause. */
export function isStopped({ warnings = [], warned = [] }: Warned): boolean {
  return warnings.length > 0 && warned.includes(WAS_STOPPED);
}

function warningBlock(
  warning: Warning,
  { offers, asks }: { readonly offers: boolean; readonly asks: boolean },
  ctx: ViewContext,
): KnownBlock[] {
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
      return [section(`• ${checks.blame(quoted(warning, ctx))}`), ...(asks ? [confirmedInput(ctx)] : [])];
    case 'language':
      return [section(`• ${checks.language[warning.why]}`)];
    case 'wornPhrase': {
      const same = warning.same ? ` ${checks.wornPhrase.same}` : '';
      const why = section(`• ${checks.wornPhrase[warning.why](when(warning.at))}${same}`);
      const { variant } = warning;
      if (variant === null || !isValue(variant)) {
        return offers
          ? [why, ...offered(offers, checks.wornHint, ACTION.takeBlank, checks.blank)]
          : [why, context(checks.wornHint)];
      }
      return [why, ...offered(offers, checks.variantHint, ACTION.takeVariant, checks.variant, variant)];
    }
    case 'nextStep':
      return [section(`• ${checks.nextStep} ${quoted(warning, ctx)}`)];
    case 'promiseTime':
      return warning.why === 'offer'
        ? promiseOffer(warning, offers, ctx)
        : [section(`• ${checks.promiseTime[warning.why]} ${quoted(warning, ctx)}`)];
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

function promiseOffer(warning: Extract<Warning, { why: 'offer' }>, offers: boolean, ctx: ViewContext): KnownBlock[] {
  const { checks } = ctx.words;
  const why = `🤝 ${checks.promiseTime.offer(quoted(warning, ctx), when(warning.dueAt))}`;
  return [section(why, ...(offers ? [button(ACTION.promiseTime, checks.promise, warning.dueAt)] : []))];
}

/** What one press can do about it; nothing where the form can't be changed by one. */
function offered(offers: boolean, hint: string, action: string, text: string, value = action): KnownBlock[] {
  return offers ? [section(hint, button(action, text, value))] : [];
}

/** Whether a press can carry it, whole characters alone (with `u` only halves match); a longer text is in the list of templates all the same. */
function isValue(text: string): boolean {
  return text.length <= LIMIT.value && !/\p{Surrogate}/u.test(text);
}

function quoted({ words }: Warning, { words: { checks } }: ViewContext): string {
  return checks.at(snippet(words, SHOWN));
}
