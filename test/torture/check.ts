import type { Message } from '../../practice/slack/index.ts';
import type { Stage } from '../../practice/stage.ts';
import { checkCards } from './check-cards.ts';
import { checkReminders } from './check-reminders.ts';
import { checkTexts } from './check-texts.ts';
import type { Ledger } from './ledger.ts';
import type { Life } from './mortal-process.ts';
import type { OnDisk } from './on-disk.ts';

/** One promise that was not kept: what was expected, and what is there. */
export interface Finding {
  readonly kind: 'lost' | 'doubled';
  readonly what: string;
}

export interface Evidence {
  readonly stage: Stage;
  readonly ledger: Ledger;
  readonly disk: OnDisk;
  /** Everything that the app wrote in Slack, threads and direct messages included. */
  readonly messages: readonly Placed[];
  /** When the app lived. */
  readonly lives: readonly Life[];
  /** What was planned since then may still be on its way. */
  readonly calmAt: Date;
  readonly now: Date;
}

export interface Placed {
  readonly channel: string;
  readonly message: Message;
  /** What the app says it posted it for: `type:id key`. */
  readonly name: string | null;
}

/** All messages of the app, by what they carry. */
export function messagesOf({ slack, channels, people }: Stage, users: readonly string[]): readonly Placed[] {
  const { workspace } = slack;
  const inChannels = Object.values(channels).flatMap((channel) =>
    workspace.messages(channel).flatMap((message) => {
      const replies = workspace.thread(channel, message.ts).filter(({ ts }) => ts !== message.ts);
      return [message, ...replies].map((one) => placed(channel, one));
    }),
  );
  const direct = [...users, people.dmitri].flatMap((user) =>
    workspace.dms(user).map((message) => placed(workspace.as(user).dm(), message)),
  );
  return [...inChannels, ...direct].filter(({ message }) => message.byBot);
}

function placed(channel: string, message: Message): Placed {
  const { ref, key } = message.metadata?.event_payload ?? {};
  return { channel, message, name: typeof ref === 'string' && typeof key === 'string' ? `${ref} ${key}` : null };
}

/** Everything that was promised, against what is there. */
export function check(evidence: Evidence): readonly Finding[] {
  return [
    ...checkPosts(evidence),
    ...checkMessages(evidence),
    ...checkCards(evidence),
    ...checkGroups(evidence),
    ...checkTexts(evidence),
    ...checkReminders(evidence),
    ...checkColleagues(evidence),
    ...checkRest(evidence),
  ];
}

/** Every customer's post that X had is a mention's, once. */
function checkPosts({ stage, disk }: Evidence): readonly Finding[] {
  const { world } = stage.x;
  const homes = new Map<string, number>();
  for (const { id } of disk.mentions.flatMap(({ posts }) => posts)) homes.set(id, (homes.get(id) ?? 0) + 1);
  return world
    .timeline()
    .filter((post) => post.author !== world.us)
    .flatMap((post) => {
      const count = homes.get(post.id) ?? 0;
      if (count === 1) return [];
      const what = `post ${post.id} of @${post.author.username} ("${post.written}") is in ${count} mentions instead of 1`;
      return [{ kind: count === 0 ? 'lost' : 'doubled', what } as const];
    });
}

/** One message for each thing that is told (a backlog line comes back whenever there is one), and every thing that is told has its message. */
function checkMessages({ disk, messages }: Evidence): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const { name } of messages) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  const doubled = [...counts]
    .filter(([name, count]) => count > 1 && !name.endsWith(' draw-backlog'))
    .map(([name, count]) => ({ kind: 'doubled', what: `${name} is in Slack ${count} times instead of once` }) as const);
  const wanted = [
    ...disk.mentions
      .filter(({ group }) => group?.as !== 'folded')
      .map(({ id, card }) => ({ name: `mention:${id} draw-card`, at: card })),
    ...disk.incidents.map(({ id, card }) => ({ name: `incident:${id} draw-incident`, at: card })),
    ...disk.mentions.flatMap(({ id, escalations }) =>
      escalations
        .filter(({ fault, answers, message }) => fault === null && (message !== null || answers.length > 0))
        .map((one) => ({ name: `mention:${id} post-escalation:${one.id}`, at: one.message })),
    ),
  ];
  const lost = wanted.flatMap(({ name, at }) => {
    const there = messages.find((one) => one.name === name);
    if (there !== undefined && there.message.ts === at?.ts) return [];
    const known = at === null ? 'the store knows of none' : `the store knows ${at.ts}`;
    const found = there === undefined ? 'Slack has none' : `Slack has ${there.message.ts}`;
    return [{ kind: 'lost', what: `the message for ${name}: ${known}, ${found}` } as const];
  });
  const known = new Set(disk.mentions.map(({ id }) => `mention:${id} draw-card`));
  const orphans = messages
    .filter(({ name }) => name?.endsWith(' draw-card') === true && !known.has(name))
    .map(({ name }) => ({ kind: 'lost', what: `${name} is in Slack, but the store has no such mention` }) as const);
  return [...doubled, ...lost, ...orphans];
}

/** Whoever is folded is counted on the card of an open one. */
function checkGroups({ disk }: Evidence): readonly Finding[] {
  const open = disk.mentions.filter(({ status }) => status !== 'answered' && status !== 'closed');
  const led = new Set(open.flatMap(({ group }) => (group?.as === 'lead' ? [group.id] : [])));
  return open
    .filter(({ group }) => group?.as === 'folded' && !led.has(group.id))
    .map(({ id }) => ({ kind: 'lost', what: `${id} is folded, and no card counts it` }) as const);
}

/** A question and its answer inside the company are there once. */
function checkColleagues({ disk, ledger }: Evidence): readonly Finding[] {
  const all = disk.mentions.flatMap(({ escalations }) => escalations);
  const times = (texts: readonly string[], mark: string) => texts.filter((text) => text.includes(mark)).length;
  const reasons = all.map(({ reason }) => reason);
  const answers = all.flatMap((one) => one.answers.map(({ text }) => text));
  const judge = (what: string, texts: readonly string[]) => {
    return ({ mark, acked }: { mark: string; acked: boolean }): Finding[] => {
      const count = times(texts, mark);
      if (count > 1) return [{ kind: 'doubled', what: `${what} ${mark} is there ${count} times` }];
      return count === 0 && acked ? [{ kind: 'lost', what: `${what} ${mark} was acknowledged and is not there` }] : [];
    };
  };
  return [
    ...ledger.questions.flatMap(judge('the escalation', reasons)),
    ...ledger.answers.flatMap(judge('the answer to an escalation', answers)),
  ];
}

/** Nothing is damaged, set aside or still waiting. */
function checkRest({ disk, calmAt }: Evidence): readonly Finding[] {
  const calm = calmAt.toISOString();
  const stuck = disk.effects.filter(
    ({ parked, notBefore, savedAt }) => parked !== null || (savedAt <= calm && (notBefore ?? '') <= calm),
  );
  return [
    ...disk.damaged.map((what) => ({ kind: 'lost', what }) as const),
    ...stuck.map(({ of, key, parked }) => {
      const why = parked === null ? 'is still waiting' : `was given up: ${parked}`;
      return { kind: 'lost', what: `${key} of ${of} ${why}` } as const;
    }),
  ];
}
