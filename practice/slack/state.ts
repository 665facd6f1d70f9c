import type {
  Change,
  Channel,
  Clock,
  Ephemeral,
  Message,
  Rejection,
  StoredFile,
  User,
  UserGroup,
  Values,
  View,
} from './types.ts';

/** Every scope that some method or event of this Slack asks for. */
export const ALL_SCOPES = [
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'reactions:write',
  'team:read',
  'usergroups:read',
  'users:read',
];

export interface State {
  clock: Clock;
  team: { id: string; name: string; domain: string };
  app: { id: string; botId: string; botUserId: string };
  tokens: { bot: string; app: string; revoked: Set<string> };
  scopes: Set<string>;
  /** Types of blocks that this Slack does not know yet. */
  unknownBlocks: ReadonlySet<string>;
  users: Map<string, User>;
  userGroups: Map<string, UserGroup>;
  channels: Map<string, Channel>;
  ephemerals: Ephemeral[];
  /** What a person chose in a message's elements, by `channel:ts`. */
  messageValues: Map<string, Values>;
  /** Open modals by person, the one on top last. */
  modals: Map<string, View[]>;
  homes: Map<string, View>;
  files: Map<string, StoredFile>;
  requests: { method: string; args: Record<string, unknown>; at: Date }[];
  rejections: Rejection[];
  /** A message's ts: the clock's instant, always later than the one before. */
  nextTs: () => string;
  /** An opaque id: `prefix` and ten characters. */
  newId: (prefix: string) => string;
  /** A short id as Slack gives to blocks and elements without one. */
  shortId: () => string;
  changed: (change: Change) => void;
  onChange: (listen: (change: Change) => void) => () => void;
}

const ID_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export function createState(options: {
  clock: Clock;
  random: () => number;
  scopes: readonly string[];
  unknownBlocks?: readonly string[];
}): State {
  const { clock, random } = options;
  const listeners = new Set<(change: Change) => void>();
  let lastMicros = 0;
  let ids = 0;

  function characters(count: number): string {
    return Array.from({ length: count }, () => ID_CHARACTERS[Math.floor(random() * ID_CHARACTERS.length)]).join('');
  }

  const bot: User = {
    id: 'U0EARSHOT0',
    name: 'earshot',
    realName: 'Earshot',
    isBot: true,
    deleted: false,
    tz: 'Etc/UTC',
    email: '',
  };

  return {
    clock,
    team: { id: 'T0PRACTICE', name: 'Practice', domain: 'practice' },
    app: { id: 'A0PRACTICE', botId: 'B0EARSHOT0', botUserId: bot.id },
    tokens: { bot: 'xoxb-practice', app: 'xapp-1-practice', revoked: new Set() },
    scopes: new Set(options.scopes),
    unknownBlocks: new Set(options.unknownBlocks),
    users: new Map([[bot.id, bot]]),
    userGroups: new Map(),
    channels: new Map(),
    ephemerals: [],
    messageValues: new Map(),
    modals: new Map(),
    homes: new Map(),
    files: new Map(),
    requests: [],
    rejections: [],
    nextTs() {
      lastMicros = Math.max(lastMicros + 1, Math.floor(clock.now().getTime() * 1000));
      return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, '0')}`;
    },
    newId(prefix) {
      ids += 1;
      return `${prefix}${characters(4)}${String(ids).padStart(6, '0')}`;
    },
    shortId: () => characters(5),
    changed(change) {
      for (const listen of listeners) listen(change);
    },
    onChange(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
}

/** The direct-message channel between the app and a person, made at the first use as Slack does. */
export function directMessage(state: State, userId: string): Channel {
  for (const channel of state.channels.values()) {
    if (channel.kind === 'im' && channel.members.has(userId)) return channel;
  }
  const channel: Channel = {
    id: state.newId('D'),
    name: userId,
    kind: 'im',
    archived: false,
    createdSeconds: Math.floor(state.clock.now().getTime() / 1000),
    members: new Set([userId, state.app.botUserId]),
    messages: new Map(),
  };
  state.channels.set(channel.id, channel);
  return channel;
}

/** A thread's replies, oldest first, without the message that they answer. */
export function repliesTo(channel: Channel, ts: string): Message[] {
  return [...channel.messages.values()].filter((message) => message.threadTs === ts && message.ts !== ts);
}
