import type { Channel, PauseLine } from './channel.ts';
import { type Decision, decided, type Outcome, type Refusal, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import type { DeskState } from './desk-state.ts';
import { type PauseNews, type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import type { Incident } from './incident.ts';
import type { Mention } from './mention.ts';
import type { Press } from './press.ts';
import { type Publisher, redraw } from './publishing.ts';
import { channelRef, type Ref } from './ref.ts';

/** Whom a pause or its end must reach. */
export interface PauseReach {
  /** The team's channel. */
  readonly channel: string;
  /** The mentions and incidents whose texts wait: their cards say why. */
  readonly waiting: readonly Ref<'mention' | 'incident'>[];
}

/** The kill switch: no text of anybody goes out from now on, until somebody resumes. */
export function pause(desk: DeskState, press: Press, reach: PauseReach, now: Date): Outcome<DeskState> {
  if (wasHandled(desk, press.key)) return refused({ reason: 'already-handled' });
  if (desk.paused !== null) return refused({ reason: 'already-done' });
  const paused = { by: press.by, at: now.toISOString() };
  const next = recorded({ ...desk, paused }, now, press.by, 'paused');
  return told(next, press, { type: 'paused', pause: paused.at, by: press.by }, reach);
}

/**
 * Publishing goes on.
 * @param since the pause that is meant, as a button carries it; null for the one that holds now
 */
export function resume(
  desk: DeskState,
  press: Press,
  since: string | null,
  reach: PauseReach,
  now: Date,
): Outcome<DeskState> {
  if (wasHandled(desk, press.key)) return refused({ reason: 'already-handled' });
  const { paused } = desk;
  if (paused === null || (since !== null && paused.at !== since)) return refused({ reason: 'already-done' });
  const next = recorded({ ...desk, paused: null }, now, press.by, 'resumed');
  return told(next, press, { type: 'resumed', pause: paused.at, by: press.by, at: now.toISOString() }, reach);
}

/** Why nothing may be sent now; null when it may. */
export function pauseRefusal({ paused }: Pick<Desk, 'paused'>): Refusal | null {
  return paused === null ? null : { reason: 'paused', by: paused.by, at: paused.at };
}

/** Those with a text that still waits for its turn. */
export function waitingTexts(publishers: readonly (Mention | Incident)[]): readonly Ref<'mention' | 'incident'>[] {
  return publishers
    .filter(({ publications }) => publications.some(({ status }) => status === 'waiting'))
    .map(({ type, id }) => ({ type, id }));
}

/** A waiting text's card says that it is held, or goes on. */
export function hearPause<S extends Publisher>(state: S): Decision<S> {
  return decided(state, [redraw(state)]);
}

/** One message a pause, updated when it ends; its end is told as well, because an updated message notifies nobody. */
export function tellPause(channel: Channel, id: string, news: PauseNews): Decision<Channel> {
  if (news.type === 'paused') {
    const line: PauseLine = { at: news.pause, by: news.by, ended: null, message: null };
    return decided({ ...channel, pauses: [...channel.pauses.slice(1 - KEPT), line] }, [drawPause(news.pause)]);
  }
  const ended = { by: news.by, at: news.at };
  const pauses = channel.pauses.map((one) => (one.at === news.pause ? { ...one, ended } : one));
  return decided({ ...channel, pauses }, [
    drawPause(news.pause),
    plan({ type: 'post-channel-note', id, note: news }, PRIORITY.press),
  ]);
}

/** So many lines are remembered: a late update still finds its message. */
const KEPT = 5;

function drawPause(pauseAt: string): PlannedEffect {
  return plan({ type: 'draw-pause', pause: pauseAt }, PRIORITY.press);
}

function told(next: DeskState, press: Press, news: PauseNews, reach: PauseReach): Decision<DeskState> {
  const tell = (to: Ref) =>
    plan({ type: 'tell', id: `${news.type}:${press.key}:${to.type}:${to.id}`, to, news }, PRIORITY.press);
  return decided(remember(next, press.key), [tell(channelRef(reach.channel)), ...reach.waiting.map(tell)]);
}
