import type { Channel, PromiseMember, PromiseRound } from './channel.ts';
import { type Decision, decided } from './decision.ts';
import type { Desk } from './desk.ts';
import { PRIORITY, type PromiseNews, plan } from './effect.ts';
import { MINUTE_MS, SECOND_MS } from './instant.ts';
import { isOpen } from './office-time.ts';

/** What breaks within half a minute of something broken is told with it. */
const TOGETHER_MS = 30 * SECOND_MS;
/** Messages on which nothing rests any more are kept this long, as a reminder's are. */
const KEEP_ROUNDS_MS = 7 * 24 * 60 * MINUTE_MS;

/** A promise that the channel is to hear of; what is broken needs no word that it was due. */
export function toTell(channel: Channel, { mention, promise, threshold }: PromiseNews, now: Date): Channel {
  const before = channel.promisesToTell.find((one) => one.mention === mention && one.promise === promise);
  const next = { mention, promise, threshold, since: before?.since ?? now.toISOString() };
  return { ...channel, promisesToTell: [...channel.promisesToTell.filter((one) => one !== before), next] };
}

/**
 * One message about all promises that broke together, in office time only: what broke at night is told when the office
 * opens. Null when there is nothing to say.
 */
export function tellPromises(channel: Channel, desk: Desk, now: Date): Decision<Channel> | null {
  const [first] = channel.promisesToTell;
  if (first === undefined || !isOpen(desk.hours, now)) return null;
  if (now.getTime() - Date.parse(first.since) < TOGETHER_MS) return null;
  const round: PromiseRound = {
    id: `w${channel.nextPromiseRound}`,
    at: now.toISOString(),
    members: channel.promisesToTell.map(({ mention, promise, threshold }) => ({
      mention,
      promise,
      threshold,
      struckAt: null,
    })),
    message: null,
  };
  const next: Channel = {
    ...channel,
    promisesToTell: [],
    promiseRounds: [...channel.promiseRounds.filter((one) => !isPast(one, now)), round],
    nextPromiseRound: channel.nextPromiseRound + 1,
  };
  return decided(next, [plan({ type: 'draw-promises', round: round.id }, PRIORITY.channel)]);
}

/** A promise was kept, replaced or dropped: struck off wherever it is listed, and not told where it was to be. */
export function strikePromise(
  channel: Channel,
  ended: Pick<PromiseMember, 'mention' | 'promise'>,
  now: Date,
): Decision<Channel> {
  const isIt = (one: Pick<PromiseMember, 'mention' | 'promise'>) =>
    one.mention === ended.mention && one.promise === ended.promise;
  const isListed = (one: PromiseMember) => isIt(one) && one.struckAt === null;
  const touched = channel.promiseRounds.filter((round) => round.members.some(isListed));
  const struckAt = now.toISOString();
  const promiseRounds = channel.promiseRounds.map((round) => ({
    ...round,
    members: round.members.map((one) => (isListed(one) ? { ...one, struckAt } : one)),
  }));
  const promisesToTell = channel.promisesToTell.filter((one) => !isIt(one));
  return decided(
    { ...channel, promiseRounds, promisesToTell },
    touched.map((round) => plan({ type: 'draw-promises', round: round.id }, PRIORITY.channel)),
  );
}

function isPast(round: PromiseRound, now: Date): boolean {
  return (
    now.getTime() - Date.parse(round.at) > KEEP_ROUNDS_MS && round.members.every((member) => member.struckAt !== null)
  );
}
