import type { ModalView } from '@slack/types';
import { type IncidentWord, speak } from '../src/desk/broadcast.ts';
import type { Warning } from '../src/desk/checks/warning.ts';
import { isRefused } from '../src/desk/decision.ts';
import { keepRefused } from '../src/desk/draft.ts';
import { lookup } from '../src/desk/facets.ts';
import type { Incident } from '../src/desk/incident.ts';
import { incidentRef } from '../src/desk/ref.ts';
import { snippet } from '../views/text.ts';
import { DONE, type Reply, type SlackPress } from './handler.ts';
import { sendTyped } from './keep-typed.ts';
import type { Tools } from './tools.ts';
import { wordCheckingOf } from './word-checks.ts';
import { writerOf } from './writer.ts';

/** A word as its form knows it, and the form again with what gives pause about it. */
interface FormsWord extends Omit<IncidentWord, 'by' | 'key' | 'checking'> {
  readonly again: (incident: Incident, warnings: readonly Warning[]) => ModalView;
}

/** Saves one more public word of an incident, or says beside the field or above the text why not. */
export function speakFor(
  press: SlackPress,
  tools: Tools,
  incident: Incident | undefined,
  word: FormsWord,
  at: string,
): Promise<Reply> {
  return sendTyped(press, tools, () => trySpeak(press, tools, incident, word, at));
}

async function trySpeak(
  press: SlackPress,
  tools: Tools,
  incident: Incident | undefined,
  { again, ...word }: FormsWord,
  at: string,
): Promise<Reply> {
  if (incident === undefined) return { ack: { errors: { [at]: tools.context().words.commands.unknownIncident } } };
  const own = { by: press.by, key: press.key, standing: await writerOf(press, tools) };
  const wish = { ...own, ...word, checking: await wordCheckingOf(press, tools) };
  const outcome = await tools.store.change(incidentRef(incident.id), (state) =>
    speak(state, wish, tools.desk(), tools.clock.now()),
  );
  if (!isRefused(outcome) || outcome.refused.reason === 'already-handled') return DONE;
  const { refused } = outcome;
  if (refused.reason === 'warned') return { ack: { update: again(incident, refused.warnings) } };
  const { purpose, text, with: { parts } = {} } = word;
  const afterwards = async () => {
    const unsent = { by: press.by, purpose, text, ...(parts && { parts }) };
    await tools.store.change(incidentRef(incident.id), (state) => keepRefused(state, unsent, tools.clock.now()));
  };
  return { refused, at, afterwards };
}

/** The incident that a command names; without a number the one that is running. */
export async function chooseIncident(
  text: string,
  tools: Tools,
  go: (incident: Incident) => Promise<Reply>,
): Promise<Reply> {
  const { commands } = tools.context().words;
  const number = /^\s*#?(\d{1,9})\s*$/.exec(text)?.[1];
  if (number !== undefined) {
    const ref = await tools.store.find(lookup.number('incident', Number(number)));
    const incident = ref?.type === 'incident' ? await tools.store.read(incidentRef(ref.id)) : undefined;
    return incident === undefined ? { say: commands.noSuchIncident(Number(number)) } : go(incident);
  }
  const [running, ...others] = await tools.store.list('incident', { open: true });
  if (running === undefined) return { say: commands.noRunningIncident };
  if (others.length === 0) return go(running);
  return { say: commands.whichIncident([running, ...others].map((one) => one.number).join(', ')) };
}

/** What may stand behind `/incident`, to somebody who wrote something else. */
export function incidentUsage(verb: string, tools: Tools): Reply {
  const { commands } = tools.context().words;
  const unknown = verb === '' ? '' : `${commands.unknownVerb(snippet(verb, 40))} `;
  return { say: `${unknown}${commands.incidentUsage}` };
}
