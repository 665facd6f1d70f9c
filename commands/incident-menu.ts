import { isRefused } from '../src/desk/decision.ts';
import { nameRoles } from '../src/desk/incident-roles.ts';
import { incidentRef } from '../src/desk/ref.ts';
import { fieldOf } from '../views/form-values.ts';
import { linkMentionsModal } from '../views/forms/incident-links.ts';
import { incidentRolesModal } from '../views/forms/incident-roles.ts';
import { ACTION, FIELD, FORM, INCIDENT_CHOICE } from '../views/ids.ts';
import { parseChoiceValue } from '../views/value.ts';
import { openCorrection } from './correction.ts';
import { openByWait } from './find.ts';
import { incidentOfForm, show } from './form.ts';
import { DONE, type Handler, type Reply, type SlackPress, type Who } from './handler.ts';
import { sendTimeline } from './timeline.ts';
import type { Tools } from './tools.ts';

/** The menu on an incident's message: who does what, whom it concerns, and the file for looking back. */
export const incidentMenu: readonly Handler[] = [
  { on: { action: ACTION.incidentMore }, who: rightOf, run: choose },
  { on: { form: FORM.incidentRoles }, who: 'publisher', run: saveRoles },
];

/** To link mentions is for all staff, as on their cards; a file with everything that was said is not. */
function rightOf(press: SlackPress): Who {
  return parseChoiceValue(press.value ?? '')?.choice === INCIDENT_CHOICE.link ? 'staff' : 'publisher';
}

async function choose(press: SlackPress, tools: Tools): Promise<Reply> {
  const chosen = parseChoiceValue(press.value ?? '');
  const incident = chosen === null ? undefined : await tools.store.read(incidentRef(chosen.id));
  if (chosen === null || incident === undefined) return { say: tools.context().words.commands.unknownIncident };
  switch (chosen.choice) {
    case INCIDENT_CHOICE.roles:
      return show(press, tools, incidentRolesModal(incident, tools.context()));
    case INCIDENT_CHOICE.link: {
      const free = (await openByWait(tools.store)).filter((mention) => mention.incident === null);
      return show(press, tools, linkMentionsModal(incident, free, tools.context()));
    }
    case INCIDENT_CHOICE.correct:
      return openCorrection(press, tools, incident);
    case INCIDENT_CHOICE.timeline:
      return sendTimeline(press, tools, incident);
    default:
      return { say: tools.context().words.commands.unknownIncident };
  }
}

async function saveRoles(press: SlackPress, tools: Tools): Promise<Reply> {
  const incident = await incidentOfForm(press, tools);
  const lead = fieldOf(press.values, FIELD.lead);
  if (incident === undefined || lead === null) {
    return { ack: { errors: { [FIELD.lead]: tools.context().words.commands.unknownIncident } } };
  }
  const writer = fieldOf(press.values, FIELD.writer);
  const note = fieldOf(press.values, FIELD.note)?.trim() ?? '';
  const wish = { by: press.by, key: press.key, lead, writer, note };
  const outcome = await tools.store.change(incidentRef(incident.id), (state) =>
    nameRoles(state, wish, tools.clock.now()),
  );
  // Nothing was changed in the form: nothing is to be said about it.
  if (!isRefused(outcome) || outcome.refused.reason === 'already-done') return DONE;
  return { refused: outcome.refused, at: FIELD.lead };
}
