import { isRefused } from '../src/desk/decision.ts';
import type { Mention } from '../src/desk/mention.ts';
import { keepPromise, openPromises } from '../src/desk/promises.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { keptHowOf, keptModal } from '../views/forms/promise.ts';
import { ACTION, FIELD, FORM } from '../views/ids.ts';
import { parsePressValue } from '../views/value.ts';
import { mentionOfForm, metaOf, show } from './form.ts';
import type { Handler, Reply, SlackPress } from './handler.ts';
import { onMention } from './on-mention.ts';
import type { Tools } from './tools.ts';

/** "Promise kept": we were back by phone or otherwise, and somebody says how. */
export const promise: readonly Handler[] = [
  onMention(ACTION.promiseKept, 'staff', openKept),
  {
    on: { form: FORM.promiseKept },
    who: 'staff',
    async run(press, tools) {
      const { words } = tools.context();
      const mention = await mentionOfForm(press, tools);
      if (mention === undefined) return { ack: { errors: { [FIELD.reason]: words.commands.unknownMention } } };
      const how = keptHowOf(press.values, tools.context());
      if (how === '') return { ack: { errors: { [FIELD.reason]: words.promises.keptMissing } } };
      const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
        keepPromise(state, press, metaOf(press).promise ?? '', how, tools.clock.now()),
      );
      return isRefused(outcome) ? { refused: outcome.refused, at: FIELD.reason } : { ack: { clear: true } };
    },
  },
];

/** Of the promise that the button carries, else of the one that comes due first. */
async function openKept(press: SlackPress, tools: Tools, mention: Mention): Promise<Reply> {
  const open = openPromises(mention);
  const id = parsePressValue(press.value ?? '')?.id;
  const about = id === undefined ? open[0] : open.find((one) => one.id === id);
  if (about === undefined) return { refused: { reason: 'already-done' } };
  return show(press, tools, keptModal(mention, about, tools.context()));
}
