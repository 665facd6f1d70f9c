import type { Message } from '../slack/index.ts';
import type { Stage } from '../stage.ts';
import type { Post } from '../x/types.ts';
import type { Customers } from './customers.ts';
import type { Act, ThingItem } from './wire.ts';

const MINUTE_MS = 60_000;
/** Real milliseconds for one card to appear. */
const SLOWEST_CARD_MS = 10_000;

interface Step {
  readonly text: string;
  /** Whether it has happened; what was seen once stays done. */
  readonly happened: () => boolean;
}

interface Thing {
  readonly title: string;
  readonly who: string;
  readonly post: Post | null;
  readonly steps: readonly Step[];
}

const STORIES = [
  ['lena_altona', 'Seit gestern Abend kein Internet in Altona. Dreimal angerufen, niemand ruft zurück. 😡', 12],
  ['tom_becker', 'Zum dritten Mal ist meine Rechnung falsch, und auf meine Mails antwortet niemand. Frechheit!', 8],
  ['praxis_keller', 'Wann wird unsere Straße (Elbchaussee 12) endlich an das Glasfasernetz angeschlossen?', 5],
  ['jon_reyes', 'still waiting for my router, it was promised for last Monday. Not acceptable.', 2],
] as const;

/** Prepares the numbered things to try, and sees which of them were done. */
export function createThings(stage: Stage, customers: Customers, pollMs: number) {
  const { people, channels } = stage;
  const { workspace } = stage.slack;
  const { world } = stage.x;
  const done = new Set<string>();
  const pressed = new Set<string>();
  let things: readonly Thing[] = [];

  const cardOf = (post: Post): Message | undefined =>
    workspace.messages(channels.support).find(({ metadata }) => metadata?.event_payload.ref === `mention:x:${post.id}`);
  const answered = (post: Post) => world.ours().some((ours) => ours.inReplyTo?.id === post.id);
  const broadcasts = () =>
    world.ours().filter(({ inReplyTo }) => inReplyTo === undefined || inReplyTo.author === world.us).length;
  const posted = (key: string) =>
    workspace.messages(channels.support).some(({ metadata }) => {
      const known = metadata?.event_payload.key;
      return typeof known === 'string' && known.startsWith(key);
    });

  function list(lena: Post, tom: Post, praxis: Post, jon: Post): readonly Thing[] {
    const undone = () => {
      const card = cardOf(lena);
      return card !== undefined && pressed.has(`${card.ts} undo`);
    };
    return [
      {
        title: 'Reply, and take it back',
        who: people.anna,
        post: lena,
        steps: [
          { text: 'As Anna press Reply on #1, write, send; then Undo within ten seconds', happened: undone },
          { text: 'Reply again and wait until it is public', happened: () => answered(lena) },
        ],
      },
      {
        title: 'Apologise in German',
        who: people.ben,
        post: tom,
        steps: [
          { text: 'As Ben press Apologise on #2; the templates are in Tom’s language', happened: () => answered(tom) },
        ],
      },
      {
        title: 'Ask a colleague',
        who: people.anna,
        post: praxis,
        steps: [
          {
            text: 'As Anna type /escalate #3 @network-team When is it due?',
            happened: () => workspace.messages(channels.network).length > 0,
          },
          {
            text: 'As Dmitri answer in the thread in #network',
            happened: () =>
              workspace
                .messages(channels.network)
                .some(({ ts }) => workspace.thread(channels.network, ts).some(({ user }) => user === people.dmitri)),
          },
          { text: 'As Anna use the answer as a draft, in the thread of #3', happened: () => answered(praxis) },
        ],
      },
      {
        title: 'Let an hour pass',
        who: people.anna,
        post: jon,
        steps: [
          { text: 'Press +1 h: #4 waits too long, the channel is reminded', happened: () => posted('draw-round:') },
        ],
      },
      {
        title: 'Run an incident',
        who: people.carla,
        post: null,
        steps: [
          { text: 'As Carla type /incident start Mobile network down', happened: () => broadcasts() > 0 },
          { text: '/incident update', happened: () => broadcasts() > 1 },
          { text: '/incident resolve', happened: () => broadcasts() > 2 },
        ],
      },
    ];
  }

  return {
    /** Customers have written, and their cards are in the channel. */
    async prepare(): Promise<void> {
      const now = stage.clock.now().getTime();
      const posts = STORIES.map(([username, text, minutesAgo]) =>
        customers.write(username, text, null, { at: new Date(now - minutesAgo * MINUTE_MS) }),
      );
      const [lena, tom, praxis, jon] = posts;
      if (!lena || !tom || !praxis || !jon) throw new Error('four stories make four posts');
      await stage.clock.jump(pollMs);
      for (const post of posts) {
        await workspace.waitFor(() => cardOf(post), `a card for ${post.written}`, { timeoutMs: SLOWEST_CARD_MS });
      }
      things = list(lena, tom, praxis, jon);
    },
    /** Remembers what only a press shows. */
    note(act: Act): void {
      if (act.do === 'press') pressed.add(`${act.ts} ${act.action_id}`);
    },
    items: (): ThingItem[] =>
      things.map(({ title, who, post, steps }, index) => ({
        is: 'thing',
        number: index + 1,
        title,
        who,
        channel: channels.support,
        ts: post === null ? null : (cardOf(post)?.ts ?? null),
        steps: steps.map(({ text, happened }, step) => {
          const key = `${index} ${step}`;
          if (!done.has(key) && happened()) done.add(key);
          return { text, done: done.has(key) };
        }),
      })),
  };
}

export type Things = ReturnType<typeof createThings>;
