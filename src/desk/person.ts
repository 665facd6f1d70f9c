import { type Decision, decided } from './decision.ts';
import { PRIORITY, plan } from './effect.ts';
import type { Undeleted } from './forgotten.ts';
import { type Instant, MINUTE_MS, type UserId } from './instant.ts';
import type { SlackMessage } from './ref.ts';
import type { Draft } from './unsent.ts';

/** Somebody of the staff, as far as the app must remember them: whose home tab it keeps up to date. */
export interface Person {
  readonly type: 'person';
  readonly id: UserId;
  /** When they last opened their home tab or pressed something in it; null when it need not be kept up to date. */
  readonly homeOpenedAt: Instant | null;
  /** The digest of what the tab shows, or is about to; see home.ts. */
  readonly homeDrawnFor: string | null;
  /** Texts that belong to nothing yet: the first word of an incident that was not started. */
  readonly drafts: readonly Draft[];
  /** Gets direct messages beyond those that must reach a person; see noise.ts. */
  readonly dms: boolean;
  /** What they gave to somebody else all at once, until that one has been told of it. */
  readonly handovers: readonly Handover[];
  /** Whom they wanted forgotten, until they were told of the end. */
  readonly forgettings: readonly ForgetRequest[];
  readonly handled: readonly string[];
}

/** Somebody is to be forgotten: their mentions, and what came of each. */
export interface ForgetRequest {
  readonly id: string;
  readonly mentions: readonly string[];
  readonly done: readonly Forgot[];
}

/** What came of one mention. */
export interface Forgot {
  readonly mention: string;
  readonly number: number;
  /** Why it is still there: a legal hold, or a reply that was just on its way. */
  readonly kept: 'held' | 'under-way' | null;
  /** Public replies of ours that stay. */
  readonly replies: number;
  readonly left: readonly SlackMessage[];
  readonly undeleted: readonly Undeleted[];
}

/** All that one person carried, given to another. */
export interface Handover {
  readonly id: string;
  readonly to: UserId;
  /** Who pressed: the one who gives, or a lead in their place. */
  readonly by: UserId;
  readonly note: string;
  readonly mentions: readonly string[];
}

/** A home tab that was opened is kept up to date for a working day. */
const KEPT_UP_MS = 8 * 60 * MINUTE_MS;

export function newPerson(id: UserId): Decision<Person> {
  return decided({ ...NEW_PERSON, id });
}

/** Wants direct messages, or only those that must reach a person. */
export function switchDms(person: Person, on: boolean): Decision<Person> {
  return decided({ ...person, dms: on });
}

/** They look at their home tab, which was just drawn for them. */
export function openedHome(person: Person, digest: string, now: Date): Decision<Person> {
  return decided({ ...person, homeOpenedAt: now.toISOString(), homeDrawnFor: digest });
}

/** Draws the home tab of somebody who may be looking, when it would show something else. Null when nothing is to be done. */
export function refreshHome(person: Person, digest: string, now: Date): Decision<Person> | null {
  if (!isHomeKept(person, now) || person.homeDrawnFor === digest) return null;
  return decided({ ...person, homeDrawnFor: digest }, [plan({ type: 'draw-home' }, PRIORITY.rest)]);
}

/** Slack does not take this person's home tab: left alone until they open it again. */
export function homeRefused(person: Person): Decision<Person> {
  return decided({ ...person, homeOpenedAt: null });
}

export function isHomeKept({ homeOpenedAt }: Person, now: Date): boolean {
  return homeOpenedAt !== null && now.getTime() - Date.parse(homeOpenedAt) < KEPT_UP_MS;
}

/** What everybody begins with. */
export const NEW_PERSON = {
  type: 'person',
  homeOpenedAt: null,
  homeDrawnFor: null,
  drafts: [],
  dms: true,
  handovers: [],
  forgettings: [],
  handled: [],
} as const satisfies Partial<Person>;
