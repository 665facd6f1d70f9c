import { SlackError } from './errors.ts';
import { requireScope } from './require-scope.ts';
import { directMessage, type State } from './state.ts';
import type { Channel, Message } from './types.ts';

const SCOPE_GROUPS = { public: 'channels', private: 'groups', im: 'im' } as const;

/** A conversation that the app may see: private ones only as a member. @throws SlackError `channel_not_found`. */
export function visibleChannel(state: State, id: string): Channel {
  const channel = state.channels.get(id);
  const seen = channel && (channel.kind === 'public' || channel.members.has(state.app.botUserId));
  if (!seen) throw new SlackError('channel_not_found', `there is no channel ${id} that the app can see`);
  return channel;
}

/** The same, with the scope that Slack asks for this kind of conversation: `channels:read`, `im:history` … */
export function readableChannel(state: State, id: string, what: 'read' | 'history'): Channel {
  const channel = visibleChannel(state, id);
  requireScope(state, `${SCOPE_GROUPS[channel.kind]}:${what}`);
  if (what === 'history' && !channel.members.has(state.app.botUserId)) throw new SlackError('not_in_channel');
  return channel;
}

/** Where the app may write: an id of a channel, or of a person for a direct message. */
export function writableChannel(state: State, id: string): Channel {
  const channel = state.users.has(id) ? directMessage(state, id) : visibleChannel(state, id);
  if (!channel.members.has(state.app.botUserId)) throw new SlackError('not_in_channel', `the app is not in ${id}`);
  if (channel.archived) throw new SlackError('is_archived');
  return channel;
}

/** @throws SlackError `message_not_found`; what was deleted counts as not there. */
export function messageIn(channel: Channel, ts: string): Message {
  const message = channel.messages.get(ts);
  if (!message || message.subtype === 'tombstone') throw new SlackError('message_not_found', `${channel.id} ${ts}`);
  return message;
}

export function permalink(state: State, channel: Channel, message: Message): string {
  const address = `https://${state.team.domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}`;
  const inThread = message.threadTs !== undefined && message.threadTs !== message.ts;
  return inThread ? `${address}?thread_ts=${message.threadTs}&cid=${channel.id}` : address;
}
