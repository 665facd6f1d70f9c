import type { ModalView } from '@slack/types';
import type { DeskState } from '../../src/desk/desk-state.ts';
import { revisionOf } from '../../src/desk/settings-change.ts';
import { context, option } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { SETTING } from './ids.ts';
import { choice, settingsForm } from './inputs.ts';

/** The value of "yes". */
export const RINGS = 'yes';
const SILENT = 'no';

/** Whether the channel gets one message at the desk's opening and one before its closing. */
export function bellForm(desk: DeskState, ctx: ViewContext): ModalView {
  const { settings: words } = ctx.words;
  const { opening, closing } = desk.settings.bell;
  const options = [option(words.bell.yes, RINGS), option(words.bell.no, SILENT)];
  const chosen = (isRung: boolean) => (isRung ? RINGS : SILENT);
  const blocks = [
    context(words.bellIntro),
    choice({ field: SETTING.bellOpening, label: words.bellOpening, options, chosen: chosen(opening) }),
    choice({ field: SETTING.bellClosing, label: words.bellClosing, options, chosen: chosen(closing) }),
  ];
  return settingsForm('bell', revisionOf(desk), blocks, ctx);
}
