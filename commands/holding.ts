import type { Mention } from '../src/desk/mention.ts';
import { type ChosenTime, dueAtOf, USUAL_BACK_BY } from '../src/desk/promise-time.ts';
import { fillTemplate, holdingTemplate } from '../src/desk/templates.ts';
import { fieldOf } from '../views/form-values.ts';
import { ACTION, FIELD } from '../views/ids.ts';
import { fillingFor, isTemplates, retimed, timeOf } from './back-by.ts';
import { mentionOfForm, metaOf } from './form.ts';
import type { Handler, SlackPress } from './handler.ts';
import { noteTyped } from './keep-typed.ts';
import type { Tools } from './tools.ts';
import { type Change, redrawForm } from './typing.ts';

type Turn = (mention: Mention, press: SlackPress, tools: Tools) => Change;

/** "We are on it": the reply form becomes that of a holding reply, which names a time, and back again. */
export const holding: readonly Handler[] = [
  {
    on: { action: ACTION.holding },
    who: 'publisher',
    run: async (press, tools) => ({
      afterwards: () => turn(press, tools, press.value === ACTION.holding ? toHolding : toReply),
    }),
  },
  {
    on: { action: [ACTION.chooseBackBy, ACTION.chooseBackAt] },
    who: 'publisher',
    run: async (press, tools) => ({ afterwards: () => turn(press, tools, toOtherTime) }),
  },
];

async function turn(press: SlackPress, tools: Tools, change: Turn): Promise<void> {
  const mention = await mentionOfForm(press, tools);
  if (mention === undefined) return;
  const changed = change(mention, press, tools);
  if (changed.text !== undefined) noteTyped(press, tools, { text: changed.text });
  // A letter typed meanwhile was typed into the form as it was: it must not turn the form back.
  await redrawForm(press, tools, { ...changed, inserted: (metaOf(press).inserted ?? 0) + 1 });
}

/** An empty form gets the team's words; what was typed stays. */
const toHolding: Turn = (mention, press, tools) => {
  const time = usualTime(tools);
  const typed = typedIn(press);
  const template = holdingTemplate(tools.desk().settings.templates, mention.lang);
  if (template === undefined || typed.trim() !== '') return { text: typed, time };
  return { text: fillTemplate(template, fillingFor(mention, time, tools)), templateId: template.id, time };
};

const toReply: Turn = (mention, press, tools) => {
  const typed = typedIn(press);
  return { text: isTemplates(typed, press, mention, tools) ? '' : typed, time: null };
};

const toOtherTime: Turn = (mention, press, tools) => {
  const time = timeOf(press, tools);
  // An apology's words are typed elsewhere, or made when it is sent.
  if (metaOf(press).purpose === 'apology') return { time };
  return { text: retimed(typedIn(press), press, mention, tools), time };
};

function usualTime(tools: Tools): ChosenTime {
  const now = tools.clock.now();
  return { backBy: USUAL_BACK_BY, dueAt: dueAtOf(USUAL_BACK_BY, tools.desk(), now) ?? now.toISOString() };
}

function typedIn(press: SlackPress): string {
  return fieldOf(press.values, FIELD.text) ?? '';
}
