import { z } from 'zod';
import { messageIn, readableChannel } from '../channels.ts';
import { SlackError } from '../errors.ts';
import { messageJson } from '../json.ts';
import { count, flag, method, page } from '../method.ts';
import { repliesTo } from '../state.ts';
import type { Message } from '../types.ts';

const instant = z
  .union([z.string(), z.number()])
  .transform((value) => Number(value))
  .optional();

const range = {
  channel: z.string(),
  oldest: instant,
  latest: instant,
  inclusive: flag,
  limit: count,
  cursor: z.string().optional(),
  include_all_metadata: flag,
};

interface Range {
  oldest?: number | undefined;
  latest?: number | undefined;
  inclusive?: boolean | undefined;
}

/** `oldest` and `latest` themselves count only with `inclusive`. */
function inRange({ ts }: Message, { oldest, latest, inclusive }: Range): boolean {
  const at = Number(ts);
  const early = oldest !== undefined && (inclusive ? at < oldest : at <= oldest);
  const late = latest !== undefined && (inclusive ? at > latest : at >= latest);
  return !early && !late;
}

function paging(nextCursor: string) {
  return { has_more: nextCursor !== '', ...(nextCursor ? { response_metadata: { next_cursor: nextCursor } } : {}) };
}

/** Newest first, without replies in threads unless they were also sent to the channel. */
export const conversationsHistory = method({
  args: z.object(range),
  run({ state }, args) {
    const channel = readableChannel(state, args.channel, 'history');
    const shown = [...channel.messages.values()].filter(
      (message) =>
        (message.threadTs === undefined || message.threadTs === message.ts || message.subtype === 'thread_broadcast') &&
        inRange(message, args),
    );
    const { items, nextCursor } = page(shown.reverse(), args.limit ?? 100, args.cursor);
    return {
      messages: items.map((message) => messageJson(state, channel, message, args.include_all_metadata)),
      pin_count: 0,
      channel_actions_ts: null,
      channel_actions_count: 0,
      ...paging(nextCursor),
    };
  },
});

/** Oldest first; the message that the thread hangs on comes first on each page, whatever the range. */
export const conversationsReplies = method({
  args: z.object({ ...range, ts: z.string() }),
  run({ state }, args) {
    const channel = readableChannel(state, args.channel, 'history');
    const parent = channel.messages.get(args.ts);
    if (!parent) throw new SlackError('thread_not_found', `no message ${args.ts} in ${channel.id}`);
    const replies = repliesTo(channel, args.ts).filter((message) => inRange(message, args));
    const { items, nextCursor } = page(replies, Math.max(1, (args.limit ?? 1000) - 1), args.cursor);
    return {
      messages: [parent, ...items].map((message) => messageJson(state, channel, message, args.include_all_metadata)),
      ...paging(nextCursor),
    };
  },
});

export const reactionsAdd = method({
  scope: 'reactions:write',
  args: z.object({ channel: z.string(), timestamp: z.string(), name: z.string() }),
  run({ state }, args) {
    const channel = readableChannel(state, args.channel, 'read');
    if (!channel.members.has(state.app.botUserId)) throw new SlackError('not_in_channel');
    if (!/^[\w+'-]+(::skin-tone-[2-6])?$/.test(args.name)) throw new SlackError('invalid_name');
    const { reactions } = messageIn(channel, args.timestamp);
    const users = reactions.get(args.name) ?? [];
    if (users.includes(state.app.botUserId)) throw new SlackError('already_reacted');
    reactions.set(args.name, [...users, state.app.botUserId]);
    state.changed({ kind: 'reaction_added', channel: channel.id, ts: args.timestamp, name: args.name });
    return {};
  },
});
