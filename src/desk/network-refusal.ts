import type { Channel } from './channel.ts';
import type { ChannelNote } from './channel-note.ts';
import { type Decision, decided } from './decision.ts';
import { PRIORITY, plan } from './effect.ts';
import type { Instant } from './instant.ts';

/** Why a network refuses to be read, as far as the remedies differ. */
export type RefusalCause = 'out-of-credits' | 'not-authorised' | 'clock-off' | 'refused';

/** A network that refuses to be read, for a reason that only a person can mend. */
export interface NetworkRefusal {
  readonly network: string;
  readonly cause: RefusalCause;
  readonly since: Instant;
}

export function causeOf(code: string): RefusalCause {
  return code === 'out-of-credits' || code === 'not-authorised' || code === 'clock-off' ? code : 'refused';
}

/** A network begins to refuse our reads, or refuses them for another reason: the channel hears it once. */
export function refusedReads(
  channel: Channel,
  network: string,
  { cause, why }: { readonly cause: RefusalCause; readonly why: string },
  now: Date,
): Decision<Channel> {
  const known = refusalOf(channel, network);
  if (known?.cause === cause) return decided(channel);
  const since = now.toISOString();
  const refusals = [...others(channel, network), { network, cause, since: known?.since ?? since }];
  const note = { type: 'network-refuses', network, cause, why } as const;
  return told({ ...channel, refusals }, `network-refuses:${network}:${since}`, note);
}

/** It lets us read again: the channel hears that as well, once. */
export function tookReads(channel: Channel, network: string, now: Date): Decision<Channel> {
  const known = refusalOf(channel, network);
  if (known === undefined) return decided(channel);
  const note = { type: 'network-takes', network, since: known.since } as const;
  return told(
    { ...channel, refusals: others(channel, network) },
    `network-takes:${network}:${now.toISOString()}`,
    note,
  );
}

export function refusalOf(channel: Channel, network: string): NetworkRefusal | undefined {
  return channel.refusals.find((one) => one.network === network);
}

function others(channel: Channel, network: string): readonly NetworkRefusal[] {
  return channel.refusals.filter((one) => one.network !== network);
}

function told(state: Channel, id: string, note: ChannelNote): Decision<Channel> {
  return decided(state, [plan({ type: 'post-channel-note', id, note }, PRIORITY.channel)]);
}
