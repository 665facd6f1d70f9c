import { incidentId, prepareBroadcast, startDraftOf, startIncident } from '../src/desk/broadcast.ts';
import { untold } from '../src/desk/checks/warning.ts';
import { warningsOfWord } from '../src/desk/checks/word-to-all.ts';
import { isRefused } from '../src/desk/decision.ts';
import { draftOf } from '../src/desk/draft.ts';
import { SEVERITIES } from '../src/desk/incident.ts';
import { personRef } from '../src/desk/ref.ts';
import type { ExplainedSurge } from '../src/desk/surge-press.ts';
import { fieldOf } from '../views/form-values.ts';
import { type IncidentStartForm, incidentStartModal } from '../views/forms/incident.ts';
import { FIELD } from '../views/ids.ts';
import { askWhoConfirmed } from './blamed.ts';
import { metaOf, show } from './form.ts';
import { DONE, type Reply, type SlackPress } from './handler.ts';
import { asideOfForm } from './incident-aside.ts';
import { badMinutes, minutesOf } from './incident-minutes.ts';
import { type IncidentChange, offer, publicPart, textOf } from './incident-part.ts';
import { forgetStart } from './keep-typed.ts';
import { stoppedBy } from './send.ts';
import { surgeOf } from './surge-links.ts';
import type { Tools } from './tools.ts';
import { wordCheckingOf } from './word-checks.ts';
import { writerOf } from './writer.ts';

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

/** Tells the public for the first time, or says in the form why not. */
export async function start(press: SlackPress, tools: Tools): Promise<Reply> {
  const updateMinutes = minutesOf(press);
  if (updateMinutes === null) return badMinutes(tools);
  const ready = prepareBroadcast(textOf(press), tools.desk());
  if (isRefused(ready)) return { refused: ready.refused, at: FIELD.text };
  const beside = asideOfForm(press, tools);
  if ('no' in beside) return beside.no;
  const asked = askWhoConfirmed(textOf(press), press, tools);
  if (asked !== null) return asked;
  const word = { by: press.by, purpose: 'incident-start', text: textOf(press), with: beside.aside } as const;
  const checking = await wordCheckingOf(press, tools);
  const against = warningsOfWord(word, [], checking, tools.desk(), tools.clock.now());
  if (untold(against, checking.told).length > 0) {
    return { ack: { update: startFormAgain(press, tools, stoppedBy(press, against)) } };
  }
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
    against,
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

/** The start form with what stands in it now. */
export function startFormAgain(press: SlackPress, tools: Tools, change: IncidentChange) {
  const severity = SEVERITIES.find((one) => one === fieldOf(press.values, FIELD.severity)) ?? 'major';
  const updateMinutes = minutesOf(press) ?? tools.desk().settings.incident.updateMinutes;
  const title = change.title ?? fieldOf(press.values, FIELD.title) ?? '';
  const { surge: id, linked = 0 } = metaOf(press);
  const surge = change.surge ?? (id === undefined ? undefined : { id, mentions: linked });
  const form = { ...publicPart(press, tools, change), title, severity, updateMinutes, surge };
  return incidentStartModal(form, tools.context());
}
