import { channelsOf } from './channels.ts';
import type { Desk } from './desk.ts';
import { lockIds } from './lock.ts';
import type { Settings } from './settings.ts';
import { WEEKDAYS } from './week.ts';

/** The channels in which the team works: its own, and those that the rules for channels name. */
export function staffChannels({ channel, settings }: Desk): readonly string[] {
  return channelsOf(settings, channel);
}

/** Whoever the settings name for some work of the desk's, wherever they are: users and user groups. */
export function staffIds(settings: Settings): readonly string[] {
  const { publishers, leads, onCall } = settings;
  return [...publishers, ...leads, ...WEEKDAYS.flatMap((day) => onCall[day]), ...lockIds(settings)];
}
