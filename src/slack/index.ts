import type { Desk } from '../desk/desk.ts';
import type { Effect, EffectRow } from '../desk/effect.ts';
import type { Erasure } from '../desk/erasure.ts';
import type { Home } from '../desk/home.ts';
import type { Incident } from '../desk/incident.ts';
import type { Instant } from '../desk/instant.ts';
import type { Mention } from '../desk/mention.ts';
import type { PictureBytes } from '../desk/picture.ts';
import type { Aggregate, SlackMessage } from '../desk/ref.ts';
import type { Report } from '../desk/report.ts';
import type { Silent } from '../desk/silence-meter.ts';

/** Everything that carrying out one effect on Slack needs. */
export interface SlackJob {
  readonly effect: Effect;
  readonly row: EffectRow;
  readonly state: Aggregate;
  /** The mentions that the effect names beside its own aggregate: a round's members, "wrote again" lines, those that an incident explains. */
  readonly related: readonly Mention[];
  /** What an alarm is about, and the incident that explains a surge; null for every other effect, and where nobody knows it any more. */
  readonly about: Mention | Incident | null;
  /** How long the public has heard nothing in a running incident; null for everything else. */
  readonly silent: Silent | null;
  /** What the home tab is to show; null for every other effect. */
  readonly home: Home | null;
  /** The report that is to be posted; null for every other effect. */
  readonly report: Report | null;
  readonly desk: Desk;
  readonly now: Date;
  /** An earlier attempt may have reached Slack: look for our message before posting it again. */
  readonly lookFirst: boolean;
}

/** Where the message stands now; null when nothing had to be posted (an empty round), or none was (a home tab). */
export interface SlackDone {
  readonly message: SlackMessage | null;
  /** A card that somebody deleted, and whether a thread still hangs on it: what is to become of it the desk says. */
  readonly lost?: { readonly at: SlackMessage; readonly hasThread: boolean };
}

/** Slack, as the dispatcher uses it. Throws `CallFault` and never retries by itself. */
export interface SlackCourier {
  carryOut(job: SlackJob): Promise<SlackDone>;
}

/** What the channel is told while nothing can be saved. Throws `CallFault`. */
export interface Bulletin {
  /** @param code of the store's fault */
  cantSave(since: Instant, code: string): Promise<SlackMessage>;
  /** In the place of that message, or as one of its own where nobody knows where that is. */
  savesAgain(at: SlackMessage | null, since: Instant, until: Instant): Promise<SlackMessage>;
}

/** Files that people put into our forms. */
export interface SlackFiles {
  /** A picture by its file id. Throws `CallFault`: to be tried again, or that it can't be read or is none. */
  picture(file: string): Promise<PictureBytes>;
}

/** Copies of ours in Slack that are to be deleted. */
export interface EraseJob {
  readonly erasure: Erasure;
  /** `type:id` of the aggregate that they are about, as our messages carry it. */
  readonly ref: string;
  /** Lines that stay: they are drawn again. */
  readonly spare: readonly SlackMessage[];
}

/** Deletes what we posted. */
export interface SlackEraser {
  /** Returns what others wrote below it, which we can't delete. Throws `CallFault`; done again it does no harm. */
  erase(job: EraseJob): Promise<readonly SlackMessage[]>;
}
