import { hold as holdIt, liftHold } from '../src/desk/hold.ts';
import { holdModal } from '../views/forms/privacy.ts';
import { ACTION, FORM } from '../views/ids.ts';
import { show } from './form.ts';
import type { Handler } from './handler.ts';
import { onMention } from './on-mention.ts';
import { saveWithReason } from './with-reason.ts';

/** A legal hold: nothing of a mention is deleted until it is lifted. */
export const hold: readonly Handler[] = [
  onMention(ACTION.hold, 'lead', (press, tools, mention) => show(press, tools, holdModal(mention, tools.context()))),
  { on: { form: FORM.hold }, who: 'lead', run: (press, tools) => saveWithReason(press, tools, holdIt) },
  { on: { form: FORM.liftHold }, who: 'lead', run: (press, tools) => saveWithReason(press, tools, liftHold) },
];
