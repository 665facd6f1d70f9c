import type { PromiseRound, Round } from '../desk/channel.ts';
import type { Mention } from '../desk/mention.ts';

/** Without the members that were settled before the reminder went out; null when nobody is left. */
export function shownRound(round: Round, mentions: readonly Mention[]): Round | null {
  const { message } = round;
  const members = round.members.filter(({ mention, clock, struckAt }) => {
    if (message !== null) return struckAt === null || Date.parse(struckAt) >= Number(message.ts) * 1_000;
    const clocks = mentions.find((one) => one.id === mention)?.clocks;
    const isRunning = clocks?.some((one) => one.id === clock && one.stopped === null) ?? false;
    return struckAt === null && isRunning;
  });
  return members.length === 0 ? null : { ...round, members };
}

/** Without the promises that ended before the message went out; null when none is left. */
export function shownPromises(round: PromiseRound, mentions: readonly Mention[]): PromiseRound | null {
  if (round.message !== null) return round;
  const members = round.members.filter(({ mention, promise, struckAt }) => {
    const promises = mentions.find((one) => one.id === mention)?.promises;
    const isOpen = promises?.some((one) => one.id === promise && one.ended === null) ?? false;
    return struckAt === null && isOpen;
  });
  return members.length === 0 ? null : { ...round, members };
}
