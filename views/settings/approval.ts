import type { KnownBlock } from '@slack/types';
import type { Settings } from '../../src/desk/settings.ts';
import { divider, option } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { SETTING } from './ids.ts';
import { choice, line, peopleInput } from './inputs.ts';
import { NO, YES } from './together.ts';

/** Below who may publish: whose texts wait for a second person, and which. */
export function approvalInputs({ approval, trustedGuests }: Settings, ctx: ViewContext): KnownBlock[] {
  const { settings: words, approval: said } = ctx.words;
  const yesNo = (field: string, label: string, isOn: boolean) =>
    choice({
      field,
      label,
      options: [option(words.yesNo.yes, YES), option(words.yesNo.no, NO)],
      chosen: isOn ? YES : NO,
    });
  return [
    divider,
    yesNo(SETTING.approveIncidents, said.incidents, approval.incidents),
    yesNo(SETTING.approveApologies, said.apologies, approval.apologies),
    line({
      field: SETTING.newcomerReplies,
      label: said.newcomers,
      text: String(approval.newcomerReplies),
      hint: said.newcomersHint,
    }),
    peopleInput(SETTING.trustedGuests, said.trusted, trustedGuests, ctx),
  ];
}
