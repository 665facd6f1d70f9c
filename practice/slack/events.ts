import type { Delivered, Delivery } from './delivery.ts';
import { messageJson } from './json.ts';
import type { State } from './state.ts';
import type { Change, Channel, Message } from './types.ts';

/** The events that this Slack can send, each with the scope without which it stays silent. */
export const EVENTS = {
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  app_home_opened: undefined,
  member_joined_channel: 'channels:read',
  member_left_channel: 'channels:read',
  channel_left: 'channels:read',
} as const;

export type EventName = keyof typeof EVENTS;

const CHANNEL_TYPES = { public: 'channel', private: 'group', im: 'im' } as const;
const MESSAGE_EVENTS = { public: 'message.channels', private: 'message.groups', im: 'message.im' } as const;

type MessageChange = Extract<Change, { message: Message; channel: string }>;

/** The Events API: tells the app what happens in the channels where it is a member, its own messages included. */
export function createEvents(deps: { state: State; delivery: Delivery; subscribed: ReadonlySet<EventName> }) {
  const { state, delivery, subscribed } = deps;
  const deliveries = new WeakMap<Message, Promise<Delivered>>();

  function send(name: EventName, event: Record<string, unknown>): Promise<Delivered> | undefined {
    const scope = EVENTS[name];
    if (!subscribed.has(name) || (scope !== undefined && !state.scopes.has(scope))) return undefined;
    const payload = {
      token: 'practice',
      team_id: state.team.id,
      api_app_id: state.app.id,
      event,
      type: 'event_callback',
      event_id: state.newId('Ev'),
      event_time: Math.floor(state.clock.now().getTime() / 1000),
      authorizations: [{ team_id: state.team.id, user_id: state.app.botUserId, is_bot: true }],
      is_ext_shared_channel: false,
    };
    return delivery.deliver({ type: 'events_api', payload, acceptsResponse: false });
  }

  function messageEvent(channel: Channel, change: MessageChange): Record<string, unknown> {
    const { message } = change;
    const place = { channel: channel.id, channel_type: CHANNEL_TYPES[channel.kind] };
    const json = messageJson(state, channel, message);
    switch (change.kind) {
      case 'message_posted':
        return { ...json, ...place, event_ts: message.ts };
      case 'message_updated':
        return { type: 'message', subtype: 'message_changed', hidden: true, message: json, ...place, ...stamps() };
      case 'message_deleted': {
        const left = channel.messages.get(message.ts);
        // With answers it leaves a tombstone, and is reported as changed into that.
        if (left !== undefined) {
          const changed = { message: messageJson(state, channel, left), previous_message: json };
          return { type: 'message', subtype: 'message_changed', hidden: true, ...changed, ...place, ...stamps() };
        }
        return {
          type: 'message',
          subtype: 'message_deleted',
          hidden: true,
          deleted_ts: message.ts,
          previous_message: json,
          ...place,
          ...stamps(),
        };
      }
    }
  }

  function stamps() {
    const ts = state.nextTs();
    return { ts, event_ts: ts };
  }

  state.onChange((change) => {
    if (!('channel' in change) || !('message' in change)) return;
    const channel = state.channels.get(change.channel);
    if (!channel?.members.has(state.app.botUserId)) return;
    const sent = send(MESSAGE_EVENTS[channel.kind], messageEvent(channel, change));
    if (sent) deliveries.set(change.message, sent);
  });

  return {
    send,
    /** The delivery of the event about a message, if the app was told. */
    deliveryOf: (message: Message) => deliveries.get(message),
  };
}

export type Events = ReturnType<typeof createEvents>;
