import type { Warning } from './checks/warning.ts';
import type { PlannedEffect } from './effect.ts';
import type { Instant, UserId } from './instant.ts';
import type { Grave } from './lock-words.ts';
import type { SettingsFault } from './settings-fault.ts';

/** New state and what the world must do about it, saved in one write. */
export interface Decision<S> {
  readonly state: S;
  readonly effects: readonly PlannedEffect[];
}

/** An expected "no": a value, not an exception. The views put it into words. */
export type Refusal =
  | { readonly reason: 'already-done' }
  | { readonly reason: 'already-handled' }
  | { readonly reason: 'answered-meanwhile'; readonly by: UserId; readonly at: Instant; readonly text: string }
  | { readonly reason: 'edited-meanwhile'; readonly was: string; readonly text: string }
  | { readonly reason: 'post-deleted' }
  /** Not sent yet: its sender was not told of these, or not of all. */
  | { readonly reason: 'warned'; readonly warnings: readonly Warning[] }
  /** `against`: the names of the warnings that its sender overrode. */
  | { readonly reason: 'reply-by-hand'; readonly against?: string }
  | { readonly reason: 'claimed-by'; readonly by: UserId }
  | { readonly reason: 'not-yours'; readonly by: UserId | null }
  | { readonly reason: 'not-yours-to-give'; readonly by: UserId }
  | { readonly reason: 'to-oneself' }
  | { readonly reason: 'has-it-already'; readonly by: UserId }
  | { readonly reason: 'carries-nothing'; readonly by: UserId }
  | { readonly reason: 'touched-again'; readonly by: UserId }
  | { readonly reason: 'time-past' }
  | { readonly reason: 'closed' }
  | { readonly reason: 'too-long'; readonly length: number; readonly limit: number }
  | { readonly reason: 'promise-time'; readonly why: 'missing' | 'past' | 'far' }
  | { readonly reason: 'unsuitable-text'; readonly why: TextFault; readonly what: string }
  | { readonly reason: 'undo-too-late'; readonly status: string }
  | { readonly reason: 'topic-too-long'; readonly what: string; readonly limit: number }
  | { readonly reason: 'too-many-topics'; readonly limit: number }
  | { readonly reason: 'ticket-unfit' }
  | { readonly reason: 'nothing-published' }
  | { readonly reason: 'unknown-publication' }
  | { readonly reason: 'promises-taken'; readonly by: UserId }
  | { readonly reason: 'not-under-ours' }
  | { readonly reason: 'incident-over' }
  | { readonly reason: 'unknown-escalation' }
  | { readonly reason: 'escalation-taken'; readonly by: UserId; readonly at: Instant }
  | {
      readonly reason: 'escalation-ended';
      readonly how: 'answered' | 'sent-back';
      readonly by: UserId;
      readonly at: Instant;
    }
  /** All publishing is paused, by whom and since when. */
  | { readonly reason: 'paused'; readonly by: UserId; readonly at: Instant }
  | { readonly reason: 'may-not-resume'; readonly by: UserId }
  | { readonly reason: 'own-approval' }
  | { readonly reason: 'guest-approval' }
  /** A guest whose texts wait for approval, about what others sent. */
  | { readonly reason: 'guest-others' }
  | { readonly reason: 'linked-elsewhere'; readonly number: number }
  | { readonly reason: 'not-linked' }
  | { readonly reason: 'told-already'; readonly by: UserId; readonly at: Instant }
  | { readonly reason: 'nothing-to-tell' }
  | { readonly reason: 'not-staff'; readonly channel: string }
  | { readonly reason: 'not-asked' }
  /** A guest, or somebody of another company, who is not named themselves. */
  | { readonly reason: 'guest' }
  /** Words of danger, press or law: only whom the settings name may answer it. */
  | { readonly reason: 'locked'; readonly number: number; readonly causes: readonly Grave[] }
  | { readonly reason: 'not-keyholder' }
  | { readonly reason: 'no-publishers' }
  | { readonly reason: 'not-publisher' }
  | { readonly reason: 'not-lead' }
  | { readonly reason: 'nobody-named' }
  | { readonly reason: 'settings-changed'; readonly by: UserId; readonly at: Instant }
  | { readonly reason: 'settings-invalid'; readonly faults: readonly SettingsFault[] }
  | { readonly reason: 'alarm-taken'; readonly by: UserId; readonly at: Instant }
  | { readonly reason: 'alarm-over' }
  | { readonly reason: 'last-lead' }
  /** Its customer and all words were deleted. */
  | { readonly reason: 'forgotten'; readonly by: UserId; readonly at: Instant }
  | { readonly reason: 'nobody-to-forget' }
  | {
      readonly reason: 'held';
      readonly number: number;
      readonly by: UserId;
      readonly at: Instant;
      readonly why: string;
    };

/** Why a text can't go to the public; see public-text.ts. */
export type TextFault =
  | 'empty'
  | 'custom-emoji'
  | 'slack-mention'
  | 'slack-channel'
  | 'slack-broadcast'
  | 'too-many-cashtags'
  /** A place that somebody must still fill; see blank.ts. */
  | 'blank';

export type Outcome<S> = Decision<S> | { readonly refused: Refusal };

export function decided<S>(state: S, effects: readonly PlannedEffect[] = []): Decision<S> {
  return { state, effects };
}

export function refused(refusal: Refusal): { readonly refused: Refusal } {
  return { refused: refusal };
}

export function isRefused<T extends object>(
  outcome: T | { readonly refused: Refusal },
): outcome is { readonly refused: Refusal } {
  return 'refused' in outcome;
}
