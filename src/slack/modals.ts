import type { HomeView, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { CallFault } from '../desk/fault.ts';
import { errorCode, toFault } from './fault.ts';

/** An open view; with a hash, an update is refused when the view changed meanwhile. */
export type OpenView = { readonly id: string; readonly hash?: string } | { readonly externalId: string };

/** Modals and home tabs. Throws `CallFault`. */
export interface Modals {
  /** Opens a modal, or pushes it onto the one in which the press happened. A trigger lives three seconds. */
  open(triggerId: string, view: ModalView, onto: 'screen' | 'modal'): Promise<{ id: string; hash: string }>;
  /** The view's new hash; null when it is gone or has changed meanwhile: nobody waits for this update any more. */
  update(place: OpenView, view: ModalView): Promise<string | null>;
  publishHome(user: string, view: HomeView): Promise<void>;
}

const NOBODY_WAITS = ['not_found', 'hash_conflict', 'view_not_found'];
const TRIGGER_GONE = ['expired_trigger_id', 'exchanged_trigger_id', 'trigger_expired', 'trigger_exchanged'];

/** The press was too long ago to open a modal for it. */
export class TriggerGone extends Error {
  override readonly name = 'TriggerGone';
}

export function createModals(client: WebClient): Modals {
  return {
    async open(triggerId, view, onto) {
      try {
        const wish = { trigger_id: triggerId, view };
        const answer = onto === 'modal' ? await client.views.push(wish) : await client.views.open(wish);
        return { id: answer.view?.id ?? '', hash: answer.view?.hash ?? '' };
      } catch (error) {
        if (TRIGGER_GONE.includes(errorCode(error) ?? ''))
          throw new TriggerGone('the trigger is gone', { cause: error });
        throw new CallFault(toFault(error, 'harmless'), error);
      }
    },

    async update(place, view) {
      const at =
        'externalId' in place
          ? { external_id: place.externalId }
          : { view_id: place.id, ...(place.hash !== undefined && { hash: place.hash }) };
      try {
        return (await client.views.update({ ...at, view })).view?.hash ?? '';
      } catch (error) {
        if (NOBODY_WAITS.includes(errorCode(error) ?? '')) return null;
        throw new CallFault(toFault(error, 'harmless'), error);
      }
    },

    async publishHome(user, view) {
      try {
        await client.views.publish({ user_id: user, view });
      } catch (error) {
        throw new CallFault(toFault(error, 'harmless'), error);
      }
    },
  };
}
