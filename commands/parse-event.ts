import { z } from 'zod';
import type { SlackPress } from './handler.ts';
import { keyOf, NOTHING } from './press-key.ts';

/** Without a subtype: not edited, deleted, joined. A file or a copy to the channel is still a person's answer. */
const message = z.object({
  type: z.literal('message'),
  subtype: z.enum(['file_share', 'thread_broadcast', 'me_message']).optional(),
  bot_id: z.undefined().optional(),
  user: z.string(),
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().default(''),
});
/** A message with answers leaves a tombstone in the place where it stood: only its own change tells. */
const deleted = z.object({
  type: z.literal('message'),
  subtype: z.literal('message_deleted'),
  channel: z.string(),
  deleted_ts: z.string(),
});
const buried = z.object({
  type: z.literal('message'),
  subtype: z.literal('message_changed'),
  channel: z.string(),
  message: z.object({ subtype: z.literal('tombstone'), ts: z.string() }),
});
const homeOpened = z.object({
  type: z.literal('app_home_opened'),
  tab: z.literal('home'),
  user: z.string(),
  event_ts: z.string(),
});
const event = z.object({
  event_id: z.string().optional(),
  event: z.union([homeOpened, message, deleted, buried]),
});

/** An event of the Events API; null for what concerns none of our handlers. */
export function parseEvent(body: unknown): SlackPress | null {
  const { data } = event.safeParse(body);
  if (data === undefined) return null;
  const happened = data.event;
  if (happened.type === 'app_home_opened') {
    const key = keyOf('home', happened.user, data.event_id ?? happened.event_ts);
    return { ...NOTHING, kind: 'event', name: happened.type, by: happened.user, key, delivery: key };
  }
  if (happened.subtype === 'message_deleted') return deletedMessage(happened.channel, happened.deleted_ts, false);
  if (happened.subtype === 'message_changed') return deletedMessage(happened.channel, happened.message.ts, true);
  const key = keyOf('message', happened.channel, happened.ts);
  return {
    ...NOTHING,
    kind: 'event',
    name: happened.type,
    by: happened.user,
    key,
    delivery: key,
    channel: happened.channel,
    messageTs: happened.ts,
    threadTs: happened.thread_ts ?? null,
    text: happened.text,
  };
}

/** Slack does not say by whom. @param hasThread whether answers hang on it */
function deletedMessage(channel: string, ts: string, hasThread: boolean): SlackPress {
  const key = keyOf('message_deleted', channel, ts);
  const threadTs = hasThread ? ts : null;
  return {
    ...NOTHING,
    kind: 'event',
    name: 'message_deleted',
    by: '',
    key,
    delivery: key,
    channel,
    messageTs: ts,
    threadTs,
  };
}
