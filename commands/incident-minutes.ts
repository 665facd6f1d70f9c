import { fieldOf } from '../views/form-values.ts';
import { FIELD } from '../views/ids.ts';
import type { Reply, SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

/** Until the next public word, as the form says; null for what is no number of minutes. */
export function minutesOf(press: SlackPress): number | null {
  const minutes = Number(fieldOf(press.values, FIELD.nextUpdate));
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 1_440 ? minutes : null;
}

export function badMinutes(tools: Tools): Reply {
  return { ack: { errors: { [FIELD.nextUpdate]: tools.context().words.commands.minutes } } };
}
