import { tell } from './alarm.ts';
import type { Channel } from './channel.ts';
import { type Decision, decided } from './decision.ts';
import type { Instant, UserId } from './instant.ts';

/** Why nothing can be shown in a channel, as far as the remedies differ. */
export type ShutOutCause = 'not-in-channel' | 'archived' | 'scope-missing';

/** A channel in which we can show nothing: what belongs there waits. */
export interface ShutOut {
  readonly since: Instant;
  readonly cause: ShutOutCause;
  /** Slack's words. */
  readonly why: string;
  /** Who heard of it, and will hear when it is over. */
  readonly told: readonly UserId[];
}

/** Slack lets us show nothing in this channel any more: whoever runs the team hears of it by direct message, once. */
export function shutOut(
  channel: Channel,
  what: Pick<ShutOut, 'cause' | 'why'>,
  admins: readonly UserId[],
  now: Date,
): Decision<Channel> {
  if (channel.shutOut !== null) return decided(channel);
  const since = now.toISOString();
  return decided(
    { ...channel, shutOut: { ...what, since, told: admins } },
    admins.map((to) => tell(to, { type: 'shut-out' }, `shut-out:${since}:${to}`)),
  );
}

/** It does again: whoever heard of it hears that, too. */
export function letIn(channel: Channel): Decision<Channel> {
  const { shutOut: was } = channel;
  if (was === null) return decided(channel);
  return decided(
    { ...channel, shutOut: null },
    was.told.map((to) => tell(to, { type: 'let-in', since: was.since }, `let-in:${was.since}:${to}`)),
  );
}
