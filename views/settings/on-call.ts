import type { ModalView } from '@slack/types';
import type { DeskState } from '../../src/desk/desk-state.ts';
import { onCallNow } from '../../src/desk/on-call.ts';
import { revisionOf } from '../../src/desk/settings-change.ts';
import { SENSITIVITIES } from '../../src/desk/surge-settings.ts';
import { context, option } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { user } from '../text.ts';
import { SETTING } from './ids.ts';
import { choice, line, peopleInput, settingsForm } from './inputs.ts';
import { WEEK } from './times.ts';

/** Whom alarms reach, by the day on which a list begins. */
export function onCallForm(desk: DeskState, ctx: ViewContext): ModalView {
  const { settings: words } = ctx.words;
  const { onCall } = desk.settings;
  const blocks = [
    context(words.onCallIntro),
    ...WEEK.map((day) => peopleInput(SETTING.onCall(day), words.day[day], onCall[day], ctx)),
    line({
      field: SETTING.onCallChangesAt,
      label: words.onCallChangesAt,
      text: onCall.changesAt,
      hint: words.onCallHint,
    }),
    choice({
      field: SETTING.surgeSensitivity,
      label: ctx.words.surge.setting,
      options: SENSITIVITIES.map((one) => option(ctx.words.surge.sensitivity[one], one)),
      chosen: desk.settings.surge.sensitivity,
    }),
    context(ctx.words.surge.settingHint),
  ];
  return settingsForm('onCall', revisionOf(desk), blocks, ctx);
}

/** For the settings' menu: who it is now, and when a surge calls them. */
export function onCallInShort({ settings }: DeskState, ctx: ViewContext): string {
  const { settings: words } = ctx.words;
  const { surge } = ctx.words;
  const surges = `${surge.setting}: ${surge.sensitivity[settings.surge.sensitivity]}`;
  if (WEEK.every((day) => settings.onCall[day].length === 0)) return `${words.nobodyOnCall}\n${surges}`;
  const now = onCallNow(settings, ctx.now).slice(0, NAMED).map(user);
  return `${words.onCallNow(now.length === 0 ? words.nobody : now.join(' → '))}\n${surges}`;
}

const NAMED = 5;
