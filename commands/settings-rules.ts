import type { DeskState } from '../src/desk/desk-state.ts';
import { revisionOf } from '../src/desk/settings-change.ts';
import { handlesFrom, listFrom } from '../src/desk/settings-text.ts';
import type { TeamRule } from '../src/desk/urgency-settings.ts';
import { type FormValues, fieldOf, listOf } from '../views/form-values.ts';
import { ACTION, FORM } from '../views/ids.ts';
import { refusalText } from '../views/refusal.ts';
import { SETTING } from '../views/settings/ids.ts';
import { NEW_RULE, ruleForm, rulesList, UNSET } from '../views/settings/rules.ts';
import { metaOf } from './form.ts';
import { DONE, type Handler } from './handler.ts';
import { change, deskState, redrawMenu, refusedInForm } from './settings.ts';

/** The team's rules: a list on top of the settings' menu, in whose place a form opens and back again. */
export const settingsRules: readonly Handler[] = [
  {
    on: { action: ACTION.editRule },
    who: 'settings',
    async run(press, tools) {
      if (press.view === null) return DONE;
      const desk = await deskState(tools);
      const { rules } = desk.settings;
      const index = press.value === NEW_RULE ? rules.length : Number(press.value);
      const rule = rules[index] ?? null;
      const isThere = rule !== null || press.value === NEW_RULE;
      // Rules have no names: a place means a rule only while nobody else has changed the settings.
      const isSame = press.value === NEW_RULE || metaOf(press).revision === revisionOf(desk);
      const ctx = tools.context();
      const view =
        isThere && isSame
          ? ruleForm({ rule, index, rules: rules.length, revision: revisionOf(desk) }, ctx)
          : rulesList(desk, ctx, ctx.words.urgency.rules.changed);
      await tools.update({ id: press.view.id }, view);
      return DONE;
    },
  },
  {
    on: { form: FORM.rule },
    who: 'settings',
    async run(press, tools) {
      const { page: from = Number.MAX_SAFE_INTEGER } = metaOf(press);
      const refusal = await change(press, tools, (desk) => ({ rules: withRule(desk, from, press.values) }));
      if (refusal !== null) return refusedInForm(refusal, tools);
      const list = rulesList(await deskState(tools), tools.context());
      return { ack: { update: list }, afterwards: () => redrawMenu(press, tools) };
    },
  },
  {
    on: { action: ACTION.deleteRule },
    who: 'settings',
    async run(press, tools) {
      if (press.view === null) return DONE;
      const { id } = press.view;
      const gone = Number(press.value);
      const refusal = await change(press, tools, ({ settings }) => ({
        rules: settings.rules.filter((_, index) => index !== gone),
      }));
      const notice = refusal === null ? undefined : refusalText(refusal, tools.context());
      await tools.update({ id }, rulesList(await deskState(tools), tools.context(), notice));
      return { afterwards: () => redrawMenu(press, tools) };
    },
  },
];

/** The rules with the one of the form in the place that it names. A fault is that of the form's own rule: it stands last. */
function withRule({ settings: { rules } }: DeskState, from: number, values: FormValues): readonly unknown[] {
  const others = rules.filter((_, index) => index !== from);
  const wished = Number(fieldOf(values, SETTING.rulePlace) ?? from);
  const place = Math.min(Number.isNaN(wished) ? others.length : wished, others.length);
  return [...others.slice(0, place), ruleIn(values, rules[from]), ...others.slice(place)];
}

/** As it was written; networks have no field, and stay. */
function ruleIn(values: FormValues, before: TeamRule | undefined): unknown {
  const words = listFrom(fieldOf(values, SETTING.ruleWords) ?? '');
  const authors = handlesFrom(fieldOf(values, SETTING.ruleAuthors) ?? '');
  const languages = listOf(values, SETTING.ruleLanguages) ?? [];
  const chosen = (field: string) => {
    const value = fieldOf(values, field);
    return value === UNSET ? null : value;
  };
  const set = {
    kind: chosen(SETTING.ruleKind),
    urgency: chosen(SETTING.ruleUrgency),
    channel: chosen(SETTING.ruleChannel),
    person: chosen(SETTING.rulePerson),
  };
  return {
    ...(words.length > 0 && { words }),
    ...(authors.length > 0 && { authors }),
    ...(languages.length > 0 && { languages }),
    ...(before?.networks !== undefined && { networks: before.networks }),
    set: Object.fromEntries(Object.entries(set).filter(([, value]) => value !== null)),
  };
}
