import type { Channel } from './channel.ts';
import { type Decision, decided } from './decision.ts';
import { type EffectOf, PRIORITY, plan } from './effect.ts';
import { type Instant, MINUTE_MS } from './instant.ts';
import { refusalOf } from './network-refusal.ts';

/** What the app measures of itself. How long is measured apart from the wall clock, which may jump. */
export interface Vitals {
  readonly networks: readonly NetworkVitals[];
  /** The connection that Slack's presses come by; null where Slack sends requests instead, or before the first one. */
  readonly socket: { readonly isUp: boolean; readonly since: Instant; readonly forMs: number } | null;
}

export interface NetworkVitals {
  readonly network: string;
  /** Between two reads. */
  readonly everyMs: number;
  /** Since the last read that went well, or since the start; time that the machine slept does not count. */
  readonly silentMs: number;
  readonly since: Instant;
  /** The first read that went well after one that did not, or after the start; null before it. */
  readonly heardAt: Instant | null;
  /** Reads since the last one that went well. */
  readonly failed: number;
  /** Why, in the network's words; null when nothing failed. */
  readonly why: string | null;
  /** The network does not let us read (network-refusal.ts tells of that), or what was read can't be saved. */
  readonly isToldApart: boolean;
  /** That first read brought as much as the network remembers: what is older may be missing. */
  readonly isCut: boolean;
}

/** What may fall silent. */
export type Silenced = { readonly type: 'network'; readonly network: string } | { readonly type: 'socket' };

/** Something that Earshot does not hear any more; kept until the channel was told that it is over. */
export interface Silence {
  readonly id: string;
  readonly of: Silenced;
  readonly since: Instant;
  readonly why: string | null;
  readonly isTold: boolean;
  readonly ended: { readonly at: Instant; readonly isCut: boolean } | null;
}

const INTERVALS = 3;
const SOCKET_MS = MINUTE_MS;
/** A read that nothing failed before may page through a surge; far beyond any time-out it counts as hanging. */
const HANGING_MS = 10 * MINUTE_MS;
const LONGEST_WHY = 300;

/** No read went well for three intervals: mentions do not come in. */
export function isUnread({ silentMs, everyMs, failed }: NetworkVitals): boolean {
  const limitMs = INTERVALS * everyMs;
  return silentMs >= (failed > 0 ? limitMs : limitMs + HANGING_MS);
}

/** The socket is down for a minute: presses do not come in. */
export function isCutOff({ isUp, forMs }: NonNullable<Vitals['socket']>): boolean {
  return !isUp && forMs >= SOCKET_MS;
}

/**
 * Silence is a fault: the channel is told once of what is not heard any more, and once that it is over. What Slack could
 * not take in between is one line that tells both. Null when there is nothing to say.
 */
export function tellSilence(channel: Channel, vitals: Vitals): Decision<Channel> | null {
  const changed = looksOf(vitals).reduce<Decision<Channel>>((decision, look) => {
    const next = judged(decision.state, look);
    return next === null ? decision : decided(next.state, [...decision.effects, ...next.effects]);
  }, decided(channel));
  return changed.state === channel ? null : changed;
}

/** A line is out: what began is told, and what is over with it is forgotten. @param rendered what the line showed */
export function toldSilence(
  channel: Channel,
  rendered: Channel,
  { silence: id, over }: EffectOf<'post-silence'>,
): Decision<Channel> {
  const [shown, latest] = [rendered, channel].map(({ silences }) => silences.find((one) => one.id === id));
  if (latest === undefined) return decided(channel);
  if (over || (shown?.ended ?? null) !== null) {
    return decided(without(channel, id));
  }
  const told = replaced(channel, { ...latest, isTold: true });
  return latest.ended === null ? decided(told) : decided(told, [line(id, true)]);
}

interface Look {
  readonly of: Silenced;
  readonly since: Instant;
  readonly isSilent: boolean;
  readonly why: string | null;
  /** It is heard again; null while it is not, or nobody knows yet. */
  readonly heard: Silence['ended'];
}

function looksOf({ networks, socket }: Vitals): readonly Look[] {
  const looks = networks.map((vitals): Look => {
    const { network, since, why, failed, heardAt, isCut, isToldApart } = vitals;
    const heard = failed === 0 && heardAt !== null && !isUnread(vitals) ? { at: heardAt, isCut } : null;
    return { of: { type: 'network', network }, since, isSilent: isUnread(vitals) && !isToldApart, why, heard };
  });
  if (socket === null) return looks;
  const heard = socket.isUp ? { at: socket.since, isCut: false } : null;
  return [...looks, { of: { type: 'socket' }, since: socket.since, isSilent: isCutOff(socket), why: null, heard }];
}

function judged(channel: Channel, { of, since, isSilent, why, heard }: Look): Decision<Channel> | null {
  const open = channel.silences.find((one) => one.ended === null && nameOf(one.of) === nameOf(of));
  const isToldElsewhere = of.type === 'network' && refusalOf(channel, of.network) !== undefined;
  if (open !== undefined) {
    // One line about a network at a time: the refusal's says when it is over.
    if (isToldElsewhere) return decided(without(channel, open.id));
    if (heard === null) return null;
    const over = replaced(channel, { ...open, ended: heard });
    // What was not told yet is drawn as it is by then.
    return decided(over, open.isTold ? [line(open.id, true)] : []);
  }
  if (!isSilent || isToldElsewhere) return null;
  const id = `${nameOf(of)}@${since}`;
  const silence = { id, of, since, why: why?.slice(0, LONGEST_WHY) ?? null, isTold: false, ended: null };
  return decided({ ...channel, silences: [...without(channel, id).silences, silence] }, [line(id, false)]);
}

function line(silence: string, over: boolean) {
  return plan({ type: 'post-silence', silence, over }, PRIORITY.channel);
}

function nameOf(of: Silenced): string {
  return of.type === 'network' ? `network:${of.network}` : of.type;
}

function without(channel: Channel, id: string): Channel {
  return { ...channel, silences: channel.silences.filter((one) => one.id !== id) };
}

function replaced(channel: Channel, silence: Silence): Channel {
  return { ...channel, silences: channel.silences.map((one) => (one.id === silence.id ? silence : one)) };
}
