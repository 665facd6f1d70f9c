import { drawAlarm } from './alarm.ts';
import { bellsNaming } from './bell.ts';
import type { Channel } from './channel.ts';
import { type Decision, decided } from './decision.ts';
import { type News, PRIORITY, plan } from './effect.ts';
import { erase } from './forget.ts';

/**
 * A mention has lost its customer or their words: every message of the channel that still changes is drawn without them, what
 * was still to be told of it is not told, and direct messages of alarms about it are deleted.
 */
export function emptied(
  channel: Channel,
  { mention, card, span }: Extract<News, { type: 'mention-emptied' }>,
): Decision<Channel> {
  const names = (members: readonly { readonly mention: string }[]) => members.some((one) => one.mention === mention);
  const rounds = channel.rounds.filter(({ members, message }) => message !== null && names(members));
  const promises = channel.promiseRounds.filter(({ members, message }) => message !== null && names(members));
  const alarms = channel.alarms.filter(({ about }) => about.type === 'mention' && about.id === mention);
  const called = new Set(alarms.flatMap(({ told }) => told.map(({ user }) => user)));
  return decided(
    {
      ...channel,
      again: channel.again.filter((one) => one !== mention),
      offers: channel.offers.filter((one) => one.mention !== mention),
    },
    [
      ...rounds.map(({ id }) => plan({ type: 'draw-round', round: id }, PRIORITY.channel)),
      ...promises.map(({ id }) => plan({ type: 'draw-promises', round: id }, PRIORITY.channel)),
      ...bellsNaming(channel, mention),
      ...alarms.map(drawAlarm),
      ...[...called].map((user) => erase({ what: 'direct', user, span, card, keys: null })),
    ],
  );
}
