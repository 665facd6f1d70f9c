import { type Decision, decided } from './decision.ts';
import type { Desk } from './desk.ts';
import { type Note, type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { askedOf, changeEscalation, tell } from './escalation.ts';
import { APP, recorded } from './history.ts';
import { at, earliest, type Instant } from './instant.ts';
import { type Asked, type Escalation, type Mention, NEW_ASKED } from './mention.ts';
import { addOfficeMinutes } from './office-time.ts';
import { redraw } from './publishing.ts';
import type { ChainStep } from './settings.ts';

/** Whoever took it has this many times the step's minutes for an answer. */
const TAKEN_FACTOR = 2;

/** Who is asked, and where: the settings say in which channel a group reads what is escalated to it. */
export function asking(to: Asked['to'], desk: Desk, now: Date): Asked {
  const channel = to.type === 'group' ? (desk.settings.escalation.channels[to.id] ?? null) : null;
  return { ...NEW_ASKED, to, at: now.toISOString(), channel };
}

/**
 * When the clock goes on with an escalation: so many minutes of office time after the last one was asked, or twice as many
 * after somebody took it. Null when it has ended, and while the settings have no chain.
 */
export function dueOf(escalation: Escalation, desk: Desk): Instant | null {
  const { chain } = desk.settings.escalation;
  const minutes = (nextStep(escalation, chain) ?? chain.at(-1))?.minutes;
  if (minutes === undefined || escalation.ended !== null) return null;
  const { taken } = escalation;
  const since = taken?.at ?? (escalation.told.at(-1) ?? escalation).at;
  const waits = taken === null ? minutes : TAKEN_FACTOR * minutes;
  return addOfficeMinutes(desk.hours, at(since), waits)?.toISOString() ?? null;
}

/** When the watch must look at a mention's escalations; once the mention is settled nobody else is asked. */
export function chainWakeAt(mention: Mention): Instant | null {
  return mention.status === 'escalated' ? earliest(mention.escalations.map(({ due }) => due)) : null;
}

/** What nobody took in time goes to the next of the chain; at its end, and when a taken one lies, the team is told once. */
export function wakeEscalations(mention: Mention, desk: Desk, now: Date): Decision<Mention> {
  let result: Decision<Mention> = decided(mention);
  if (mention.status !== 'escalated') return result;
  for (const { id, due } of mention.escalations) {
    if (due === null || due > now.toISOString()) continue;
    const next = goOn(result.state, id, desk, now);
    result = decided(next.state, [...result.effects, ...next.effects]);
  }
  return result;
}

/** By new rules: what the clock still has to do about an escalation is due when they say. */
export function redatedChain(mention: Mention, desk: Desk): Mention['escalations'] {
  const anew = mention.escalations.map((one) => {
    const due = one.due === null ? null : dueOf(one, desk);
    return due === one.due ? one : { ...one, due };
  });
  return anew.every((one, index) => one === mention.escalations[index]) ? mention.escalations : anew;
}

function goOn(mention: Mention, id: string, desk: Desk, now: Date): Decision<Mention> {
  const escalation = mention.escalations.find((one) => one.id === id);
  if (escalation === undefined) return decided(mention);
  if (escalation.taken !== null) return lies(mention, escalation, 'escalation-left');
  const next = nextStep(escalation, desk.settings.escalation.chain);
  if (next === null) return lies(mention, escalation, 'escalation-untaken');

  const asked = asking(toOf(next), desk, now);
  const told = [...escalation.told, asked];
  const fields = { told, due: dueOf({ ...escalation, told }, desk) };
  const state = recorded(changeEscalation(mention, id, fields), now, APP, 'escalation-passed-on', next.to);
  return decided(state, [redraw(state), tell(id, escalation.told.length)]);
}

/** Said once: the clock has nothing more to do with it. */
function lies(
  mention: Mention,
  escalation: Escalation,
  type: Extract<Note['type'], 'escalation-left' | 'escalation-untaken'>,
): Decision<Mention> {
  return decided(changeEscalation(mention, escalation.id, { due: null }), [noteOf(type, escalation.id)]);
}

function noteOf(type: 'escalation-left' | 'escalation-untaken', escalation: string): PlannedEffect {
  return plan({ type: 'post-note', id: `${type}:${escalation}`, note: { type, escalation } }, PRIORITY.channel);
}

/** The first one of the chain who was not asked yet; null at its end. */
function nextStep(escalation: Escalation, chain: readonly ChainStep[]): ChainStep | null {
  const asked = askedOf(escalation).map(({ to }) => to.id);
  return chain.find(({ to }) => !asked.includes(to)) ?? null;
}

function toOf({ to }: ChainStep): Asked['to'] {
  return { type: to.startsWith('S') ? 'group' : 'user', id: to };
}
