import type { AlarmCall } from './alarm.ts';
import type { ChannelNote } from './channel-note.ts';
import type { Erasure } from './erasure.ts';
import type { EmptiedNews, ForgetNews, ForgotNews, ForgottenNews } from './forget-news.ts';
import type { HandedOverNews } from './hand-over-all.ts';
import type { HelpedNews } from './helpful.ts';
import type { Instant, UserId } from './instant.ts';
import type { OwnPost } from './own-post.ts';
import type { Period } from './period.ts';
import type { ReactionsNote } from './reactions.ts';
import type { Ref } from './ref.ts';
import type { NamesChange } from './staff-names.ts';
import type { ExplainsNews, SurgeNews } from './surge-news.ts';

/** What one aggregate tells another; the receiver keeps the ids that it has handled, so twice is once. */
export type News =
  | { readonly type: 'mention-settled'; readonly mention: string }
  | { readonly type: 'customer-wrote-again'; readonly mention: string }
  | PromiseNews
  | { readonly type: 'promise-ended'; readonly mention: string; readonly promise: string }
  | { readonly type: 'offered'; readonly mention: string; readonly why: 'passed-on' | 'snooze-over' }
  | HandedOverNews
  | { readonly type: 'desk-closed'; readonly at: Instant }
  /** To the mentions whose promises nobody had. */
  | { readonly type: 'promises-taken'; readonly by: UserId }
  | { readonly type: 'incident-links-changed'; readonly mention: string }
  | HelpedNews
  | StaffNamesNews
  | PauseNews
  | SpendingNews
  | { readonly type: 'alarm'; readonly call: AlarmCall }
  | SurgeNews
  | ExplainsNews
  /** To an incident: a greeting is the newest post on our profile, or (null) no longer. */
  | { readonly type: 'cheerful-post'; readonly post: OwnPost | null }
  | { readonly type: 'alarm-taken'; readonly by: UserId }
  | EmptiedNews
  | ForgetNews
  | ForgottenNews
  | ForgotNews;

/** A lead wants staff names in reports, two have switched them on (`first` wanted it first), or one has switched them off. */
export interface StaffNamesNews {
  readonly type: 'staff-names';
  readonly change: NamesChange;
  readonly by: UserId;
  readonly first: UserId | null;
}

/** Most of a network's daily cap is spent, all of it (searches pause), or searches go on. */
export interface SpendingNews {
  readonly type: 'spending';
  readonly change: 'warned' | 'paused' | 'resumed';
  readonly network: string;
  /** Of the day, as of the cap in millionths of a dollar. */
  readonly micros: number;
  readonly capMicros: number;
}

/** All publishing is paused, or goes on; `pause` is the instant at which it began and names it. */
export type PauseNews =
  | { readonly type: 'paused'; readonly pause: Instant; readonly by: UserId }
  | { readonly type: 'resumed'; readonly pause: Instant; readonly by: UserId; readonly at: Instant };

/** A promise of which the channel is to hear: it is broken, or it is due and nobody has it. */
export interface PromiseNews {
  readonly type: 'promise-told';
  readonly mention: string;
  readonly promise: string;
  readonly threshold: 'due' | 'broken';
}

/** A line in the thread of a card, for staff only. */
export type Note =
  /** `owner` is named where no direct message tells them. */
  | { readonly type: 'wrote-again'; readonly post: string; readonly owner: UserId | null }
  | { readonly type: 'edited'; readonly post: string; readonly owner: UserId | null }
  | { readonly type: 'post-deleted'; readonly post: string; readonly owner: UserId | null }
  | { readonly type: 'handed-over'; readonly by: UserId; readonly to: UserId; readonly note: string }
  /** By a rule, where no direct message tells them. */
  | { readonly type: 'assigned'; readonly to: UserId }
  | { readonly type: 'helped'; readonly number: number; readonly by: UserId }
  | ReactionsNote
  | { readonly type: 'escalation-answered'; readonly escalation: string; readonly ts: string }
  | { readonly type: 'escalation-failed'; readonly escalation: string; readonly told?: number }
  | { readonly type: 'escalation-sent-back'; readonly escalation: string }
  | { readonly type: 'escalation-untaken'; readonly escalation: string }
  | { readonly type: 'escalation-left'; readonly escalation: string };

/** An alarm reaches who is on call; later they hear that somebody has it, or that it is over. */
export interface AlarmNotice {
  readonly type: 'alarm' | 'alarm-ended';
  readonly alarm: string;
}

/** That Slack lets us show nothing in a channel, to whoever runs the team; and that it does again. */
export type ShutOutNotice = { readonly type: 'shut-out' } | { readonly type: 'let-in'; readonly since: Instant };

/** What concerns one person, told by DM. */
export type Notice =
  | AlarmNotice
  | ShutOutNotice
  | { readonly type: 'due-soon'; readonly clock: string }
  | { readonly type: 'promise'; readonly promise: string; readonly threshold: 'before' | 'due' }
  | { readonly type: 'wrote-again'; readonly post: string }
  | { readonly type: 'handed-over'; readonly by: UserId; readonly note: string }
  | { readonly type: 'all-handed-over'; readonly handover: string }
  | { readonly type: 'taken-away'; readonly by: UserId; readonly to: UserId }
  | { readonly type: 'snooze-over' }
  /** A rule of the team's says that it is theirs. */
  | { readonly type: 'assigned' }
  | { readonly type: 'not-sent'; readonly publication: string }
  | { readonly type: 'not-deleted'; readonly publication: string }
  | { readonly type: 'not-hidden'; readonly post: string; readonly hidden: boolean; readonly why: string }
  | { readonly type: 'escalation-sent-back'; readonly escalation: string }
  | { readonly type: 'sent-back'; readonly publication: string; readonly by: UserId; readonly reason: string }
  | { readonly type: 'approval-waits'; readonly publication: string }
  /** What came of a person's request to forget somebody. */
  | { readonly type: 'forgotten'; readonly request: string }
  | { readonly type: 'incident-role'; readonly role: IncidentRole; readonly by: UserId; readonly note: string };

export type IncidentRole = 'lead' | 'writer';

/** What the world must still do. Saved in the same write as the state that caused it. */
export type Effect =
  | { readonly type: 'draw-card' }
  | { readonly type: 'draw-incident' }
  | { readonly type: 'draw-untold' }
  | { readonly type: 'draw-round'; readonly round: string }
  | { readonly type: 'draw-promises'; readonly round: string }
  | { readonly type: 'draw-backlog' }
  | { readonly type: 'draw-bell'; readonly bell: string }
  | { readonly type: 'draw-pause'; readonly pause: Instant }
  | { readonly type: 'draw-alarm'; readonly alarm: string }
  | { readonly type: 'draw-surge'; readonly surge: string }
  | { readonly type: 'draw-home' }
  | { readonly type: 'post-again' }
  | { readonly type: 'post-offers' }
  | { readonly type: 'post-channel-note'; readonly id: string; readonly note: ChannelNote }
  /** `over`: that it is over is told apart from that it began. */
  | { readonly type: 'post-silence'; readonly silence: string; readonly over: boolean }
  | { readonly type: 'post-note'; readonly id: string; readonly note: Note }
  /** Posted once, then drawn again; `told` is the place in the escalation's list, absent for the one asked first. */
  | { readonly type: 'post-escalation'; readonly escalation: string; readonly told?: number }
  | { readonly type: 'post-update-due'; readonly dueAt: Instant }
  | { readonly type: 'post-cheerful'; readonly post: string }
  | PostReport
  | { readonly type: 'send-notice'; readonly id: string; readonly to: UserId; readonly notice: Notice }
  | { readonly type: 'publish'; readonly publication: string }
  | { readonly type: 'look-for'; readonly publication: string }
  | { readonly type: 'unpublish'; readonly publication: string }
  | { readonly type: 'hide-post'; readonly post: string }
  | { readonly type: 'erase'; readonly id: string; readonly erasure: Erasure }
  | { readonly type: 'tell'; readonly id: string; readonly to: Ref; readonly news: News }
  /** Somebody must lead the mentions that say the same, and its card must show how many they are. */
  | { readonly type: 'tend-group'; readonly group: string };

/** A report to one person, or (null) to the channel, where `by` is who shows it; nobody for the weekly one. */
export interface PostReport {
  readonly type: 'post-report';
  readonly id: string;
  readonly to: UserId | null;
  readonly by: UserId | null;
  readonly period: Period;
}

export type EffectType = Effect['type'];
export type EffectOf<T extends EffectType> = Extract<Effect, { type: T }>;

/** The lower, the sooner, within one destination. */
export const PRIORITY = { press: 0, channel: 1, urgent: 2, complaint: 3, question: 4, rest: 5 } as const;
export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY];

/** An effect as a decision hands it out. A second one with the same key replaces a waiting one. */
export interface PlannedEffect {
  readonly key: string;
  readonly effect: Effect;
  readonly priority: Priority;
  /** Not carried out before this instant; null means at once. */
  readonly notBefore: Instant | null;
}

/** An effect at rest, beside the state that caused it. */
export interface EffectRow extends PlannedEffect {
  /** When the key first came to wait, and since when it may have been done; among equals the oldest goes first. */
  readonly savedAt: Instant;
  /** Grows each time the key is planned again; settling removes only the revision that was carried out. */
  readonly revision: number;
  /** Attempts that failed. */
  readonly attempts: number;
  /** The last attempt may have had its effect: look before doing it again. */
  readonly unclear: boolean;
  /** Set aside after a permanent failure, with the reason in words for staff; not taken until a person tries again. */
  readonly parked: string | null;
}

/** An effect with its usual key: one for each thing of the world that it changes. */
export function plan(effect: Effect, priority: Priority, notBefore: Instant | null = null): PlannedEffect {
  return { key: keyOf(effect), effect, priority, notBefore };
}

function keyOf(effect: Effect): string {
  switch (effect.type) {
    case 'draw-card':
    case 'draw-incident':
    case 'draw-untold':
    case 'draw-backlog':
    case 'draw-home':
    case 'post-again':
    case 'post-offers':
      return effect.type;
    case 'draw-bell':
      return `draw-bell:${effect.bell}`;
    case 'draw-pause':
      return `draw-pause:${effect.pause}`;
    case 'draw-alarm':
      return `draw-alarm:${effect.alarm}`;
    case 'draw-surge':
      return `draw-surge:${effect.surge}`;
    case 'draw-round':
    case 'draw-promises':
      return `${effect.type}:${effect.round}`;
    case 'post-note':
    case 'post-channel-note':
    case 'post-report':
      return `${effect.type}:${effect.id}`;
    case 'post-escalation':
      return `post-escalation:${effect.escalation}${effect.told === undefined ? '' : `:${effect.told}`}`;
    case 'post-silence':
      return `post-silence:${effect.silence}${effect.over ? ':over' : ''}`;
    case 'post-update-due':
      return `post-update-due:${effect.dueAt}`;
    case 'post-cheerful':
      return `post-cheerful:${effect.post}`;
    case 'send-notice':
      return `send-notice:${effect.id}`;
    case 'publish':
    case 'look-for':
    case 'unpublish':
      return `${effect.type}:${effect.publication}`;
    case 'hide-post':
      return `hide-post:${effect.post}`;
    case 'tend-group':
      return `tend-group:${effect.group}`;
    case 'tell':
    case 'erase':
      return `${effect.type}:${effect.id}`;
  }
}
