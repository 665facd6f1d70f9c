import { isRefused } from '../src/desk/decision.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { snooze as putOff, wakeUp } from '../src/desk/snooze.ts';
import { snoozeModal, untilOf } from '../views/forms/snooze.ts';
import { ACTION, FIELD, FORM } from '../views/ids.ts';
import { mentionOfForm, show, showRefusal } from './form.ts';
import { showDone } from './hand-over.ts';
import type { Handler, Reply } from './handler.ts';
import { onMention } from './on-mention.ts';

/** Snooze until a time, and wake up before it. */
export const snooze: readonly Handler[] = [
  onMention(ACTION.snooze, 'staff', (press, tools, mention) =>
    show(press, tools, snoozeModal(mention, tools.context())),
  ),
  {
    on: { form: FORM.snooze },
    who: 'staff',
    async run(press, tools): Promise<Reply> {
      const ctx = tools.context();
      const mention = await mentionOfForm(press, tools);
      if (mention === undefined) return { ack: { errors: { [FIELD.until]: ctx.words.commands.unknownMention } } };
      const until = untilOf(press.values, ctx);
      if (until === null) return { ack: { errors: { [FIELD.exactTime]: ctx.words.together.snooze.noTime } } };
      const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
        putOff(state, press, until, tools.clock.now()),
      );
      if (!isRefused(outcome) || outcome.refused.reason === 'already-handled') return { ack: { clear: true } };
      return { refused: outcome.refused, at: FIELD.exactTime };
    },
  },
  onMention(ACTION.wakeUp, 'staff', async (press, tools, mention) => {
    const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
      wakeUp(state, press, tools.clock.now()),
    );
    if (isRefused(outcome)) return showRefusal(press, tools, outcome.refused);
    return showDone(press, tools, tools.context().words.together.wokenDone(mention.number));
  }),
];
