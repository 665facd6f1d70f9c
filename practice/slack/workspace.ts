import { describeState } from './describe.ts';
import { createPerson, type PersonDeps } from './person.ts';
import { directMessage, repliesTo, type State } from './state.ts';
import type { Change, Channel, Ephemeral, Message, User, UserGroup, View } from './types.ts';
import { createWait } from './wait.ts';

const frozen = <T>(list: T[]): readonly T[] => list;

function known(state: State, channelId: string): Channel {
  const channel = state.channels.get(channelId);
  if (!channel) throw new Error(`there is no channel ${channelId}`);
  return channel;
}

/** The workspace as its people have it: who and what is there, what can be seen, and what people do. */
export function createWorkspace(deps: PersonDeps) {
  const { context, events, payloads } = deps;
  const { state } = context;

  function user(id: string): User {
    const found = state.users.get(id);
    if (!found) throw new Error(`there is no person ${id}`);
    return found;
  }

  return {
    botUserId: state.app.botUserId,
    /** What the app's calls were refused for; rate limits carry their own flag. */
    rejections: frozen(state.rejections),
    /** Every call of the app, tokens left out. */
    requests: frozen(state.requests),
    on: (listen: (change: Change) => void): (() => void) => state.onChange(listen),
    /** @see createWait */
    waitFor: createWait(state),

    /** @param options.guest of one channel or several; `teamId` the workspace of another company */
    addUser(options: {
      id?: string;
      name: string;
      realName?: string;
      tz?: string;
      email?: string;
      guest?: 'multi' | 'single';
      teamId?: string;
    }): User {
      const added: User = {
        id: options.id ?? state.newId('U'),
        name: options.name,
        realName: options.realName ?? options.name,
        isBot: false,
        deleted: false,
        tz: options.tz ?? 'Europe/Berlin',
        email: options.email ?? `${options.name}@example.com`,
        ...(options.guest && { guest: options.guest }),
        ...(options.teamId && { teamId: options.teamId }),
      };
      state.users.set(added.id, added);
      return added;
    },

    /** A person as the workspace has them; what is changed holds from then on. @throws Error for an unknown id */
    user,

    /** @param options.bot whether the app is a member from the start; default true */
    addChannel(options: { id?: string; name: string; members?: string[]; private?: boolean; bot?: boolean }): Channel {
      const channel: Channel = {
        id: options.id ?? state.newId('C'),
        name: options.name,
        kind: options.private ? 'private' : 'public',
        archived: false,
        createdSeconds: Math.floor(state.clock.now().getTime() / 1000),
        members: new Set(options.members ?? []),
        messages: new Map(),
      };
      if (options.bot ?? true) channel.members.add(state.app.botUserId);
      state.channels.set(channel.id, channel);
      return channel;
    },

    addUserGroup(options: { id?: string; handle: string; name?: string; users: string[] }): UserGroup {
      const { handle, users } = options;
      const group = { id: options.id ?? state.newId('S'), handle, users, name: options.name ?? handle };
      state.userGroups.set(group.id, group);
      return group;
    },

    /** Adds a person, or the app where no person is named; the app hears of it. */
    async invite(channelId: string, userId: string = state.app.botUserId): Promise<void> {
      const channel = known(state, channelId);
      const inviter = [...channel.members][0] ?? userId;
      channel.members.add(userId);
      if (!channel.members.has(state.app.botUserId)) return;
      await events.send('member_joined_channel', payloads.joined(user(userId), channel, inviter));
    },

    async removeBot(channelId: string): Promise<void> {
      const channel = known(state, channelId);
      channel.members.delete(state.app.botUserId);
      await events.send('channel_left', { type: 'channel_left', channel: channel.id, event_ts: state.nextTs() });
    },

    async leave(channelId: string, userId: string): Promise<void> {
      const channel = known(state, channelId);
      if (!channel.members.delete(userId) || !channel.members.has(state.app.botUserId)) return;
      await events.send('member_left_channel', payloads.left(user(userId), channel));
    },

    archive(channelId: string): void {
      known(state, channelId).archived = true;
    },
    unarchive(channelId: string): void {
      known(state, channelId).archived = false;
    },
    rename(channelId: string, name: string): void {
      known(state, channelId).name = name;
    },

    /** As an admin, who may delete anybody's messages. */
    erase(channelId: string, ts: string): void {
      const channel = known(state, channelId);
      const message = channel.messages.get(ts);
      if (message === undefined) throw new Error(`there is no message ${ts} in ${channel.name}`);
      context.messages.remove(channel, message);
    },

    as: (userId: string) => createPerson(deps, user(userId)),

    /** What the channel shows, oldest first; answers in threads are in `thread`. */
    messages: (channelId: string): Message[] =>
      [...known(state, channelId).messages.values()].filter(
        ({ ts, threadTs, subtype }) => threadTs === undefined || threadTs === ts || subtype === 'thread_broadcast',
      ),
    thread: (channelId: string, ts: string): Message[] => repliesTo(known(state, channelId), ts),
    message: (channelId: string, ts: string): Message | undefined => known(state, channelId).messages.get(ts),
    /** What only this person sees, oldest first. */
    ephemerals: (userId: string): Ephemeral[] => state.ephemerals.filter(({ to }) => to === userId),
    /** The direct messages between the app and a person, answers in threads included. */
    dms: (userId: string): Message[] => [...directMessage(state, userId).messages.values()],
    home: (userId: string): View | undefined => state.homes.get(userId),
    modals: (userId: string): readonly View[] => state.modals.get(userId) ?? [],
    /** Everything in plain text, for a failed test's message. */
    describe: (timeZone?: string): string => describeState(state, timeZone),
  };
}

export type Workspace = ReturnType<typeof createWorkspace>;
