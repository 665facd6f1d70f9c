import { stopWriting } from '../src/desk/handling.ts';
import type { Mention } from '../src/desk/mention.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { ACTION } from '../views/ids.ts';
import { mentionOfValue } from './find.ts';
import { metaOf, showRefusal } from './form.ts';
import { DONE, type Handler, type Reply, type Right, type SlackPress } from './handler.ts';
import { keepOnClosing } from './keep-typed.ts';
import type { Tools } from './tools.ts';

/** A button that carries a mention. */
export function onMention(
  action: string,
  who: Right,
  go: (press: SlackPress, tools: Tools, mention: Mention) => Promise<Reply>,
): Handler {
  return {
    on: { action },
    who,
    async run(press, tools) {
      const mention = await mentionOfValue(tools.store, press.value);
      if (mention === undefined) return { say: tools.context().words.commands.unknownMention };
      const { forgotten } = mention;
      // What is left of it can be looked at, and nothing else.
      if (forgotten === null || action === ACTION.showMention) return go(press, tools, mention);
      return showRefusal(press, tools, { reason: 'forgotten', by: forgotten.by, at: forgotten.at });
    },
  };
}

/** A form for a public text was closed without sending: its person no longer writes, and what they wrote is kept. */
export function onClosed(form: string): Handler {
  return {
    on: { closed: form },
    who: 'anyone',
    async run(press, tools) {
      const id = metaOf(press).mention;
      if (id !== undefined) await tools.store.change(mentionRef(id), (state) => stopWriting(state, press.by));
      await keepOnClosing(press, tools);
      return DONE;
    },
  };
}
