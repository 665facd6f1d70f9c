import type { ModalView } from '@slack/types';
import { countText } from '../src/desk/answer.ts';
import type { DeskState } from '../src/desk/desk-state.ts';
import type { Template } from '../src/desk/settings.ts';
import { revisionOf } from '../src/desk/settings-change.ts';
import { ACTION, FORM } from '../views/ids.ts';
import { refusalText } from '../views/refusal.ts';
import { exampleOf, NEW_TEMPLATE, newTemplate, templateForm, templatesList } from '../views/settings/templates.ts';
import { metaOf } from './form.ts';
import { DONE, type Handler, type SlackPress } from './handler.ts';
import { change, deskState, redrawMenu, refusedInForm } from './settings.ts';
import { templateIn } from './settings-patch.ts';
import type { Tools } from './tools.ts';

/**
 * The templates: a list on top of the settings' menu, in whose place a form opens and back again; a third modal on top
 * stays free for what has to be said about the form.
 */
export const settingsTemplates: readonly Handler[] = [
  {
    on: { action: ACTION.editTemplate },
    who: 'settings',
    async run(press, tools) {
      if (press.view === null) return DONE;
      const desk = await deskState(tools);
      const template =
        press.value === NEW_TEMPLATE || press.value === null ? newTemplate(desk) : templateOf(desk, press.value);
      const { words } = tools.context();
      const view =
        template === undefined
          ? templatesList(desk, tools.context(), words.settings.templateGone)
          : formWith(template, revisionOf(desk), tools);
      await tools.update({ id: press.view.id }, view);
      return DONE;
    },
  },
  {
    on: { form: FORM.template },
    who: 'settings',
    async run(press, tools) {
      const id = metaOf(press).templateId ?? NEW_TEMPLATE;
      const refusal = await change(press, tools, (desk) => ({ templates: withTemplate(desk, id, press) }));
      if (refusal !== null) return refusedInForm(refusal, tools);
      const list = templatesList(await deskState(tools), tools.context());
      return { ack: { update: list }, afterwards: () => redrawMenu(press, tools) };
    },
  },
  {
    on: { action: ACTION.deleteTemplate },
    who: 'settings',
    async run(press, tools) {
      if (press.view === null) return DONE;
      const { id } = press.view;
      const refusal = await change(press, tools, ({ settings }) => ({
        templates: settings.templates.filter((one) => one.id !== press.value),
      }));
      const notice = refusal === null ? undefined : refusalText(refusal, tools.context());
      await tools.update({ id }, templatesList(await deskState(tools), tools.context(), notice));
      return { afterwards: () => redrawMenu(press, tools) };
    },
  },
];

/** The form as it stands, with what an example customer would read now. */
export function templateFormAgain(press: SlackPress, tools: Tools): ModalView {
  const { templateId: id = NEW_TEMPLATE, revision = 0 } = metaOf(press);
  const { settings } = tools.desk();
  const before = settings.templates.find((one) => one.id === id);
  const blank: Template = { id, lang: settings.language, purpose: 'reply', title: '', text: '' };
  return formWith(templateIn(press.values, before ?? blank), revision, tools);
}

function formWith(template: Template, revision: number, tools: Tools): ModalView {
  const ctx = tools.context();
  const length = countText(exampleOf(template, ctx), null, tools.desk());
  return templateForm({ template, revision, length }, ctx);
}

/** The list with the template in its old place, or at the end; a new one is named after the press that made it. */
function withTemplate(desk: DeskState, id: string, press: SlackPress): Template[] {
  const { templates } = desk.settings;
  const before = templateOf(desk, id);
  const written = templateIn(press.values, before ?? { ...newTemplate(desk), id: `t-${press.key}` });
  return before === undefined ? [...templates, written] : templates.map((one) => (one.id === id ? written : one));
}

function templateOf(desk: DeskState, id: string): Template | undefined {
  return desk.settings.templates.find((one) => one.id === id);
}
