import { privateDataIn } from '../src/desk/checks/private-data.ts';
import { askedPrivately, withoutPrivates } from '../src/desk/checks/private-reply.ts';
import type { Mention } from '../src/desk/mention.ts';
import { fieldOf } from '../views/form-values.ts';
import { ACTION, FIELD } from '../views/ids.ts';
import { mentionOfForm, metaOf } from './form.ts';
import type { Handler, SlackPress } from './handler.ts';
import { noteTyped, partsOf } from './keep-typed.ts';
import type { Tools } from './tools.ts';
import { type Change, redrawForm } from './typing.ts';

/** What one press can do about a warning: the text is changed for its writer, who reads it again and sends it. */
export const warned: readonly Handler[] = [
  {
    on: { action: ACTION.askPrivately },
    who: 'publisher',
    run: async (press, tools) => ({ afterwards: () => changeForm(press, tools, askPrivately) }),
  },
];

type Words = Pick<Change, 'text' | 'wrong' | 'doing'>;

async function changeForm(
  press: SlackPress,
  tools: Tools,
  changeOf: (press: SlackPress, tools: Tools, mention: Mention) => Change,
): Promise<void> {
  const mention = await mentionOfForm(press, tools);
  if (mention === undefined) return;
  const change = changeOf(press, tools, mention);
  noteTyped(press, tools, wordsOf(change));
  await redrawForm(press, tools, { ...change, inserted: (metaOf(press).inserted ?? 0) + 1 });
}

function wordsOf({ text, wrong, doing }: Change): Words {
  return {
    ...(text !== undefined && { text }),
    ...(wrong !== undefined && { wrong }),
    ...(doing !== undefined && { doing }),
  };
}

/** What is private leaves the text, which asks for a direct message instead. */
function askPrivately(press: SlackPress, tools: Tools, mention: Mention): Words {
  const context = { mention, settings: tools.desk().settings };
  const url = tools.networks.get(mention.network)?.messageUrl() ?? null;
  const privates = (text: string) => privateDataIn(text, context).map(({ words }) => words);
  if (metaOf(press).purpose !== 'apology') {
    const text = fieldOf(press.values, FIELD.text) ?? '';
    return { text: askedPrivately(text, privates(text), mention.lang, url) };
  }
  const { wrong, doing } = partsOf(press);
  return {
    wrong: withoutPrivates(wrong, privates(wrong)),
    doing: askedPrivately(doing, privates(doing), mention.lang, url),
  };
}
