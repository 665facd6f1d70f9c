import type { Arrival } from './arrive.ts';
import { isDanger } from './danger.ts';
import { KINDS, type Kind } from './mention.ts';
import { kindOnArrival } from './ruled-arrival.ts';
import type { Settings } from './settings.ts';
import { ruledBy } from './team-rules.ts';

/** Which mentions get their card in another channel: of this network, of these kinds; what is left out fits all. */
export type ChannelRule = Settings['channels'][number];

/**
 * The Slack channel for the card of a new mention: that of a rule about such posts, else of the first rule about its kind
 * and network that fits, else the team's own. What sounds like danger always goes to the team's own channel, where people
 * look.
 * @param main the team's own channel
 */
export function channelFor(
  arrival: Pick<Arrival, 'network' | 'kind' | 'post' | 'author' | 'lang'>,
  settings: Pick<Settings, 'channels' | 'rules'>,
  main: string,
): string {
  if (isDanger(arrival.post.text)) return main;
  const ruled = ruledBy(settings, { ...arrival, posts: [arrival.post] });
  if (ruled.channel !== null) return ruled.channel;
  const { kind } = kindOnArrival(ruled, arrival.kind);
  return settings.channels.find((rule) => fits(rule, { network: arrival.network, kind }))?.channel ?? main;
}

/** Every channel that may hold cards, the team's own first. */
export function channelsOf({ channels, rules }: Pick<Settings, 'channels' | 'rules'>, main: string): readonly string[] {
  const ruled = rules.flatMap(({ set }) => set.channel ?? []);
  return [...new Set([main, ...channels.map((rule) => rule.channel), ...ruled])];
}

/** Where a kind goes whatever its network, as a form can show it; null for the team's own channel. */
export function channelOfKind(rules: readonly ChannelRule[], kind: Kind): string | null {
  return rules.find((rule) => isForKind(rule, kind))?.channel ?? null;
}

/**
 * The rules with another channel for a kind. Rules about a network stay as they are and where they are, and so does what
 * goes before what.
 * @param channel null for the team's own
 */
export function withChannelOfKind(
  rules: readonly ChannelRule[],
  kind: Kind,
  channel: string | null,
): readonly ChannelRule[] {
  if (channelOfKind(rules, kind) === channel) return rules;
  const place = rules.findIndex((rule) => isForKind(rule, kind));
  const without = (rule: ChannelRule): readonly ChannelRule[] => {
    if (!isForKind(rule, kind)) return [rule];
    const others = (rule.kinds ?? KINDS).filter((one) => one !== kind);
    return others.length === 0 ? [] : [{ ...rule, kinds: others }];
  };
  const added = channel === null ? [] : [{ kinds: [kind], channel }];
  if (place === -1) return joined([...rules, ...added]);
  return joined(rules.flatMap((rule, index) => [...(index === place ? added : []), ...without(rule)]));
}

/** Neighbours that lead to the same channel whatever the network are one rule. */
function joined(rules: readonly ChannelRule[]): readonly ChannelRule[] {
  const all: ChannelRule[] = [];
  for (const rule of rules) {
    const before = all.at(-1);
    const isSame = before?.kinds && rule.kinds && before.network === undefined && rule.network === undefined;
    if (before?.kinds && rule.kinds && isSame && before.channel === rule.channel) {
      all[all.length - 1] = { ...before, kinds: [...before.kinds, ...rule.kinds] };
    } else all.push(rule);
  }
  return all;
}

function fits(rule: ChannelRule, { network, kind }: Pick<Arrival, 'network' | 'kind'>): boolean {
  return (rule.network === undefined || rule.network === network) && (rule.kinds?.includes(kind) ?? true);
}

function isForKind(rule: ChannelRule, kind: Kind): boolean {
  return rule.network === undefined && (rule.kinds?.includes(kind) ?? true);
}
