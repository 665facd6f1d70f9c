import type { HomeView, ModalView } from '@slack/types';
import type { Logger } from 'pino';
import type { Clock } from '../src/clock.ts';
import type { Desk } from '../src/desk/desk.ts';
import type { Network } from '../src/networks/index.ts';
import type { Modals, OpenView } from '../src/slack/modals.ts';
import type { People } from '../src/slack/people.ts';
import type { Store } from '../src/store/index.ts';
import type { ViewContext } from '../views/context.ts';
import { wordsFor } from '../views/words/index.ts';
import type { SlackPress } from './handler.ts';

export interface ToolsDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly people: People;
  readonly modals: Modals;
  /** Answers to the presser alone; see answer.ts. Never throws. */
  readonly answer: (press: SlackPress, text: string) => Promise<void>;
  /** The team's rules as they are now. */
  readonly desk: () => Desk;
  readonly networks: ReadonlyMap<string, Network>;
  /** The team's channel. */
  readonly channel: string;
  /** Ends with a slash. */
  readonly workspaceUrl: string;
}

/** What a handler may use. */
export interface Tools extends Omit<ToolsDeps, 'modals'> {
  /** What every view needs, as of now. */
  context(): ViewContext;
  /**
   * Opens a modal for this press, or pushes it when the press happened in a modal. To be called before anything slow:
   * a trigger lives three seconds. @throws TriggerGone, CallFault
   */
  open(press: SlackPress, view: ModalView): Promise<{ id: string; hash: string }>;
  /** False when nobody waits for it any more: the view is closed or has changed. @throws CallFault */
  update(place: OpenView, view: ModalView): Promise<boolean>;
  /** @throws CallFault */
  publishHome(user: string, view: HomeView): Promise<void>;
}

export function createTools({ modals, ...deps }: ToolsDeps): Tools {
  const { clock, desk, workspaceUrl } = deps;
  return {
    ...deps,
    context() {
      const now = desk();
      return { words: wordsFor(now.settings.language), desk: now, now: clock.now(), workspaceUrl };
    },
    open(press, view) {
      const onto = press.kind === 'action' && press.view?.type === 'modal' ? 'modal' : 'screen';
      return modals.open(press.triggerId ?? '', view, onto);
    },
    update: (place, view) => modals.update(place, view),
    publishHome: (user, view) => modals.publishHome(user, view),
  };
}
