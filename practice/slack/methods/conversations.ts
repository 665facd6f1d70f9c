import { z } from 'zod';
import { readableChannel, visibleChannel } from '../channels.ts';
import { SlackError } from '../errors.ts';
import { channelJson } from '../json.ts';
import { count, flag, method, page } from '../method.ts';
import { requireScope } from '../require-scope.ts';
import { directMessage, type State } from '../state.ts';
import type { Channel } from '../types.ts';

const KINDS: Record<string, Channel['kind']> = { public_channel: 'public', private_channel: 'private', im: 'im' };
const listing = {
  types: z.string().default('public_channel'),
  exclude_archived: flag,
  limit: count,
  cursor: z.string().optional(),
};

interface Listing {
  types: string;
  exclude_archived?: boolean | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}

function list(state: State, args: Listing, wanted: (channel: Channel) => boolean) {
  const kinds = args.types.split(',').map((type) => KINDS[type.trim()]);
  const found = [...state.channels.values()].filter(
    (channel) =>
      kinds.includes(channel.kind) &&
      (channel.kind === 'public' || channel.members.has(state.app.botUserId)) &&
      !(args.exclude_archived && channel.archived) &&
      wanted(channel),
  );
  for (const kind of new Set(found.map((channel) => channel.kind))) {
    requireScope(state, `${{ public: 'channels', private: 'groups', im: 'im' }[kind]}:read`);
  }
  const { items, nextCursor } = page(found, args.limit ?? 100, args.cursor);
  return {
    channels: items.map((channel) => channelJson(state, channel)),
    response_metadata: { next_cursor: nextCursor },
  };
}

export const conversationsList = method({
  scope: 'channels:read',
  args: z.object(listing),
  run: ({ state }, args) => list(state, args, () => true),
});

export const usersConversations = method({
  scope: 'channels:read',
  args: z.object({ ...listing, user: z.string().optional() }),
  run: ({ state }, args) => list(state, args, (channel) => channel.members.has(args.user ?? state.app.botUserId)),
});

export const conversationsOpen = method({
  scope: 'im:write',
  args: z.object({ users: z.string().optional(), channel: z.string().optional(), return_im: flag }),
  run({ state }, args) {
    if (args.channel !== undefined) return { channel: { id: visibleChannel(state, args.channel).id } };
    const [user, ...others] = (args.users ?? '').split(',').filter((each) => each !== '');
    if (user === undefined) throw new SlackError('users_list_not_supplied');
    if (others.length > 0) throw new SlackError('not_implemented', 'this Slack opens no group messages');
    if (!state.users.has(user)) throw new SlackError('user_not_found', user);
    // https://docs.slack.dev/reference/methods/conversations.open#errors
    if (state.users.get(user)?.deleted) throw new SlackError('user_disabled', user);
    if (user === state.app.botUserId) throw new SlackError('cannot_dm_bot');
    const known = [...state.channels.values()].some(({ kind, members }) => kind === 'im' && members.has(user));
    const channel = directMessage(state, user);
    return {
      ...(known ? { no_op: true, already_open: true } : {}),
      channel: args.return_im ? channelJson(state, channel) : { id: channel.id },
    };
  },
});

export const conversationsInfo = method({
  args: z.object({ channel: z.string(), include_num_members: flag, include_locale: flag }),
  run({ state }, args) {
    const { num_members, ...info } = channelJson(state, readableChannel(state, args.channel, 'read'));
    return { channel: args.include_num_members ? { ...info, num_members } : info };
  },
});

export const conversationsMembers = method({
  args: z.object({ channel: z.string(), limit: count, cursor: z.string().optional() }),
  run({ state }, args) {
    const channel = readableChannel(state, args.channel, 'read');
    const { items, nextCursor } = page([...channel.members], args.limit ?? 100, args.cursor);
    return { members: items, response_metadata: { next_cursor: nextCursor } };
  },
});
