import { alarmUnreached } from './alarm.ts';
import type { Channel } from './channel.ts';
import { toldAgain } from './channel-lines.ts';
import { type Decision, decided } from './decision.ts';
import type { Desk } from './desk.ts';
import type { Effect, EffectOf } from './effect.ts';
import { escalationFailed, escalationPosted } from './escalate.ts';
import { untold } from './escalation.ts';
import { eraseLate } from './forget.ts';
import { toldNotice } from './hand-over-all.ts';
import { withheld } from './noise.ts';
import { toldOffers } from './offers.ts';
import { homeRefused } from './person.ts';
import { isForgotten } from './reduced.ts';
import type { Aggregate, SlackMessage } from './ref.ts';
import { toldSilence } from './silence.ts';
import { shownWithUndo } from './undo.ts';

/**
 * Slack carried an effect out: its result goes into the state in the same write that removes the effect.
 * @param rendered the state that was drawn; only what it showed counts as shown
 */
export function carriedOut(
  state: Aggregate,
  rendered: Aggregate,
  effect: Effect,
  message: SlackMessage | null,
  desk: Desk,
  now: Date,
): Decision<Aggregate> {
  return isForgotten(state) ? late(state, effect, message) : settled(state, rendered, effect, message, desk, now);
}

/** What was on its way while all of it was deleted is deleted behind it. */
function late(state: Aggregate, effect: Effect, message: SlackMessage | null): Decision<Aggregate> {
  const isMeant = effect.type === 'send-notice' && effect.notice.type === 'not-deleted';
  return decided(state, message === null || isMeant ? [] : [eraseLate(message)]);
}

function settled(
  state: Aggregate,
  rendered: Aggregate,
  effect: Effect,
  message: SlackMessage | null,
  desk: Desk,
  now: Date,
): Decision<Aggregate> {
  switch (effect.type) {
    case 'draw-card':
    case 'draw-incident':
      if (state.type !== 'mention' && state.type !== 'incident') return decided(state);
      if (rendered.type !== 'mention' && rendered.type !== 'incident') return decided(state);
      return shownWithUndo({ ...state, card: message ?? state.card }, rendered.publications, desk, now);
    case 'draw-untold':
      return decided(withUntoldMessage(state, message));
    case 'draw-round':
    case 'draw-promises':
    case 'draw-pause':
    case 'draw-alarm':
    case 'draw-surge':
    case 'draw-bell':
      return decided(state.type === 'channel' && message !== null ? shownAt(state, effect, message) : state);
    case 'draw-backlog':
      return decided(
        state.type === 'channel' && rendered.type === 'channel' ? drawnBacklog(state, rendered, message) : state,
      );
    case 'post-again':
    case 'post-offers':
    case 'post-silence':
      return state.type === 'channel' && rendered.type === 'channel'
        ? toldLine(state, rendered, effect, now)
        : decided(state);
    case 'send-notice':
      return toldNotice(state, effect.notice);
    case 'post-escalation':
      return state.type === 'mention' ? escalationPosted(state, effect, message) : decided(state);
    case 'post-note':
    case 'post-channel-note':
    case 'post-update-due':
    case 'post-cheerful':
    case 'post-report':
    case 'draw-home':
    case 'publish':
    case 'look-for':
    case 'unpublish':
    case 'hide-post':
    case 'erase':
    case 'tend-group':
    case 'tell':
      return decided(state);
  }
}

/** One of the messages of which a channel has several. */
function shownAt(
  channel: Channel,
  effect: EffectOf<'draw-round' | 'draw-promises' | 'draw-pause' | 'draw-alarm' | 'draw-surge' | 'draw-bell'>,
  message: SlackMessage,
): Channel {
  switch (effect.type) {
    case 'draw-promises':
      return {
        ...channel,
        promiseRounds: channel.promiseRounds.map((one) => (one.id === effect.round ? { ...one, message } : one)),
      };
    case 'draw-round':
      return {
        ...channel,
        rounds: channel.rounds.map((round) => (round.id === effect.round ? { ...round, message } : round)),
      };
    case 'draw-surge':
      return { ...channel, surges: channel.surges.map((one) => (one.id === effect.surge ? { ...one, message } : one)) };
    case 'draw-bell':
      return { ...channel, bells: channel.bells.map((one) => (one.id === effect.bell ? { ...one, message } : one)) };
    case 'draw-pause':
      return { ...channel, pauses: channel.pauses.map((one) => (one.at === effect.pause ? { ...one, message } : one)) };
    case 'draw-alarm':
      return { ...channel, alarms: channel.alarms.map((one) => (one.id === effect.alarm ? { ...one, message } : one)) };
  }
}

/** The world has overtaken an effect (see moot.ts): a backlog line that was never posted is forgotten. */
export function overtaken(state: Aggregate, effect: Effect): Decision<Aggregate> {
  if (effect.type === 'post-escalation' && state.type === 'mention') return decided(untold(state, effect));
  if (effect.type === 'draw-backlog' && state.type === 'channel') return decided({ ...state, backlog: null });
  return decided(state);
}

/** Slack refused an effect for good. What only a person can mend is said where they will see it. */
export function gaveUp(state: Aggregate, effect: Effect, why: string): Decision<Aggregate> {
  if (effect.type === 'post-escalation' && state.type === 'mention') {
    return escalationFailed(state, effect, why);
  }
  if (effect.type === 'draw-home' && state.type === 'person') return homeRefused(state);
  if (effect.type === 'send-notice' && effect.notice.type === 'alarm' && state.type === 'channel') {
    return decided(alarmUnreached(state, effect.notice.alarm, effect.to));
  }
  if (effect.type === 'send-notice') return withheld(state, effect);
  return decided(state);
}

/** A line is out: what was in it is no longer to be told. */
function toldLine(
  state: Channel,
  rendered: Channel,
  effect: EffectOf<'post-again' | 'post-offers' | 'post-silence'>,
  now: Date,
): Decision<Channel> {
  switch (effect.type) {
    case 'post-again':
      return toldAgain(state, rendered.again, now);
    case 'post-offers':
      return toldOffers(state, rendered.offers, now);
    case 'post-silence':
      return toldSilence(state, rendered, effect);
  }
}

/** A line that says "none wait" is the last of its kind: the next backlog gets a new message. */
function drawnBacklog(
  state: Extract<Aggregate, { type: 'channel' }>,
  rendered: typeof state,
  message: SlackMessage | null,
) {
  if (state.backlog === null) return state;
  const drawn = rendered.backlog?.waiting;
  const over = drawn !== undefined && Object.values(drawn).every((count) => count === 0);
  const changed = state.backlog.updatedAt !== rendered.backlog?.updatedAt;
  if (over && !changed) return { ...state, backlog: null };
  return { ...state, backlog: { ...state.backlog, message: message ?? state.backlog.message } };
}

function withUntoldMessage(state: Aggregate, message: SlackMessage | null): Aggregate {
  return state.type === 'incident' && message !== null ? { ...state, untold: message } : state;
}
