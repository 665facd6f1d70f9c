import { blankIn, roomForNews } from '../src/desk/blank.ts';
import { privateDataIn } from '../src/desk/checks/private-data.ts';
import { askedPrivately, withoutPrivates } from '../src/desk/checks/private-reply.ts';
import type { Mention } from '../src/desk/mention.ts';
import { fillTemplate } from '../src/desk/templates.ts';
import { fieldOf } from '../views/form-values.ts';
import { ACTION, FIELD } from '../views/ids.ts';
import { fillingFor, timeOf } from './back-by.ts';
import { mentionOfForm, metaOf } from './form.ts';
import type { Handler, SlackPress } from './handler.ts';
import { noteTyped, partsOf } from './keep-typed.ts';
import type { Tools } from './tools.ts';
import { type Change, joined, redrawForm } from './typing.ts';

/** What one press can do about a warning: the text is changed for its writer, who reads it again and sends it. */
export const warned: readonly Handler[] = [
  {
    on: { action: ACTION.askPrivately },
    who: 'publisher',
    run: async (press, tools) => ({ afterwards: () => changeForm(press, tools, askPrivately) }),
  },
  {
    on: { action: ACTION.takeVariant },
    who: 'publisher',
    run: async (press, tools) => ({ afterwards: () => changeForm(press, tools, takeVariant) }),
  },
  {
    on: { action: ACTION.takeBlank },
    who: 'publisher',
    run: async (press, tools) => ({ afterwards: () => changeForm(press, tools, takeBlank) }),
  },
  {
    on: { action: ACTION.promiseTime },
    who: 'publisher',
    run: async (press, tools) => ({ afterwards: () => changeForm(press, tools, promiseTime) }),
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
function askPrivately(press: SlackPress, tools: Tools, mention: Mention): Change {
  const context = { mention, settings: tools.desk().settings };
  const url = tools.networks.get(mention.network)?.messageUrl() ?? null;
  const notice = tools.context().words.checks.askedPrivately;
  const privates = (text: string) => privateDataIn(text, context).map(({ words }) => words);
  if (metaOf(press).purpose !== 'apology') {
    const text = fieldOf(press.values, FIELD.text) ?? '';
    return { text: askedPrivately(text, privates(text), mention.lang, url), notice };
  }
  const { wrong, doing } = partsOf(press);
  return {
    wrong: withoutPrivates(wrong, privates(wrong)),
    doing: askedPrivately(doing, privates(doing), mention.lang, url),
    notice,
  };
}

/** Another template of the team's stands in the place of the worn words; of an apology, where it says what went wrong. */
function takeVariant(press: SlackPress, tools: Tools, mention: Mention): Change {
  const template = tools.desk().settings.templates.find(({ id }) => id === press.value);
  if (template === undefined) return {};
  const text = fillTemplate(template, fillingFor(mention, timeOf(press, tools), tools));
  const field = template.purpose === 'apology-wrong' ? 'wrong' : 'text';
  return { [field]: text, templateId: template.id };
}

/** Room for what is new stands behind the worn words; the text goes out once it is filled. */
function takeBlank(press: SlackPress, _tools: Tools, { lang }: Mention): Words {
  const { doing } = partsOf(press);
  const isApology = metaOf(press).purpose === 'apology';
  const text = isApology ? doing : (fieldOf(press.values, FIELD.text) ?? '');
  const roomy = blankIn(text) === null ? joined(text, roomForNews(lang)) : text;
  return isApology ? { doing: roomy } : { text: roomy };
}

/** The time that the text names becomes a promise: the form is then that of a holding reply, or of an apology with a time. */
function promiseTime(press: SlackPress): Change {
  const dueAt = press.value ?? '';
  if (Number.isNaN(Date.parse(dueAt))) return {};
  const text = fieldOf(press.values, FIELD.text);
  return { time: { backBy: 'exact', dueAt }, ...(text !== null && { text }) };
}
