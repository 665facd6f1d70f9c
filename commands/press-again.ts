import { z } from 'zod';
import { CallFault } from '../src/desk/fault.ts';
import { TriggerGone } from '../src/slack/modals.ts';
import { LIMIT } from '../views/limit.ts';
import type { SlackPress } from './handler.ts';

/** A press as a button carries it: what was pressed, where, and what stood behind it. */
const pressed = z.object({
  kind: z.enum(['command', 'action', 'shortcut']),
  name: z.string(),
  value: z.string().nullable(),
  text: z.string(),
  channel: z.string().nullable(),
  messageTs: z.string().nullable(),
  threadTs: z.string().nullable(),
});

/**
 * The value of a button that does the same once more, for a press that came to nothing through Slack's fault: its form
 * could not be opened, as the trigger was too old or Slack limited us. Null for what can simply be pressed again where it
 * was, and for a command too long for a button.
 */
export function againValue(error: unknown, press: SlackPress): string | null {
  const isPassing = error instanceof TriggerGone || (error instanceof CallFault && error.fault.act !== 'give-up');
  if (!isPassing || press.view?.type === 'modal') return null;
  const { data } = pressed.safeParse(press);
  const value = data === undefined ? '' : JSON.stringify(data);
  return value === '' || value.length > LIMIT.value ? null : value;
}

/**
 * The press that such a button repeats, by whoever pressed it now; it passes every check anew. Null when its value is
 * none of ours.
 */
export function pressAgain(press: SlackPress): SlackPress | null {
  const { data } = pressed.safeParse(parsed(press.value ?? ''));
  return data === undefined ? null : { ...press, ...data, view: null, values: {} };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
