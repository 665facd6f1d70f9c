import { drawnAt } from './drawn-at.ts';
import type { Effect, EffectOf } from './effect.ts';
import { askedBy, askedOf } from './escalation.ts';
import { chainWakeAt } from './escalation-chain.ts';
import { isFolded } from './fold.ts';
import type { Incident } from './incident.ts';
import { waitsForHead } from './incident-thread.ts';
import { earliest, type Instant } from './instant.ts';
import type { Mention } from './mention.ts';
import { idsOf } from './post-place.ts';
import { nextThreshold } from './promise-wake.ts';
import { openPromises } from './promises.ts';
import type { Publication } from './publication.ts';
import { publicationWakes } from './publication-wake.ts';
import type { Aggregate, SlackMessage } from './ref.ts';
import { waitsForPredecessor } from './series.ts';
import { meterWakeAt } from './silence-meter.ts';

/** What the store keeps beside a state to find it again. */
export interface Facets {
  /** Unique over all aggregates. */
  readonly lookups: readonly string[];
  readonly open: boolean;
  /** When the earliest running SLA clock is due. */
  readonly dueAt: Instant | null;
  /** When the watch must look at it again. */
  readonly wakeAt: Instant | null;
  /** It should have a message in Slack and has none yet. */
  readonly uncarded: boolean;
  /** A promise of ours is neither kept nor dropped. */
  readonly promised: boolean;
  /** A question to a colleague is on its way to Slack. */
  readonly asking: boolean;
  /** Of a mention: the group of those that say the same. */
  readonly group: string | null;
}

export const lookup = {
  number: (type: 'mention' | 'incident', number: number) => `number:${type}:${number}`,
  post: (network: string, post: string) => `post:${network}:${post}`,
  talk: (network: string, author: string, conversation: string) => `talk:${network}:${author}:${conversation}`,
  message: (channel: string, ts: string) => `message:${channel}:${ts}`,
} as const;

const NOTHING_DUE = {
  dueAt: null,
  wakeAt: null,
  uncarded: false,
  promised: false,
  asking: false,
  group: null,
} as const satisfies Partial<Facets>;

/** The facets of any state. */
export function facetsOf(state: Aggregate): Facets {
  switch (state.type) {
    case 'mention':
      return mentionFacets(state);
    case 'incident':
      return {
        lookups: [
          lookup.number('incident', state.number),
          ...publishedPosts(state.network, state.publications),
          ...(state.card === null ? [] : [lookup.message(state.card.channel, state.card.ts)]),
        ],
        open: state.status === 'running',
        dueAt: null,
        wakeAt: earliest([meterWakeAt(state), state.remindAt, ...publicationWakes(state.publications)]),
        uncarded: state.card === null && state.forgotten === null,
        promised: false,
        asking: false,
        group: null,
      };
    case 'person':
      return {
        lookups: [],
        ...NOTHING_DUE,
        open: state.homeOpenedAt !== null,
      };
    case 'channel':
    case 'desk':
    case 'spending':
      return { ...NOTHING_DUE, lookups: [], open: true };
  }
}

function mentionFacets(mention: Mention): Facets {
  const running = mention.clocks.filter((clock) => clock.stopped === null);
  const isSnoozed = mention.snooze !== null;
  const messages = [
    mention.card,
    mention.oldThread,
    ...mention.escalations.flatMap((one) => askedOf(one).map(({ message }) => message)),
  ];
  return {
    lookups: [
      lookup.number('mention', mention.number),
      // Whoever was forgotten and writes again is a customer whom nobody knows.
      ...(mention.forgotten === null ? [lookup.talk(mention.network, mention.author.id, mention.conversation)] : []),
      ...mention.posts.flatMap(idsOf).map((id) => lookup.post(mention.network, id)),
      ...publishedPosts(mention.network, mention.publications),
      ...messages.flatMap((message) => (message === null ? [] : [lookup.message(message.channel, message.ts)])),
    ],
    open: mention.status !== 'answered' && mention.status !== 'closed',
    dueAt: earliest(running.map((clock) => clock.dueAt)),
    wakeAt: earliest([
      ...running.map((clock) => (clock.warned || mention.owner === null || isSnoozed ? null : clock.warnAt)),
      ...running.map((clock) => (clock.late ? null : clock.dueAt)),
      mention.snooze?.until ?? null,
      ...publicationWakes(mention.publications),
      ...openPromises(mention).map(nextThreshold),
      chainWakeAt(mention),
    ]),
    uncarded: mention.card === null && mention.forgotten === null && mention.muted === null && !isFolded(mention),
    promised: openPromises(mention).length > 0,
    asking: mention.escalations.flatMap(askedOf).some(({ message, fault }) => message === null && fault === null),
    group: mention.group?.id ?? null,
  };
}

function publishedPosts(network: string, publications: readonly Publication[]): string[] {
  return publications.flatMap((publication) =>
    publication.post?.id ? [lookup.post(network, publication.post.id)] : [],
  );
}

/**
 * Which queue an effect waits in; null while it waits for another effect's result.
 * `slack:post:C…`, `slack:update` and `slack:home` are limited by Slack apart from each other; `desk` is the app itself.
 */
export function destinationOf(state: Aggregate, effect: Effect): string | null {
  switch (effect.type) {
    case 'draw-card':
    case 'draw-incident':
    case 'draw-untold':
    case 'draw-round':
    case 'draw-promises':
    case 'draw-backlog':
    case 'draw-pause':
    case 'draw-alarm':
    case 'draw-surge':
    case 'draw-bell':
      return drawnAt(state, effect) === null ? posts(channelOf(state)) : UPDATES;
    case 'draw-home':
      return HOMES;
    case 'post-again':
    case 'post-offers':
    case 'post-channel-note':
    case 'post-silence':
    case 'post-update-due':
      return posts(channelOf(state));
    case 'post-note':
      // What has no card for the time being has no thread either: its notes wait for none.
      return cardOf(state) !== null || (state.type === 'mention' && isFolded(state)) ? posts(channelOf(state)) : null;
    case 'post-cheerful':
      return cardOf(state) === null ? null : posts(channelOf(state));
    case 'post-escalation':
      return state.type === 'mention' ? escalationDestination(state, effect) : null;
    case 'send-notice':
      return posts(effect.to);
    case 'post-report':
      return posts(effect.to ?? channelOf(state));
    case 'publish':
    case 'look-for':
    case 'unpublish':
      return isPublisher(state) ? networkDestination(state, effect) : null;
    case 'hide-post':
      return isPublisher(state) ? `network:${state.network}:hide` : null;
    case 'tell':
      return 'desk';
    case 'tend-group':
      return GROUPS;
    case 'erase':
      return ERASURES;
  }
}

function networkDestination(
  state: Mention | Incident,
  effect: EffectOf<'publish'> | EffectOf<'look-for'> | EffectOf<'unpublish'>,
): string | null {
  switch (effect.type) {
    case 'publish':
      return waitsForAnother(state, effect.publication) ? null : `network:${state.network}:publish`;
    case 'look-for':
      return `network:${state.network}:read`;
    case 'unpublish':
      return `network:${state.network}:remove`;
  }
}

function waitsForAnother(state: Mention | Incident, id: string): boolean {
  const publication = state.publications.find((one) => one.id === id);
  if (publication !== undefined && waitsForPredecessor(state.publications, publication)) return true;
  return state.type === 'incident' && waitsForHead(state, id);
}

/** Where messages that are there already are updated, of all channels together: Slack limits them so. */
export const UPDATES = 'slack:update';
const HOMES = 'slack:home';
/** Apart from what aggregates tell each other: it may wait a moment. */
const GROUPS = 'desk:groups';
/** Where copies in Slack are deleted. */
export const ERASURES = 'slack:erase';

function posts(channelOrUser: string): string {
  return `slack:post:${channelOrUser}`;
}

/** The Slack channel in which what belongs to a state is shown; of a person their direct messages. */
export function channelOf(state: Aggregate): string {
  return isPublisher(state) ? state.channel : state.id;
}

function cardOf(state: Aggregate): SlackMessage | null {
  return isPublisher(state) ? state.card : null;
}

function isPublisher(state: Aggregate): state is Mention | Incident {
  return state.type === 'mention' || state.type === 'incident';
}

function escalationDestination(mention: Mention, effect: EffectOf<'post-escalation'>): string | null {
  const asked = askedBy(mention, effect);
  if (asked === null) return null;
  if (asked.message !== null) return UPDATES;
  if (asked.to.type === 'user') return posts(asked.to.id);
  if (asked.channel !== null) return posts(asked.channel);
  return mention.card === null ? null : posts(mention.channel);
}
