import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { tellChannel } from '../desk/channel-lines.ts';
import type { Desk } from '../desk/desk.ts';
import type { Effect } from '../desk/effect.ts';
import { channelOf } from '../desk/facets.ts';
import type { Fault } from '../desk/fault.ts';
import type { UserId } from '../desk/instant.ts';
import { localDay } from '../desk/office-time.ts';
import { channelRef } from '../desk/ref.ts';
import { letIn, type ShutOut, type ShutOutCause, shutOut } from '../desk/shut-out.ts';
import type { Store, TakenEffect } from '../store/index.ts';
import type { Stubbornly } from './stubborn.ts';

interface ShutDeps {
  readonly store: Store;
  readonly desk: () => Desk;
  /** The team's own channel. */
  readonly channel: string;
  /** Who runs the workspace. @throws CallFault */
  readonly owners: () => Promise<readonly UserId[]>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly stubbornly: Stubbornly;
}

const CAUSES: readonly ShutOutCause[] = ['not-in-channel', 'archived', 'scope-missing'];

/** Why Slack lets us show nothing in a channel at all; null where something else is wrong. */
export function shutOutCause(fault: Fault): ShutOutCause | null {
  return fault.act === 'give-up' ? (CAUSES.find((one) => one === fault.code) ?? null) : null;
}

/** Tells people that we are shut out of a channel, and that we are back. */
export function createShut({ store, desk, channel, owners, clock, log, stubbornly }: ShutDeps) {
  /** Of another channel than the team's own the team hears there as well, once a day. */
  async function tellTeam(where: string): Promise<void> {
    const id = `not-in:${where}:${localDay(desk().hours.timeZone, clock.now())}`;
    const note = { type: 'not-in-channel', channel: where } as const;
    await stubbornly(() => store.change(channelRef(channel), (state) => tellChannel(state, id, note)));
  }

  async function tellAdmins(where: string, what: Pick<ShutOut, 'cause' | 'why'>): Promise<void> {
    const state = await store.read(channelRef(where));
    if (state === undefined || state.shutOut !== null) return;
    log.warn({ channel: where, ...what }, 'slack: shut out of a channel; what belongs there waits');
    const admins = await adminsNow();
    await stubbornly(() => store.change(channelRef(where), (latest) => shutOut(latest, what, admins, clock.now())));
  }

  /** The leads; while none is known, whoever runs the workspace. */
  async function adminsNow(): Promise<readonly UserId[]> {
    const { people } = desk().leads;
    if (people.length > 0) return people;
    return owners().catch((error: unknown) => {
      log.warn({ err: error }, 'slack: did not say who runs the workspace, so nobody was told');
      return [];
    });
  }

  return {
    async happened(taken: TakenEffect, cause: ShutOutCause, why: string): Promise<void> {
      const where = channelOf(taken.state);
      await tellAdmins(where, { cause, why });
      if (where !== channel) await tellTeam(where);
    },
    /** Something was shown. */
    async shown({ state, row }: TakenEffect): Promise<void> {
      if (!isShownInChannel(row.effect)) return;
      const where = channelRef(channelOf(state));
      const known = await store.read(where);
      if (known === undefined || known.shutOut === null) return;
      log.info({ channel: where.id }, 'slack: back in a channel');
      await stubbornly(() => store.change(where, letIn));
    },
  };
}

/** Whether it was shown in the channel of what it belongs to. */
function isShownInChannel(effect: Effect): boolean {
  switch (effect.type) {
    case 'draw-card':
    case 'draw-incident':
    case 'draw-untold':
    case 'draw-round':
    case 'draw-promises':
    case 'draw-backlog':
    case 'draw-bell':
    case 'draw-pause':
    case 'draw-alarm':
    case 'post-again':
    case 'post-offers':
    case 'post-channel-note':
    case 'post-note':
    case 'post-update-due':
      return true;
    default:
      return false;
  }
}
