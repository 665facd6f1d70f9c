import type { Warning } from '../src/desk/checks/warning.ts';
import { offeredWord } from '../src/desk/draft.ts';
import type { Incident } from '../src/desk/incident.ts';
import { asTyped } from '../src/desk/typed-text.ts';
import { incidentResolveModal, incidentUpdateModal } from '../views/forms/incident.ts';
import { incidentListModal } from '../views/forms/lists.ts';
import { historyModal } from '../views/forms/reading.ts';
import { ACTION, FIELD, FORM } from '../views/ids.ts';
import { incidentOfForm, show } from './form.ts';
import type { Handler, Reply, SlackPress, Who } from './handler.ts';
import { asideOfForm } from './incident-aside.ts';
import { badMinutes, minutesOf } from './incident-minutes.ts';
import { type IncidentChange, offer, publicPart, textOf } from './incident-part.ts';
import { incidentShown } from './incident-shown.ts';
import { openStart, start } from './incident-start.ts';
import { chooseIncident, incidentUsage, speakFor } from './incident-words.ts';
import { sendTyped } from './keep-typed.ts';
import { onIncident } from './on-incident.ts';
import { onClosed } from './on-mention.ts';
import { haveChanged, postsIn, wantsPosts } from './posts.ts';
import { stoppedBy } from './send.ts';
import { sendTimeline } from './timeline.ts';
import type { Tools } from './tools.ts';

/** `/incident`: tells the public about an outage, keeps it informed, and ends it. */
export const incident: readonly Handler[] = [
  { on: { command: 'incident' }, who: rightOf, run: command },
  onIncident(ACTION.incidentUpdate, 'publisher', openUpdate),
  onIncident(ACTION.incidentResolve, 'publisher', openResolve),
  onIncident(ACTION.incidentHistory, 'staff', (press, tools, one) =>
    show(press, tools, historyModal(one, tools.context())),
  ),
  { on: { action: ACTION.incidentStart }, who: 'publisher', run: (press, tools) => openStart(press, tools, '') },
  {
    on: { form: FORM.incidentStart },
    who: 'publisher',
    run: (press, tools) => sendTyped(press, tools, () => start(press, tools)),
  },
  {
    on: { form: FORM.incidentUpdate },
    who: 'publisher',
    async run(press, tools) {
      const updateMinutes = minutesOf(press);
      if (updateMinutes === null) return badMinutes(tools);
      const beside = asideOfForm(press, tools);
      if ('no' in beside) return sendTyped(press, tools, async () => beside.no);
      const one = await incidentOfForm(press, tools);
      const asPosts = wantsPosts(press);
      const word = {
        purpose: 'incident-update',
        text: textOf(press),
        updateMinutes,
        asPosts,
        with: beside.aside,
        again: (latest: Incident, warnings: readonly Warning[]) =>
          updateFormAgain(press, tools, latest, stoppedBy(press, warnings)),
      } as const;
      if (one === undefined || !haveChanged(press, postsIn(press, tools, word.text, null))) {
        return speakFor(press, tools, one, word, FIELD.text);
      }
      const notice = tools.context().words.posts.lookAgain;
      return { ack: { update: updateFormAgain(press, tools, one, { notice }) } };
    },
  },
  {
    on: { form: FORM.incidentResolve },
    who: 'publisher',
    async run(press, tools) {
      const beside = asideOfForm(press, tools);
      if ('no' in beside) return sendTyped(press, tools, async () => beside.no);
      const { aside } = beside;
      const again = (latest: Incident, warnings: readonly Warning[]) =>
        resolveFormAgain(press, tools, latest, stoppedBy(press, warnings));
      const said = { purpose: 'incident-resolve', text: textOf(press), updateMinutes: null } as const;
      const word = { ...said, with: aside, again };
      return speakFor(press, tools, await incidentOfForm(press, tools), word, FIELD.text);
    },
  },
  ...[FORM.incidentStart, FORM.incidentUpdate, FORM.incidentResolve].map(onClosed),
];

function wishOf({ text }: SlackPress): { readonly verb: string; readonly rest: string } {
  const [, verb = '', rest = ''] = /^\s*(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
  return { verb: verb.toLowerCase(), rest };
}

/** What is only read is for all staff. */
function rightOf(press: SlackPress): Who {
  const { verb } = wishOf(press);
  return verb === 'list' || verb === 'show' ? 'staff' : 'publisher';
}

async function command(press: SlackPress, tools: Tools): Promise<Reply> {
  const { verb, rest } = wishOf(press);
  switch (verb) {
    case 'start':
      return openStart(press, tools, asTyped(rest).slice(0, 150));
    case 'update':
      return chooseIncident(rest, tools, (one) => openUpdate(press, tools, one));
    case 'resolve':
      return chooseIncident(rest, tools, (one) => openResolve(press, tools, one));
    case 'list':
      return show(press, tools, incidentListModal(await tools.store.list('incident'), tools.context()));
    case 'show':
      return chooseIncident(rest, tools, async (one) => show(press, tools, await incidentShown(one, tools)));
    case 'timeline':
      return chooseIncident(rest, tools, (one) => sendTimeline(press, tools, one));
    default:
      return incidentUsage(verb, tools);
  }
}

export function updateFormAgain(press: SlackPress, tools: Tools, one: Incident, change: IncidentChange) {
  const updateMinutes = minutesOf(press) ?? one.updateMinutes;
  const { text, ...part } = publicPart(press, tools, change);
  const posts = postsIn(press, tools, text, null, change.asPosts);
  const form = { ...part, text, posts, incident: one, seen: idsOf(one), updateMinutes };
  return incidentUpdateModal(form, tools.context());
}

export function resolveFormAgain(press: SlackPress, tools: Tools, one: Incident, change: IncidentChange) {
  return incidentResolveModal(
    { ...publicPart(press, tools, change), incident: one, seen: idsOf(one) },
    tools.context(),
  );
}

/** A text of one's own that did not get out is offered. */
function openUpdate(press: SlackPress, tools: Tools, one: Incident): Promise<Reply> {
  const draft = offeredWord(one, press.by, 'incident-update');
  return show(press, tools, updateFormAgain(press, tools, one, offer(draft, tools)));
}

function openResolve(press: SlackPress, tools: Tools, one: Incident): Promise<Reply> {
  const draft = offeredWord(one, press.by, 'incident-resolve');
  return show(press, tools, resolveFormAgain(press, tools, one, offer(draft, tools)));
}

function idsOf(one: Incident): string[] {
  return one.publications.map((publication) => publication.id);
}
