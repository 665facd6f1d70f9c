import type { Evidence, Finding } from './check.ts';
import type { Mention } from './on-disk.ts';

/** The office of the crash suite never closes: a clock is due by plain arithmetic. */
export const REMIND_EVERY_MINUTES = 3;
const MINUTE_MS = 60_000;
/**
 * A dead app tells nothing, nor does one that has not looked yet: it reads first, and on a busy machine that takes as long
 * as its start did. What counts is how long it lived beyond that while a clock was due and a round might be posted; how
 * late it was by the clock said little, for many lives in a row may be too short for a look.
 */
const LEAST_STARTING_MS = 0.75 * MINUTE_MS;
const LOOKED_MS = 1.5 * MINUTE_MS;
/** A longer list is cut short in its message. */
const NAMED = 15;

/** Every threshold of a clock is told once: in one round, and in that round's one message. */
export function checkReminders(evidence: Evidence): readonly Finding[] {
  const told = toldOf(evidence);
  const doubled = [...told]
    .filter(([, rounds]) => rounds.length > 1)
    .map(
      ([name, rounds]) => ({ kind: 'doubled', what: `the reminder of ${name} is in ${rounds.join(' and ')}` }) as const,
    );
  return [
    ...doubled,
    ...checkRounds(evidence),
    ...evidence.disk.mentions.flatMap((one) => missing(one, told, evidence)),
  ];
}

/** `mention clock threshold` of every reminder, with the rounds that told it. */
export function toldOf({ disk }: Pick<Evidence, 'disk'>): ReadonlyMap<string, readonly string[]> {
  const told = new Map<string, string[]>();
  for (const { rounds, id: channel } of disk.channels) {
    for (const { id, members } of rounds) {
      for (const { mention, clock, threshold } of members) {
        const name = `${mention} ${clock} ${threshold}`;
        told.set(name, [...(told.get(name) ?? []), `${channel} ${id}`]);
      }
    }
  }
  return told;
}

/** A round's message is there, names its members, and strikes off who was answered. */
function checkRounds({ disk, messages }: Evidence): readonly Finding[] {
  const settled = new Map(disk.mentions.map((one) => [one.id, one.status === 'answered' || one.status === 'closed']));
  // Of those that share a card, one line counts the others.
  const shared = new Set(disk.mentions.flatMap((one) => (one.group === null ? [] : [one.id])));
  const numbers = new Map(disk.mentions.map((one) => [one.id, one.number]));
  return disk.channels.flatMap(({ id, rounds }) =>
    rounds.flatMap((round): Finding[] => {
      const name = `reminder ${round.id} of ${id}`;
      const there = messages.find((one) => one.name === `channel:${id} draw-round:${round.id}`);
      const open = round.members.filter(({ struckAt }) => struckAt === null);
      const late = open.filter((one) => settled.get(one.mention) === true);
      const unstruck = late.map(
        (one) => ({ kind: 'lost', what: `${name} still lists ${one.mention}, which is settled` }) as const,
      );
      if (there === undefined && open.length > 0)
        return [{ kind: 'lost', what: `${name} is not in Slack` }, ...unstruck];
      if (there !== undefined && there.message.ts !== round.message?.ts) {
        return [
          { kind: 'lost', what: `${name} is in Slack at ${there.message.ts}, not where the store has it` },
          ...unstruck,
        ];
      }
      const text = JSON.stringify(there?.message.blocks ?? []);
      const unnamed = (round.members.length > NAMED ? [] : open).filter(
        ({ mention }) => !shared.has(mention) && !text.includes(`#${numbers.get(mention)}`),
      );
      return [
        ...unnamed.map((one) => ({ kind: 'lost', what: `${name} does not name ${one.mention}` }) as const),
        ...unstruck,
      ];
    }),
  );
}

/** What was due while the app could see it was told of; a promise has reminders of its own. */
function missing(mention: Mention, told: ReadonlyMap<string, unknown>, evidence: Evidence): readonly Finding[] {
  if (mention.promises.length > 0) return [];
  return mention.clocks.flatMap((clock): Finding[] => {
    const name = (threshold: string) => `${mention.id} ${clock.id} ${threshold}`;
    const until = clock.stopped === null ? evidence.now : new Date(clock.stopped.at);
    const isDue = (at: string | null) => at !== null && lookedMs(new Date(at), until, evidence) > LOOKED_MS;
    if (isDue(clock.secondAt) && !told.has(name('second'))) {
      return [{ kind: 'lost', what: `no reminder says that ${name('second')} was due at ${clock.secondAt}` }];
    }
    if (isDue(clock.dueAt) && !told.has(name('due')) && !told.has(name('second'))) {
      return [{ kind: 'lost', what: `no reminder says that ${name('due')} was due at ${clock.dueAt}` }];
    }
    return [];
  });
}

/** How long the app lived between two instants in which it looks and nothing keeps it from a reminder. */
function lookedMs(from: Date, until: Date, { lives, disk, now }: Evidence): number {
  const pauses = disk.channels.flatMap(({ rounds }) => rounds.map(({ at }) => Date.parse(at)));
  let sum = 0;
  for (const { startedAt, listeningAt, endedAt } of lives) {
    if (listeningAt === null) continue;
    const startingMs = Math.max(LEAST_STARTING_MS, listeningAt.getTime() - startedAt.getTime());
    const end = Math.min(until.getTime(), (endedAt ?? now).getTime());
    let at = Math.max(from.getTime(), listeningAt.getTime() + startingMs);
    for (const pause of pauses.filter((one) => one < end).toSorted((a, b) => a - b)) {
      sum += Math.max(0, Math.min(pause, end) - at);
      at = Math.max(at, pause + REMIND_EVERY_MINUTES * MINUTE_MS);
    }
    sum += Math.max(0, end - at);
  }
  return sum;
}
