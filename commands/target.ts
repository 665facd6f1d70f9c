import type { Mention } from '../src/desk/mention.ts';
import type { FormMeta } from '../views/form-meta.ts';
import { pickModal } from '../views/forms/lists.ts';
import { mentionByNumber, openByWait, parseTarget } from './find.ts';
import { show } from './form.ts';
import type { Reply, SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

/** Opens a verb's form for a mention, with the words that stood behind its number. */
export type OpenForm = (press: SlackPress, tools: Tools, mention: Mention, rest: string) => Promise<Reply>;

/** `/reply #42 text` opens the form with the text; without a number, a picker of open mentions. */
export async function openForTarget(
  press: SlackPress,
  tools: Tools,
  purpose: NonNullable<FormMeta['purpose']>,
  openForm: OpenForm,
): Promise<Reply> {
  const { commands } = tools.context().words;
  const target = parseTarget(press.text);
  if (target === null && press.text.trim() !== '') return { say: commands.needsNumber(press.name) };
  if (target === null) {
    return show(press, tools, pickModal(await openByWait(tools.store), purpose, tools.context()));
  }
  const mention = await mentionByNumber(tools.store, target.number);
  if (mention === undefined) return { say: commands.noSuchNumber(target.number) };
  const { forgotten } = mention;
  if (forgotten !== null) return { refused: { reason: 'forgotten', by: forgotten.by, at: forgotten.at } };
  return openForm(press, tools, mention, target.rest);
}
