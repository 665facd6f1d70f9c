import type { Desk } from './desk.ts';
import type { Settings } from './settings.ts';
import { WEEKDAYS } from './week.ts';

/** The channels in which the team works: its own, and those that the rules for channels name. */
export function staffChannels({ channel, settings }: Desk): readonly string[] {
  return [...new Set([channel, ...settings.channels.map((rule) => rule.channel)])];
}

/** Whoever the settings name for some work of the desk's, wherever they are: users and user groups. */
export function staffIds({ publishers, leads, onCall }: Settings): readonly string[] {
  return [...publishers, ...leads, ...WEEKDAYS.flatMap((day) => onCall[day])];
}
