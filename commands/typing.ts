import type { ModalView } from '@slack/types';
import type { Warning } from '../src/desk/checks/warning.ts';
import type { Incident } from '../src/desk/incident.ts';
import type { Mention } from '../src/desk/mention.ts';
import type { ChosenTime } from '../src/desk/promise-time.ts';
import { fillTemplate } from '../src/desk/templates.ts';
import { fieldOf } from '../views/form-values.ts';
import { ACTION, FIELD, FORM, POSTS } from '../views/ids.ts';
import { apologyFormAgain } from './apologise.ts';
import { fillingFor, isTemplates, timeOf } from './back-by.ts';
import { standingWarnings } from './checks.ts';
import { incidentOfForm, mentionOfForm, metaOf } from './form.ts';
import type { Handler, SlackPress } from './handler.ts';
import { resolveFormAgain, updateFormAgain } from './incident.ts';
import { startFormAgain } from './incident-start.ts';
import { noteTyped } from './keep-typed.ts';
import { replyFormAgain } from './reply.ts';
import { templateFormAgain } from './settings-templates.ts';
import type { Tools } from './tools.ts';
import { standingWordWarnings } from './word-checks.ts';

/** What changes an open form: a letter typed (the count follows), a text split, a template chosen (its text is put in). */
export const typing: readonly Handler[] = [
  {
    on: { action: ACTION.typeText },
    who: 'anyone',
    async run(press, tools) {
      noteTyped(press, tools);
      return { afterwards: () => redrawForm(press, tools, {}) };
    },
  },
  {
    on: { action: ACTION.splitText },
    who: 'anyone',
    run: async (press, tools) => ({
      afterwards: () => redrawForm(press, tools, { asPosts: press.value === POSTS.split }),
    }),
  },
  {
    on: { action: ACTION.chooseTemplate },
    who: 'anyone',
    run: async (press, tools) => ({ afterwards: () => insert(press, tools) }),
  },
];

/** What changes in an open form; the rest stays as it stands there. */
export interface Change {
  readonly text?: string;
  readonly wrong?: string;
  readonly doing?: string;
  readonly inserted?: number;
  readonly templateId?: string;
  /** The time that it names; null takes it away. */
  readonly time?: ChosenTime | null;
  readonly asPosts?: boolean;
  /** One line about the text as it was changed. */
  readonly notice?: string;
  /** What the form warns of. */
  readonly warnings?: readonly Warning[];
  /** Keys of what it warns of and warned of; those that it carries unless given. */
  readonly warned?: readonly string[];
}

async function insert(press: SlackPress, tools: Tools): Promise<void> {
  const template = tools.desk().settings.templates.find((one) => one.id === press.value);
  if (template === undefined) return;
  const mention = await mentionOfForm(press, tools);
  const text = fillTemplate(template, fillingFor(mention, timeOf(press, tools), tools));
  const inserted = (metaOf(press).inserted ?? 0) + 1;
  const field =
    template.purpose === 'apology-wrong'
      ? FIELD.wrong
      : template.purpose === 'apology-doing'
        ? FIELD.doing
        : FIELD.text;
  const typed = fieldOf(press.values, field) ?? '';
  const replaces = mention !== undefined && isTemplates(typed, press, mention, tools);
  const putIn = { [field]: replaces ? text : joined(typed, text) };
  noteTyped(press, tools, putIn);
  await redrawForm(press, tools, { ...putIn, inserted, templateId: template.id });
}

/** What was typed is kept: what is put in stands behind it. */
export function joined(typed: string, text: string): string {
  return typed.trim() === '' ? text : `${typed.trimEnd()} ${text}`;
}

/** Drawn when its turn comes, from the mention or incident as it is then. */
export async function redrawForm(press: SlackPress, tools: Tools, change: Change): Promise<void> {
  const { view } = press;
  if (view === null) return;
  const inserts = change.inserted !== undefined;
  await tools.redraw({ view, inserted: metaOf(press).inserted ?? 0, inserts }, async () => {
    const [mention, incident] = await Promise.all([mentionOfForm(press, tools), incidentOfForm(press, tools)]);
    const warnings =
      mention === undefined
        ? await standingWordWarnings(press, tools, incident, change)
        : await standingWarnings(press, tools, mention, change);
    return formAgain(press, tools, { ...change, warnings }, mention, incident);
  });
}

function formAgain(
  press: SlackPress,
  tools: Tools,
  change: Change,
  mention: Mention | undefined,
  incident: Incident | undefined,
): ModalView | null | Promise<ModalView | null> {
  switch (press.view?.callbackId) {
    case FORM.reply:
      return mention === undefined ? null : replyFormAgain(press, tools, mention, change);
    case FORM.apology: {
      const about = mention ?? incident;
      return about === undefined ? null : apologyFormAgain(press, tools, about, change);
    }
    case FORM.incidentStart:
      return startFormAgain(press, tools, change);
    case FORM.incidentUpdate:
      return incident === undefined ? null : updateFormAgain(press, tools, incident, change);
    case FORM.incidentResolve:
      return incident === undefined ? null : resolveFormAgain(press, tools, incident, change);
    case FORM.template:
      return templateFormAgain(press, tools);
    default:
      return null;
  }
}
