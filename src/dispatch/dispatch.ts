import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { carriedOut, gaveUp, overtaken } from '../desk/carried-out.ts';
import { tellChannel } from '../desk/channel-lines.ts';
import { decided } from '../desk/decision.ts';
import type { Desk } from '../desk/desk.ts';
import type { EffectOf, EffectType } from '../desk/effect.ts';
import { CallFault, type Fault } from '../desk/fault.ts';
import { colleagueGone } from '../desk/gone-colleague.ts';
import { hearNews } from '../desk/hear.ts';
import { MINUTE_MS, type UserId } from '../desk/instant.ts';
import { isMoot } from '../desk/moot.ts';
import { withheld } from '../desk/noise.ts';
import { channelRef, mentionRef } from '../desk/ref.ts';
import type { Network } from '../networks/index.ts';
import type { SlackCourier, SlackEraser, SlackFiles } from '../slack/index.ts';
import type { Store, TakenEffect } from '../store/index.ts';
import { createErase } from './erase.ts';
import { gatherJob } from './gather-job.ts';
import { createHide } from './hide.ts';
import { backOffMs, isAboutShut, isAlone, isWorthWaiting, pauseOf } from './judge.ts';
import { type Attempt, createLane, GO_ON, type Lane, NO_CALL } from './lane.ts';
import { createLost } from './lost.ts';
import { mayNotify } from './may-notify.ts';
import { createPublish, type PublisherType } from './publish.ts';
import { createShut, shutOutCause } from './shut.ts';
import { createStubbornly } from './stubborn.ts';
import { createTend } from './tend.ts';

interface DispatchDeps {
  readonly store: Store;
  readonly slack: SlackCourier;
  readonly files: SlackFiles;
  readonly eraser: SlackEraser;
  readonly networks: ReadonlyMap<string, Network>;
  readonly desk: () => Desk;
  /** The team's channel, where is said what only a person can mend. */
  readonly channel: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly newId: () => string;
  /** Who runs the workspace, for while the settings name no lead. */
  readonly owners: () => Promise<readonly UserId[]>;
  /** The app can't go on: a revoked token. */
  readonly onFatal: (why: string) => void;
}

export interface Dispatch {
  start(): Promise<void>;
  /** Takes nothing new and waits for what is under way. */
  stop(): Promise<void>;
}

/** What the channel does not hear of when Slack refuses it. */
const TOLD_ELSEWHERE: readonly EffectType[] = ['post-channel-note', 'post-escalation', 'draw-home'];

/** Carries effects out, one destination at a time each, and settles them: done, again later, or shown to a person. */
export function createDispatch(deps: DispatchDeps): Dispatch {
  const { store, slack, networks, desk, clock, log } = deps;
  const lanes = new Map<string, Lane>();
  let unsubscribe = () => {};
  let isStopped = false;
  const stubbornly = createStubbornly({ clock, log, isStopped: () => isStopped });
  const settle: Store['settle'] = (taken, decide) => stubbornly(() => store.settle(taken, decide));
  const publishing = createPublish({
    store,
    files: deps.files,
    desk,
    clock,
    log,
    newId: deps.newId,
    stubbornly,
    backOffMs,
  });
  const shut = createShut({ ...deps, stubbornly });
  const lost = createLost({ store, clock, stubbornly });
  const hide = createHide({ store, clock, stubbornly, backOffMs });
  const tend = createTend({ store, clock, stubbornly });
  const erase = createErase({ store, eraser: deps.eraser, clock, log, stubbornly, backOffMs });

  function kick(destination: string): void {
    if (isStopped) return;
    const lane = lanes.get(destination) ?? createLane({ destination, store, clock, log, attempt: carryOut });
    lanes.set(destination, lane);
    lane.kick();
  }

  /** A fault that nobody foresaw must not leave the effect running for ever: later again, after a look. */
  async function carryOut(taken: TakenEffect): Promise<Attempt> {
    try {
      return await attempt(taken);
    } catch (error) {
      if (isStopped) throw error;
      log.error({ err: error, key: taken.row.key, ref: taken.ref }, 'dispatch: an effect failed in an unforeseen way');
      await stubbornly(() => store.postpone(taken, new Date(clock.now().getTime() + MINUTE_MS), true));
      return GO_ON;
    }
  }

  async function attempt(taken: TakenEffect): Promise<Attempt> {
    const { effect } = taken.row;
    if (isMoot(taken.state, taken.row, clock.now())) {
      await settle(taken, (state) => overtaken(state, effect));
      return NO_CALL;
    }
    if (effect.type === 'send-notice' && !(await mayNotify(taken, effect, store))) {
      await settle(taken, (state) => withheld(state, effect));
      return NO_CALL;
    }
    switch (effect.type) {
      case 'publish':
      case 'look-for':
      case 'unpublish':
        return onNetwork(taken, effect);
      case 'hide-post':
        return isMention(taken) ? onMentionsNetwork(taken, effect.post) : unconnected(taken);
      case 'erase':
        return erase(taken, effect);
      case 'tend-group':
        return tend(taken, effect);
      case 'tell': {
        const { id, to, news } = effect;
        await store.change(to, (state) => hearNews(state, id, news, clock.now()));
        await settle(taken, (state) => decided(state));
        return GO_ON;
      }
      default:
        return onSlack(taken);
    }
  }

  async function onNetwork(
    taken: TakenEffect,
    effect: EffectOf<'publish'> | EffectOf<'look-for'> | EffectOf<'unpublish'>,
  ): Promise<Attempt> {
    const network = isPublisher(taken) ? networks.get(taken.state.network) : undefined;
    if (!isPublisher(taken) || network === undefined) return unconnected(taken);
    switch (effect.type) {
      case 'publish':
        return publishing.publish(taken, effect.publication, network);
      case 'look-for':
        return publishing.lookFor(taken, effect.publication, network);
      case 'unpublish':
        return publishing.unpublish(taken, effect.publication, network);
    }
  }

  async function onMentionsNetwork(taken: TakenEffect<'mention'>, post: string): Promise<Attempt> {
    const network = networks.get(taken.state.network);
    return network === undefined ? unconnected(taken) : hide(taken, post, network);
  }

  function unconnected(taken: TakenEffect): Promise<Attempt> {
    return park(taken, 'the network is not connected', 'slack-refused');
  }

  async function onSlack(taken: TakenEffect): Promise<Attempt> {
    const { row, state } = taken;
    try {
      const job = await gatherJob(taken, deps);
      const { message, lost: gone } = await slack.carryOut(job);
      if (gone !== undefined) return await lost.drawAnew(taken, gone);
      await settle(taken, (latest) => carriedOut(latest, state, row.effect, message, desk(), clock.now()));
      await shut.shown(taken);
      return GO_ON;
    } catch (error) {
      const fault = error instanceof CallFault ? error.fault : ownFault(error);
      log.warn({ fault, key: row.key, ref: taken.ref, attempts: row.attempts }, 'slack: an effect was not carried out');
      return (await lost.waitForCard(taken, fault)) ?? failed(taken, fault);
    }
  }

  async function failed(taken: TakenEffect, fault: Fault): Promise<Attempt> {
    const { row } = taken;
    const refused = fault.act === 'give-up' ? fault.code : null;
    if (refused !== null && !isWorthWaiting(taken, fault)) return inVain(taken, fault.why, refused);
    if (refused === 'revoked') deps.onFatal(fault.logged ?? fault.why);
    const pauseMs = pauseOf(fault, row.attempts);
    const unclear = row.unclear || fault.act === 'unclear';
    // With a new token the next start need not wait.
    const againMs = refused === 'revoked' ? 0 : pauseMs;
    await stubbornly(() => store.postpone(taken, new Date(clock.now().getTime() + againMs), unclear));
    const cause = shutOutCause(fault);
    if (cause !== null) await shut.happened(taken, cause, fault.why);
    // A limit concerns all that goes the same way; another fault perhaps only this effect.
    return isAlone(taken, fault) ? GO_ON : { pauseMs };
  }

  /** Waiting does not help: nobody is there to be told, or it could not be told for the very reason that it tells of. */
  async function inVain(taken: TakenEffect, why: string, code: string): Promise<Attempt> {
    const { effect } = taken.row;
    if (code === 'person-gone' && effect.type === 'send-notice') return forNobody(taken, effect);
    if (!isAboutShut(effect)) return park(taken, why, code);
    await settle(taken, (state) => decided(state));
    return GO_ON;
  }

  /** Nobody is there to be told any more: what they had goes to the others, who see it there. */
  async function forNobody(taken: TakenEffect, effect: EffectOf<'send-notice'>): Promise<Attempt> {
    const { ref } = taken;
    log.warn({ ref, user: effect.to }, 'slack: somebody who was to be told is no longer there');
    await settle(taken, (state) => gaveUp(state, effect, 'person-gone'));
    if (ref.type === 'mention') {
      await stubbornly(() => store.change(mentionRef(ref.id), (state) => colleagueGone(state, effect.to, clock.now())));
    }
    return GO_ON;
  }

  async function park(taken: TakenEffect, why: string, code: string): Promise<Attempt> {
    const { ref, row } = taken;
    await stubbornly(() => store.park(taken, why, (state) => gaveUp(state, row.effect, code)));
    if (!TOLD_ELSEWHERE.includes(row.effect.type)) {
      const id = `parked:${ref.type}:${ref.id}:${row.key}:${row.revision}`;
      const note = { type: 'parked', ref, key: row.key, why } as const;
      await stubbornly(() => store.change(channelRef(deps.channel), (state) => tellChannel(state, id, note)));
    }
    return GO_ON;
  }

  return {
    async start() {
      unsubscribe = store.onEffects(kick);
      for (const destination of await store.destinations()) kick(destination);
    },
    async stop() {
      isStopped = true;
      unsubscribe();
      await Promise.all([...lanes.values()].map((lane) => lane.stop()));
    },
  };
}

function isPublisher(taken: TakenEffect): taken is TakenEffect<PublisherType> {
  return taken.ref.type === 'mention' || taken.ref.type === 'incident';
}

function isMention(taken: TakenEffect): taken is TakenEffect<'mention'> {
  return taken.ref.type === 'mention';
}

/** A view that throws would throw again: parked, and shown to a person. */
function ownFault(error: unknown): Fault {
  return {
    act: 'give-up',
    code: 'slack-refused',
    why: `a fault of our own: ${error instanceof Error ? error.name : typeof error}`,
  };
}
