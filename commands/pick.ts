import type { Mention } from '../src/desk/mention.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { asTyped } from '../src/desk/typed-text.ts';
import { pickModal } from '../views/forms/lists.ts';
import { FIELD, FORM } from '../views/ids.ts';
import { fieldOf } from '../views/value.ts';
import { openApology } from './apologise.ts';
import { openEscalation } from './escalate.ts';
import { mentionByNumber, openByWait, parseTarget } from './find.ts';
import { metaOf, show } from './form.ts';
import type { Handler, Reply, SlackPress } from './handler.ts';
import { openReply } from './reply.ts';
import type { Tools } from './tools.ts';

type Purpose = 'reply' | 'apology' | 'escalate';

/** `/reply` alone: which mention? */
export const pick: readonly Handler[] = [
  {
    on: { form: FORM.pick },
    who: 'staff',
    async run(press, tools) {
      const id = fieldOf(press.values, FIELD.mention);
      const mention = id === null ? undefined : await tools.store.read(mentionRef(id));
      if (mention === undefined)
        return { ack: { errors: { [FIELD.mention]: tools.context().words.commands.unknownMention } } };
      return openForm(press, tools, metaOf(press).purpose ?? 'reply', mention, '');
    },
  },
];

/** `/reply #42 text` opens the form with the text; without a number, a picker of open mentions. */
export async function openForTarget(press: SlackPress, tools: Tools, purpose: Purpose): Promise<Reply> {
  const target = parseTarget(press.text);
  if (target === null && press.text.trim() !== '')
    return { say: tools.context().words.commands.needsNumber(press.name) };
  if (target === null) {
    return show(press, tools, pickModal(await openByWait(tools.store), purpose, tools.context()));
  }
  const mention = await mentionByNumber(tools.store, target.number);
  if (mention === undefined) return { say: tools.context().words.commands.noSuchNumber(target.number) };
  return openForm(press, tools, purpose, mention, target.rest);
}

function openForm(press: SlackPress, tools: Tools, purpose: Purpose, mention: Mention, rest: string): Promise<Reply> {
  switch (purpose) {
    case 'reply':
      return openReply(press, tools, mention, { text: asTyped(rest) });
    case 'apology':
      return openApology(press, tools, mention);
    case 'escalate':
      return openEscalation(press, tools, mention, rest);
  }
}
