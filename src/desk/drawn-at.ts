import type { Effect } from './effect.ts';
import type { Aggregate, SlackMessage } from './ref.ts';

/** The message that a draw updates; null while it is still to be posted. */
export function drawnAt(state: Aggregate, effect: Effect): SlackMessage | null {
  if (effect.type === 'draw-untold') return state.type === 'incident' ? state.untold : null;
  if (state.type === 'mention' || state.type === 'incident') return state.card;
  if (state.type !== 'channel') return null;
  if (effect.type === 'draw-backlog') return state.backlog?.message ?? null;
  if (effect.type === 'draw-bell') return state.bells.find((one) => one.id === effect.bell)?.message ?? null;
  if (effect.type === 'draw-pause') return state.pauses.find((one) => one.at === effect.pause)?.message ?? null;
  if (effect.type === 'draw-alarm') return state.alarms.find((one) => one.id === effect.alarm)?.message ?? null;
  if (effect.type === 'draw-surge') return state.surges.find((one) => one.id === effect.surge)?.message ?? null;
  if (effect.type === 'draw-promises') {
    return state.promiseRounds.find((round) => round.id === effect.round)?.message ?? null;
  }
  if (effect.type !== 'draw-round') return null;
  return state.rounds.find((round) => round.id === effect.round)?.message ?? null;
}
