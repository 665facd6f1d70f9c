import { isRefused } from '../src/desk/decision.ts';
import type { Incident } from '../src/desk/incident.ts';
import { linkedTo, linkTo, unlink } from '../src/desk/incident-link.ts';
import type { Mention } from '../src/desk/mention.ts';
import { incidentRef, mentionRef } from '../src/desk/ref.ts';
import { fieldOf } from '../views/form-values.ts';
import { chosenMentions, linkIncidentModal } from '../views/forms/incident-links.ts';
import { ACTION, FIELD, FORM } from '../views/ids.ts';
import { incidentOfForm, mentionOfForm, show } from './form.ts';
import { DONE, type Handler, type Reply, type SlackPress } from './handler.ts';
import { moreOf } from './helpful.ts';
import { onMention } from './on-mention.ts';
import type { Tools } from './tools.ts';

/** Which mentions an incident explains: one from its card, several from the incident's message. */
export const link: readonly Handler[] = [
  onMention(ACTION.linkIncident, 'staff', openLink),
  onMention(ACTION.unlinkIncident, 'staff', async (press, tools, mention) => {
    const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
      unlink(state, press, tools.clock.now()),
    );
    return isRefused(outcome) ? { refused: outcome.refused } : showMore(press, tools, outcome.state);
  }),
  {
    on: { form: FORM.linkIncident },
    who: 'staff',
    async run(press, tools) {
      const mention = await mentionOfForm(press, tools);
      const id = fieldOf(press.values, FIELD.incident);
      const incident = id === null ? undefined : await tools.store.read(incidentRef(id));
      if (mention === undefined || incident === undefined) {
        return { ack: { errors: { [FIELD.incident]: tools.context().words.commands.unknownIncident } } };
      }
      const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
        linkTo(state, incident, press, tools.clock.now()),
      );
      if (!isRefused(outcome) || outcome.refused.reason === 'already-done') return { ack: { clear: true } };
      return { refused: outcome.refused, at: FIELD.incident };
    },
  },
  { on: { form: FORM.linkMentions }, who: 'staff', run: linkChosen },
];

/** The mentions that an incident explains, the longest wait first. */
export async function linkedMentions(tools: Tools, incident: Incident): Promise<readonly Mention[]> {
  return linkedTo(await tools.store.list('mention'), incident.id);
}

/** The running incident at once; where several run, or one is over that may still explain it, which one? */
async function openLink(press: SlackPress, tools: Tools, mention: Mention): Promise<Reply> {
  const [running, all] = await Promise.all([
    tools.store.list('incident', { open: true }),
    tools.store.list('incident'),
  ]);
  const [only, ...others] = running;
  if (only !== undefined && others.length === 0) {
    const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
      linkTo(state, only, press, tools.clock.now()),
    );
    return isRefused(outcome) ? { refused: outcome.refused } : showMore(press, tools, outcome.state);
  }
  if (all.length === 0) return { say: tools.context().words.incident.links.noIncident };
  const over = all.filter(({ status }) => status === 'resolved').toReversed();
  return show(press, tools, linkIncidentModal(mention, [...running, ...over], tools.context()));
}

/** The menu in which the button was pressed, with what came of it. */
async function showMore(press: SlackPress, tools: Tools, mention: Mention): Promise<Reply> {
  if (press.view !== null) await tools.update({ id: press.view.id }, await moreOf(mention, tools));
  return DONE;
}

/** One change for each mention, under a key of its own: what a crash leaves undone, the redelivered press does. */
async function linkChosen(press: SlackPress, tools: Tools): Promise<Reply> {
  const { commands, incident: words } = tools.context().words;
  const incident = await incidentOfForm(press, tools);
  const [field = FIELD.links] = press.view?.inputs ?? [];
  if (incident === undefined) return { ack: { errors: { [field]: commands.unknownIncident } } };
  const chosen = chosenMentions(press.values);
  if (chosen.length === 0) return { ack: { errors: { [field]: words.links.choose } } };
  await Promise.all(
    chosen.map(async (id) => {
      if ((await tools.store.read(mentionRef(id))) === undefined) return;
      const own = { by: press.by, key: `${press.key}:${id}` };
      await tools.store.change(mentionRef(id), (state) => linkTo(state, incident, own, tools.clock.now()));
    }),
  );
  return DONE;
}
