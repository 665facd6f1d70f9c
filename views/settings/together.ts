import type { ModalView } from '@slack/types';
import type { DeskState } from '../../src/desk/desk-state.ts';
import { revisionOf } from '../../src/desk/settings-change.ts';
import { context, option } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { SETTING } from './ids.ts';
import { choice, line, settingsForm } from './inputs.ts';

/** The value of "yes", and of "no". */
export const YES = 'yes';
export const NO = 'no';

/** How claims change hands: when one is left lying, and what becomes of them when the desk closes; and who shares a card. */
export function togetherForm(desk: DeskState, ctx: ViewContext): ModalView {
  const { settings: words } = ctx.words;
  const { idleMinutes, releaseAtClosing } = desk.settings.claim;
  const blocks = [
    line({
      field: SETTING.idleMinutes,
      label: words.idleMinutes,
      text: String(idleMinutes ?? ''),
      hint: words.idleHint,
    }),
    choice({
      field: SETTING.releaseAtClosing,
      label: words.releaseAtClosing,
      options: [option(words.yesNo.yes, YES), option(words.yesNo.no, NO)],
      chosen: releaseAtClosing ? YES : NO,
    }),
    context(words.releaseHint),
    choice({
      field: SETTING.fold,
      label: words.fold,
      options: [option(words.yesNo.yes, YES), option(words.yesNo.no, NO)],
      chosen: desk.settings.fold ? YES : NO,
    }),
    context(words.foldHint),
  ];
  return settingsForm('together', revisionOf(desk), blocks, ctx);
}
