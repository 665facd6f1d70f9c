import type { HomeView, ModalView } from '@slack/types';
import type { Logger } from 'pino';
import type { Clock } from '../src/clock.ts';
import type { Desk } from '../src/desk/desk.ts';
import type { Settings } from '../src/desk/settings.ts';
import type { PlaceFault } from '../src/desk/settings-fault.ts';
import type { Network } from '../src/networks/index.ts';
import type { Observer } from '../src/observer.ts';
import type { Recall } from '../src/recall/recall.ts';
import type { Files } from '../src/slack/files.ts';
import type { Modals, OpenView } from '../src/slack/modals.ts';
import type { People } from '../src/slack/people.ts';
import type { Store } from '../src/store/index.ts';
import type { ViewContext } from '../views/context.ts';
import type { Account } from '../views/costs.ts';
import { wordsFor } from '../views/words/index.ts';
import type { Speak } from '../views/words/prefixed.ts';
import type { Answer } from './answer.ts';
import type { SlackPress } from './handler.ts';
import { createRedraw, type Redraw } from './redraw.ts';
import { createTypedTexts, type TypedTexts } from './typed-texts.ts';

export interface ToolsDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly people: People;
  readonly modals: Modals;
  readonly files: Files;
  /** Answers to the presser alone; see answer.ts. Never throws. */
  readonly answer: Answer;
  /** The team's rules as they are now. */
  readonly desk: () => Desk;
  /** Reads the rules again, after a change of the settings. */
  readonly refreshDesk: () => Promise<void>;
  /** What nobody knows about a country, state or region whose public holidays are wanted; null when all is known. */
  readonly placeFault: (holidays: Settings['holidays']) => Promise<PlaceFault | null>;
  readonly networks: ReadonlyMap<string, Network>;
  /** How probable it is, 0 to 1, that a text brushes its reader off. */
  readonly brushOffChance: (text: string) => number;
  /** German or English, where a text is clearly one of both. */
  readonly languageOf: (text: string) => 'de' | 'en' | null;
  /** What we said last time. */
  readonly recall: Recall;
  /** What each network has cost, up to now. */
  readonly accounts: () => Promise<readonly Account[]>;
  /** The team's channel. */
  readonly channel: string;
  /** Ends with a slash. */
  readonly workspaceUrl: string;
  /** Hears how presses end; nobody unless given. */
  readonly observer?: Observer;
  /** Default: words that name the commands without a prefix. */
  readonly speak?: Speak;
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
  /** The view's new hash; null when nobody waits for it any more: it is closed or has changed. @throws CallFault */
  update(place: OpenView, view: ModalView): Promise<string | null>;
  /** Draws the form in which something was pressed again, after its earlier presses. @throws CallFault */
  readonly redraw: Redraw;
  /** What people type, kept while they type it. */
  readonly typed: TypedTexts;
  /** @throws CallFault */
  publishHome(user: string, view: HomeView): Promise<void>;
}

export function createTools({ modals, ...deps }: ToolsDeps): Tools {
  const { clock, desk, workspaceUrl, speak = wordsFor } = deps;
  const update: Tools['update'] = (place, view) => modals.update(place, view);
  return {
    ...deps,
    context() {
      const now = desk();
      return { words: speak(now.settings.language), desk: now, now: clock.now(), workspaceUrl };
    },
    open(press, view) {
      const onto = press.kind === 'action' && press.view?.type === 'modal' ? 'modal' : 'screen';
      return modals.open(press.triggerId ?? '', view, onto);
    },
    update,
    redraw: createRedraw(update),
    typed: createTypedTexts(deps),
    publishHome: (user, view) => modals.publishHome(user, view),
  };
}
