import { z } from 'zod';
import { messageIn, permalink, visibleChannel, writableChannel } from '../channels.ts';
import { SlackError } from '../errors.ts';
import { messageJson } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { checkContent } from '../messages.ts';
import { flag, fromJson, method } from '../method.ts';
import type { Metadata } from '../types.ts';

const content = { text: z.string().optional(), blocks: z.unknown().optional(), attachments: z.unknown().optional() };

const metadataShape = z.strictObject({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.unknown()),
});

/** Null stands for `{}`, with which an update removes what was there. */
function readMetadata(raw: unknown): Metadata | null | undefined {
  if (raw === undefined) return undefined;
  const value = fromJson(raw, 'invalid_metadata_format');
  if (JSON.stringify(value).length > LIMITS.metadataCharacters) throw new SlackError('metadata_too_large');
  if (JSON.stringify(value) === '{}') return null;
  const parsed = metadataShape.safeParse(value);
  if (!parsed.success) throw new SlackError('invalid_metadata_format', parsed.error.issues[0]?.message ?? '');
  return parsed.data;
}

export const chatPostMessage = method({
  scope: 'chat:write',
  args: z.object({
    ...content,
    channel: z.string(),
    thread_ts: z.string().optional(),
    reply_broadcast: flag,
    metadata: z.unknown().optional(),
  }),
  run({ state, messages }, args) {
    const channel = writableChannel(state, args.channel);
    const metadata = readMetadata(args.metadata);
    const message = messages.post(channel, {
      ...checkContent(state, args),
      user: state.app.botUserId,
      threadTs: args.thread_ts,
      broadcast: args.reply_broadcast,
      ...(metadata ? { metadata } : {}),
    });
    return { channel: channel.id, ts: message.ts, message: messageJson(state, channel, message) };
  },
});

export const chatUpdate = method({
  scope: 'chat:write',
  args: z.object({ ...content, channel: z.string(), ts: z.string(), metadata: z.unknown().optional() }),
  run({ state, messages }, args) {
    const channel = visibleChannel(state, args.channel);
    if (channel.archived) throw new SlackError('is_archived');
    const message = messageIn(channel, args.ts);
    if (!message.byBot) throw new SlackError('cant_update_message');
    const metadata = readMetadata(args.metadata);
    const updated = messages.update(channel, message, checkContent(state, args), metadata);
    const answer = messageJson(state, channel, updated);
    return { channel: channel.id, ts: updated.ts, text: updated.text, message: answer };
  },
});

export const chatDelete = method({
  scope: 'chat:write',
  args: z.object({ channel: z.string(), ts: z.string() }),
  run({ state, messages }, args) {
    const channel = visibleChannel(state, args.channel);
    const message = messageIn(channel, args.ts);
    if (!message.byBot) throw new SlackError('cant_delete_message');
    messages.remove(channel, message);
    return { channel: channel.id, ts: message.ts };
  },
});

export const chatPostEphemeral = method({
  scope: 'chat:write',
  args: z.object({ ...content, channel: z.string(), user: z.string(), thread_ts: z.string().optional() }),
  run({ state, messages }, args) {
    const channel = writableChannel(state, args.channel);
    if (!channel.members.has(args.user)) throw new SlackError('user_not_in_channel', `${args.user} in ${channel.id}`);
    const message = messages.postEphemeral(channel, args.user, checkContent(state, args), args.thread_ts);
    return { message_ts: message.ts };
  },
});

export const chatGetPermalink = method({
  args: z.object({ channel: z.string(), message_ts: z.string() }),
  run({ state }, args) {
    const channel = visibleChannel(state, args.channel);
    return { channel: channel.id, permalink: permalink(state, channel, messageIn(channel, args.message_ts)) };
  },
});
