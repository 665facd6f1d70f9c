import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { decided, isRefused } from '../desk/decision.ts';
import { refusedByNetwork } from '../desk/deletion.ts';
import type { Desk } from '../desk/desk.ts';
import type { Pause } from '../desk/desk-state.ts';
import { lookup } from '../desk/facets.ts';
import type { Fault } from '../desk/fault.ts';
import { CallFault } from '../desk/fault.ts';
import { at, MINUTE_MS, SECOND_MS } from '../desk/instant.ts';
import type { Publication, PublicationFaultCode } from '../desk/publication.ts';
import { becamePublic, staysPublic, wasDeleted } from '../desk/published.ts';
import {
  becameUnclear,
  beginSending,
  heldBack,
  lookedInVain,
  publicationOf,
  redraw,
  takenOff,
} from '../desk/publishing.ts';
import { DESK } from '../desk/ref.ts';
import type { Network } from '../networks/index.ts';
import type { SlackFiles } from '../slack/index.ts';
import type { Store, TakenEffect } from '../store/index.ts';
import { handOver } from './hand-over.ts';
import { type Attempt, GO_ON } from './lane.ts';
import type { Stubbornly } from './stubborn.ts';

export type PublisherType = 'mention' | 'incident';

interface PublishDeps {
  readonly store: Store;
  /** Where the pictures of our texts are. */
  readonly files: SlackFiles;
  readonly desk: () => Desk;
  readonly clock: Clock;
  readonly log: Logger;
  /** A name for an attempt that no other attempt has. */
  readonly newId: () => string;
  readonly stubbornly: Stubbornly;
  readonly backOffMs: (attempts: number) => number;
}

/** Our own clock and the network's may differ, so a look begins before the press. */
const LOOK_BACK_MS = 2 * MINUTE_MS;
/** While publishing is paused, so long until the next look whether it goes on. */
const PAUSED_MS = 2 * SECOND_MS;

/** Carries out what concerns a network: publish, look for what may be public, take back. */
export function createPublish({ store, files, desk, clock, log, newId, stubbornly, backOffMs }: PublishDeps) {
  const settle: Store['settle'] = (taken, decide) => stubbornly(() => store.settle(taken, decide));

  async function publish(taken: TakenEffect<PublisherType>, id: string, network: Network): Promise<Attempt> {
    const attempt = newId();
    const paused = await pauseNow();
    const current = publicationOf((await store.read(taken.ref)) ?? taken.state, id);
    const isNext = paused === null && current?.status === 'waiting';
    const handed = isNext ? await handOver(current, { network, files }) : {};
    if ('fault' in handed) return notHandedOver(taken, id, handed.fault);
    const begun = await store.change(taken.ref, (state) => beginSending(state, id, attempt, { paused }, clock.now()));
    if (isRefused(begun) && begun.refused.reason === 'paused') return waitForResume(taken);
    const publication = isRefused(begun) ? undefined : publicationOf(begun.state, id);
    if (publication?.status !== 'sending' || publication.attempt?.id !== attempt) {
      await settle(taken, (state) => decided(state));
      return GO_ON;
    }
    // Saved between the look above and the write: nothing may leave after a pause was saved.
    if ((await pauseNow()) !== null) {
      await stubbornly(() => store.change(taken.ref, (state) => heldBack(state, id, true)));
      return waitForResume(taken);
    }
    try {
      const post = await network.publish(publication.text, publication.inReplyTo, handed.media);
      await settle(taken, (state) => becamePublic(state, id, post, desk(), clock.now()));
      return GO_ON;
    } catch (error) {
      const fault = faultOf(error);
      log.warn({ fault, publication: id, ref: taken.ref }, 'publish: the network did not simply take it');
      return notSent(taken, publication, fault, network);
    }
  }

  /** Its picture did not reach the network: it waits on, or goes back to its sender. */
  async function notHandedOver(taken: TakenEffect<PublisherType>, id: string, fault: Fault): Promise<Attempt> {
    log.warn({ fault, publication: id, ref: taken.ref }, 'publish: a picture could not be handed over');
    if (fault.act === 'give-up') {
      const refusal = { code: publicationCode(fault.code), detail: fault.why };
      await settle(taken, (state) => takenOff(state, id, refusal, clock.now()));
      return GO_ON;
    }
    // The card promises that it goes out within seconds.
    if (taken.row.attempts === 0) await store.change(taken.ref, (state) => decided(state, [redraw(state)]));
    await again(taken, fault);
    return GO_ON;
  }

  /** As it is saved, not as it was last read. */
  async function pauseNow(): Promise<Pause | null> {
    return (await store.read(DESK))?.paused ?? null;
  }

  /** The lane waits as a whole: all that it holds is for the public. */
  async function waitForResume(taken: TakenEffect): Promise<Attempt> {
    await stubbornly(() => store.postpone(taken, new Date(clock.now().getTime() + PAUSED_MS), false));
    return { pauseMs: PAUSED_MS, called: false };
  }

  async function notSent(
    taken: TakenEffect<PublisherType>,
    { id, ...publication }: Publication,
    fault: Fault,
    network: Network,
  ): Promise<Attempt> {
    if (fault.act === 'retry') {
      const pauseMs = fault.afterMs > 0 ? fault.afterMs : backOffMs(taken.row.attempts);
      const isFirst = taken.row.attempts === 0;
      await stubbornly(() => store.change(taken.ref, (state) => heldBack(state, id, isFirst)));
      await stubbornly(() => store.postpone(taken, new Date(clock.now().getTime() + pauseMs), false));
      // The others are tried as well, so that their cards too say that they wait; the network's own gate keeps the limit.
      return GO_ON;
    }
    if (fault.act === 'unclear') {
      await settle(taken, (state) => becameUnclear(state, id, clock.now()));
      return GO_ON;
    }
    if (fault.code === 'duplicate') {
      // "You said that already" is evidence: perhaps an attempt that looked lost got through.
      const there = await lookUp(network, publication).catch(() => null);
      if (there !== null) {
        await settle(taken, (state) => becamePublic(state, id, there, desk(), clock.now()));
        return GO_ON;
      }
    }
    const code = publicationCode(fault.code);
    await settle(taken, (state) => refusedByNetwork(state, id, { code, detail: fault.why }, clock.now()));
    return GO_ON;
  }

  async function lookFor(taken: TakenEffect<PublisherType>, id: string, network: Network): Promise<Attempt> {
    const publication = publicationOf(taken.state, id);
    if (publication?.status !== 'unclear') {
      await settle(taken, (state) => decided(state));
      return GO_ON;
    }
    try {
      const post = await lookUp(network, publication);
      await settle(taken, (state) =>
        post === null ? lookedInVain(state, id, clock.now()) : becamePublic(state, id, post, desk(), clock.now()),
      );
      return GO_ON;
    } catch (error) {
      const fault = faultOf(error);
      if (fault.act === 'give-up') {
        await settle(taken, (state) => lookedInVain(state, id, clock.now()));
        return GO_ON;
      }
      return again(taken, fault);
    }
  }

  async function unpublish(taken: TakenEffect<PublisherType>, id: string, network: Network): Promise<Attempt> {
    const publication = publicationOf(taken.state, id);
    try {
      if (publication?.status === 'deleting' && publication.post !== null) await network.remove(publication.post.id);
      await settle(taken, (state) => wasDeleted(state, id, clock.now()));
      return GO_ON;
    } catch (error) {
      const fault = faultOf(error);
      if (fault.act !== 'give-up') return again(taken, fault);
      await settle(taken, (state) => staysPublic(state, id, fault.why, clock.now()));
      return GO_ON;
    }
  }

  /** Reading and deleting can be repeated without harm. */
  async function again(taken: TakenEffect, fault: Fault): Promise<Attempt> {
    const limit = fault.act === 'retry' ? fault.afterMs : 0;
    const pauseMs = limit > 0 ? limit : backOffMs(taken.row.attempts);
    await stubbornly(() => store.postpone(taken, new Date(clock.now().getTime() + pauseMs), false));
    return { pauseMs };
  }

  /** A post that we know already is that of another publication in the same words, perhaps a colleague's. */
  async function lookUp(network: Network, publication: Pick<Publication, 'text' | 'inReplyTo' | 'pressedAt'>) {
    // A clock that was ahead at the press and was put right since must not begin the look in the future.
    const pressed = Math.min(at(publication.pressedAt).getTime(), clock.now().getTime());
    const since = new Date(pressed - LOOK_BACK_MS);
    const post = await network.findOwn(publication.text, publication.inReplyTo, since);
    const isKnown = post !== null && (await store.find(lookup.post(network.name, post.id))) !== undefined;
    return isKnown ? null : post;
  }

  return { publish, lookFor, unpublish };
}

/** What is no `CallFault` is a fault of our own; whether the call went out nobody knows. */
function faultOf(error: unknown): Fault {
  if (error instanceof CallFault) return error.fault;
  return { act: 'unclear', why: `a fault of our own: ${error instanceof Error ? error.name : typeof error}` };
}

function publicationCode(code: string): PublicationFaultCode {
  switch (code) {
    case 'duplicate':
    case 'reply-not-allowed':
    case 'post-gone':
    case 'picture-unusable':
    case 'too-long':
    case 'out-of-credits':
    case 'not-authorised':
    case 'clock-off':
      return code;
    default:
      return 'refused';
  }
}
