import { blamedIn } from '../src/desk/blame.ts';
import type { Warning } from '../src/desk/checks/warning.ts';
import { toPublicText } from '../src/desk/public-text.ts';
import { fieldOf } from '../views/form-values.ts';
import { FIELD } from '../views/ids.ts';
import { eitherWay } from '../views/text.ts';
import { oursIn } from './checks.ts';
import type { Reply, SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

/** The company to which a text for everybody gives the blame, while its form does not say who confirmed that. */
export function blamedUnconfirmed(typed: string, press: SlackPress, tools: Tools): string | null {
  if (fieldOf(press.values, FIELD.confirmedBy)?.trim()) return null;
  return blamedBy(typed, tools);
}

/**
 * What a form is stopped for, with the question who confirmed it where that stands in it: an answer to it would vanish with
 * its field.
 */
export function stillAsking(
  warnings: readonly Warning[],
  typed: string,
  press: SlackPress,
  tools: Tools,
): readonly Warning[] {
  const stands = press.view?.inputs.includes(FIELD.confirmedBy) ?? false;
  const blamed = stands && warnings.every(({ check }) => check !== 'blame') ? blamedBy(typed, tools) : null;
  return blamed === null ? warnings : [...warnings, { check: 'blame', words: blamed }];
}

function blamedBy(typed: string, tools: Tools): string | null {
  const decoded = toPublicText(typed);
  if ('refused' in decoded || !tools.desk().settings.checks.blame) return null;
  return blamedIn(decoded.text, oursIn(tools.networks));
}

/** Asks in the form who confirmed it; null where there is nothing to ask. */
export function askWhoConfirmed(typed: string, press: SlackPress, tools: Tools): Reply | null {
  const blamed = blamedUnconfirmed(typed, press, tools);
  if (blamed === null) return null;
  const { checks } = tools.context().words;
  return { ack: { errors: { [FIELD.confirmedBy]: checks.whoConfirmed(eitherWay(blamed)) } } };
}
