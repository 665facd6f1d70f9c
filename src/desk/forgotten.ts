import type { Instant, UserId } from './instant.ts';
import type { SlackMessage } from './ref.ts';

/** A lead keeps everything of a mention, for a dispute or a court: nothing of it is deleted until a lead lifts it. */
export interface Hold {
  readonly by: UserId;
  readonly at: Instant;
  readonly reason: string;
}

/** Something of ours in Slack that we could not delete, and Slack's reason. */
export interface Undeleted {
  readonly at: SlackMessage | null;
  /** Whose direct messages could not be looked through. */
  readonly user: UserId | null;
  readonly why: string;
}

/** What is left of something whose people and words are deleted: it is counted, and nothing else. */
export interface Forgotten {
  readonly by: UserId;
  readonly at: Instant;
  /** A person asked for it, or the team's retention time was over. */
  readonly why: 'asked' | 'retention';
  /** Who is to hear when it is done, and of which request of theirs; null where nobody waits for it. */
  readonly report: { readonly to: UserId; readonly request: string } | null;
  /** Ids of the erasures that Slack has not carried out yet. */
  readonly waits: readonly string[];
  /** What colleagues wrote below our messages: only people can delete it. */
  readonly left: readonly SlackMessage[];
  readonly undeleted: readonly Undeleted[];
}
