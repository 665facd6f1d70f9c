import { countText } from '../src/desk/answer.ts';
import type { Aside } from '../src/desk/aside.ts';
import { incidentId, prepareBroadcast, startDraftOf, startIncident } from '../src/desk/broadcast.ts';
import { isRefused } from '../src/desk/decision.ts';
import { draftOf, offeredDraft } from '../src/desk/draft.ts';
import { type Incident, SEVERITIES } from '../src/desk/incident.ts';
import { hasLink } from '../src/desk/length.ts';
import { personRef } from '../src/desk/ref.ts';
import type { ExplainedSurge } from '../src/desk/surge-press.ts';
import { asTyped } from '../src/desk/typed-text.ts';
import type { Draft } from '../src/desk/unsent.ts';
import { fieldOf } from '../views/form-values.ts';
import {
  type IncidentStartForm,
  incidentResolveModal,
  incidentStartModal,
  incidentUpdateModal,
} from '../views/forms/incident.ts';
import { incidentListModal } from '../views/forms/lists.ts';
import { historyModal } from '../views/forms/reading.ts';
import { draftNotice } from '../views/forms/reply.ts';
import { ACTION, FIELD, FORM } from '../views/ids.ts';
import { askWhoConfirmed } from './blamed.ts';
import { incidentOfForm, metaOf, show } from './form.ts';
import { DONE, type Handler, type Reply, type SlackPress, type Who } from './handler.ts';
import { asideOfForm, typedAside } from './incident-aside.ts';
import { badMinutes, minutesOf } from './incident-minutes.ts';
import { incidentShown } from './incident-shown.ts';
import { chooseIncident, speakFor } from './incident-words.ts';
import { forgetStart, sendTyped } from './keep-typed.ts';
import { onIncident } from './on-incident.ts';
import { onClosed } from './on-mention.ts';
import { haveChanged, postsIn, wantsPosts } from './posts.ts';
import { surgeOf } from './surge-links.ts';
import { sendTimeline } from './timeline.ts';
import type { Tools } from './tools.ts';
import { writerOf } from './writer.ts';

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
      const word = { purpose: 'incident-resolve', text: textOf(press), updateMinutes: null, with: aside } as const;
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
      return { say: tools.context().words.commands.incidentUsage };
  }
}

/** A first word of one's own that was typed and not sent, or taken back, is offered. */
export async function openStart(
  press: SlackPress,
  tools: Tools,
  title: string,
  surge: ExplainedSurge | null = null,
): Promise<Reply> {
  const { store } = tools;
  const person = await store.read(personRef(press.by));
  const typed = person === undefined ? null : draftOf(person, press.by, 'incident-start');
  const draft = startDraftOf(typed, await store.list('incident'), press.by);
  return show(
    press,
    tools,
    startFormAgain(press, tools, { title: title || draft?.title || '', surge: countOf(surge), ...offer(draft, tools) }),
  );
}

async function start(press: SlackPress, tools: Tools): Promise<Reply> {
  const updateMinutes = minutesOf(press);
  if (updateMinutes === null) return badMinutes(tools);
  const ready = prepareBroadcast(textOf(press), tools.desk());
  if (isRefused(ready)) return { refused: ready.refused, at: FIELD.text };
  const beside = asideOfForm(press, tools);
  if ('no' in beside) return beside.no;
  const asked = askWhoConfirmed(textOf(press), press, tools);
  if (asked !== null) return asked;
  const [network = 'x'] = tools.networks.keys();
  const wish = {
    by: press.by,
    key: press.key,
    standing: await writerOf(press, tools),
    network,
    channel: tools.channel,
    title: fieldOf(press.values, FIELD.title) ?? '',
    severity: SEVERITIES.find((one) => one === fieldOf(press.values, FIELD.severity)) ?? 'major',
    updateMinutes,
    text: textOf(press),
    with: beside.aside,
    surge: await surgeOf(metaOf(press).surge, tools),
  };
  await tools.store.create('incident', incidentId(wish), (number) =>
    startIncident(wish, ready.text, number, tools.desk(), tools.clock.now()),
  );
  await forgetStart(press, tools);
  return DONE;
}

function countOf(surge: ExplainedSurge | null): IncidentStartForm['surge'] {
  return surge === null ? undefined : { id: surge.id, mentions: surge.mentions.length };
}

type Change = {
  readonly text?: string;
  readonly title?: string;
  readonly surge?: IncidentStartForm['surge'] | undefined;
  readonly inserted?: number;
  readonly templateId?: string;
  readonly notice?: string;
  readonly aside?: Aside;
  readonly asPosts?: boolean;
};

/** The start form with what stands in it now. */
export function startFormAgain(press: SlackPress, tools: Tools, change: Change) {
  const severity = SEVERITIES.find((one) => one === fieldOf(press.values, FIELD.severity)) ?? 'major';
  const updateMinutes = minutesOf(press) ?? tools.desk().settings.incident.updateMinutes;
  const title = change.title ?? fieldOf(press.values, FIELD.title) ?? '';
  const { surge: id, linked = 0 } = metaOf(press);
  const surge = change.surge ?? (id === undefined ? undefined : { id, mentions: linked });
  const form = { ...publicPart(press, tools, change), title, severity, updateMinutes, surge };
  return incidentStartModal(form, tools.context());
}

export function updateFormAgain(press: SlackPress, tools: Tools, one: Incident, change: Change) {
  const updateMinutes = minutesOf(press) ?? one.updateMinutes;
  const { text, ...part } = publicPart(press, tools, change);
  const posts = postsIn(press, tools, text, null, change.asPosts);
  const form = { ...part, text, posts, incident: one, seen: idsOf(one), updateMinutes };
  return incidentUpdateModal(form, tools.context());
}

export function resolveFormAgain(press: SlackPress, tools: Tools, one: Incident, change: Change) {
  return incidentResolveModal(
    { ...publicPart(press, tools, change), incident: one, seen: idsOf(one) },
    tools.context(),
  );
}

/** A text of one's own that did not get out is offered. */
function openUpdate(press: SlackPress, tools: Tools, one: Incident): Promise<Reply> {
  const draft = offeredDraft(one, press.by, 'incident-update');
  return show(press, tools, updateFormAgain(press, tools, one, offer(draft, tools)));
}

function openResolve(press: SlackPress, tools: Tools, one: Incident): Promise<Reply> {
  const draft = offeredDraft(one, press.by, 'incident-resolve');
  return show(press, tools, resolveFormAgain(press, tools, one, offer(draft, tools)));
}

function offer(draft: Draft | null, tools: Tools): Pick<Change, 'text' | 'notice' | 'aside'> {
  if (draft === null) return { text: '' };
  const { text, why, aside } = draft;
  return { text, notice: draftNotice(why, tools.context()), ...(aside === undefined ? {} : { aside }) };
}

function publicPart(press: SlackPress, tools: Tools, change: Change) {
  const text = change.text ?? textOf(press);
  return {
    text,
    length: countText(text, null, tools.desk()),
    hasLink: hasLink(text),
    aside: change.aside ?? typedAside(press),
    inserted: change.inserted ?? metaOf(press).inserted ?? 0,
    ...(change.templateId === undefined ? {} : { templateId: change.templateId }),
    ...(change.notice === undefined ? {} : { notice: change.notice }),
  };
}

function idsOf(one: Incident): string[] {
  return one.publications.map((publication) => publication.id);
}

function textOf(press: SlackPress): string {
  return fieldOf(press.values, FIELD.text) ?? '';
}
