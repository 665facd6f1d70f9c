import type { ModalView } from '@slack/types';
import { isRefused, type Refusal } from '../src/desk/decision.ts';
import type { DeskState } from '../src/desk/desk-state.ts';
import { SECOND_MS } from '../src/desk/instant.ts';
import { DESK } from '../src/desk/ref.ts';
import { changeSettings, revisionOf, type SettingsPatch } from '../src/desk/settings-change.ts';
import { errorModal } from '../views/forms/reading.ts';
import { ACTION, FORM } from '../views/ids.ts';
import { placeFaultText, refusalText, settingsFaultText } from '../views/refusal.ts';
import { bellForm } from '../views/settings/bell.ts';
import { channelsForm } from '../views/settings/channels.ts';
import { checksForm } from '../views/settings/checks.ts';
import type { GroupList } from '../views/settings/groups.ts';
import { settingsHistory, settingsMenu } from '../views/settings/menu.ts';
import { onCallForm } from '../views/settings/on-call.ts';
import { escalationForm, rightsForm, signaturesForm } from '../views/settings/people.ts';
import { rulesList } from '../views/settings/rules.ts';
import { templatesList } from '../views/settings/templates.ts';
import { generalForm, holidaysForm, hoursForm, reportsForm, slaForm, topicsForm } from '../views/settings/times.ts';
import { togetherForm } from '../views/settings/together.ts';
import { type Topic, topicOf } from '../views/settings/topics.ts';
import { urgencyForm } from '../views/settings/urgency.ts';
import { metaOf, show } from './form.ts';
import { DONE, type Handler, type Reply, type SlackPress } from './handler.ts';
import { holidaysIn, patchOf } from './settings-patch.ts';
import type { Tools } from './tools.ts';

const GROUPS_WITHIN_MS = 1.5 * SECOND_MS;

/** The team's settings: a menu, and a form for each topic on top of it. */
export const settings: readonly Handler[] = [
  {
    on: { action: ACTION.openSettings },
    who: 'settings',
    run: openMenu,
  },
  {
    on: { action: ACTION.settingsTopic },
    who: 'settings',
    async run(press, tools) {
      const topic = topicOf(press.value);
      if (topic === null) return DONE;
      return show(press, tools, await formOf(topic, tools));
    },
  },
  {
    on: { form: FORM.settings },
    who: 'settings',
    run: save,
  },
];

/** Also `/mentions settings`. */
export async function openMenu(press: SlackPress, tools: Tools): Promise<Reply> {
  const shown = await show(press, tools, settingsMenu(await deskState(tools), tools.context()));
  // Asked for now, so that a form with user groups opens at once.
  return { ...shown, afterwards: async () => void (await groupsOf(tools)) };
}

async function formOf(topic: Topic, tools: Tools): Promise<ModalView> {
  const desk = await deskState(tools);
  const ctx = tools.context();
  switch (topic) {
    case 'hours':
      return hoursForm(desk, ctx);
    case 'holidays':
      return holidaysForm(desk, ctx);
    case 'sla':
      return slaForm(desk, ctx);
    case 'rights':
      return rightsForm(desk, await groupsOf(tools), ctx);
    case 'onCall':
      return onCallForm(desk, ctx);
    case 'channels':
      return channelsForm(desk, ctx);
    case 'escalation':
      return escalationForm(desk, await groupsOf(tools), ctx);
    case 'urgency':
      return urgencyForm(desk, await groupsOf(tools), ctx);
    case 'rules':
      return rulesList(desk, ctx);
    case 'together':
      return togetherForm(desk, ctx);
    case 'templates':
      return templatesList(desk, ctx);
    case 'signatures':
      return signaturesForm(desk, ctx);
    case 'checks':
      return checksForm(desk, ctx);
    case 'topics':
      return topicsForm(desk, ctx);
    case 'bell':
      return bellForm(desk, ctx);
    case 'reports':
      return reportsForm(desk, ctx);
    case 'general':
      return generalForm(desk, ctx);
    case 'history':
      return settingsHistory(desk, ctx);
  }
}

async function save(press: SlackPress, tools: Tools): Promise<Reply> {
  const topic = topicOf(metaOf(press).topic);
  if (topic === null) return DONE;
  if (topic === 'holidays') {
    const fault = await tools.placeFault(holidaysIn(press.values));
    if (fault !== null)
      return { ack: { errors: { [`holidays.${fault.field}`]: placeFaultText(fault, tools.context()) } } };
  }
  const refusal = await change(press, tools, (desk) => patchOf(topic, press.values, desk.settings));
  return refusal === null ? { afterwards: () => redrawMenu(press, tools) } : refusedInForm(refusal, tools);
}

/** Saves, and lets the new rules hold at once. @returns why not */
export async function change(
  press: SlackPress,
  tools: Tools,
  patch: (desk: DeskState) => SettingsPatch,
): Promise<Refusal | null> {
  const { revision } = metaOf(press);
  const outcome = await tools.store.change(DESK, (desk) => {
    const wish = { by: press.by, key: press.key, seen: revision ?? revisionOf(desk) };
    return changeSettings(desk, wish, patch(desk), tools.clock.now());
  });
  if (isRefused(outcome) && outcome.refused.reason !== 'already-handled') return outcome.refused;
  try {
    await tools.refreshDesk();
  } catch (error) {
    // Saved it is, and the watch reads it again within seconds.
    tools.log.error({ err: error }, 'settings: saved, and could not be read again at once');
  }
  return null;
}

/** Each fault beside its field; what concerns the whole form on top of it, so that nothing that was typed is lost. */
export function refusedInForm(refusal: Refusal, tools: Tools): Reply {
  const ctx = tools.context();
  switch (refusal.reason) {
    case 'settings-invalid':
      return {
        ack: {
          errors: Object.fromEntries(refusal.faults.toReversed().map((one) => [one.at, settingsFaultText(one, ctx)])),
        },
      };
    case 'settings-changed':
      return { ack: { push: errorModal(refusalText(refusal, ctx), ctx) } };
    default:
      return { refused: refusal, ...(refusal.reason === 'last-lead' && { at: 'leads' }) };
  }
}

/** The menu below the form says what holds now, perhaps in another language. */
export async function redrawMenu(press: SlackPress, tools: Tools): Promise<void> {
  if (press.view === null) return;
  await tools.update({ id: press.view.rootId }, settingsMenu(await deskState(tools), tools.context()));
}

export async function deskState(tools: Tools): Promise<DeskState> {
  const desk = await tools.store.read(DESK);
  if (desk === undefined) throw new Error('the store has no settings');
  return desk;
}

/** A form without the groups is better than none: its trigger lives three seconds. */
async function groupsOf({ people, clock, log }: Tools): Promise<GroupList> {
  let cancel = () => {};
  const tooLong = new Promise<GroupList>((resolve) => {
    cancel = clock.after(GROUPS_WITHIN_MS, () => resolve({ unknown: 'no answer yet' }));
  });
  const listed = people.groups().then(
    (groups): GroupList => ({ groups }),
    (error: unknown): GroupList => {
      const why = error instanceof Error ? error.message : String(error);
      log.warn({ why }, 'slack: the user groups could not be listed');
      return { unknown: why };
    },
  );
  const first = await Promise.race([listed, tooLong]);
  cancel();
  return first;
}
