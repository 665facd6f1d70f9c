import { channelJson, messageJson, viewJson } from './json.ts';
import type { Context } from './method.ts';
import type { Channel, Ephemeral, Message, User, Values, View } from './types.ts';

/** The payloads that Slack sends for what people do: docs.slack.dev/reference/interaction-payloads. */
export function createPayloads(context: Context) {
  const { state, triggers, responseUrls } = context;

  function envelope(type: string, user: User, viewId?: string): Record<string, unknown> {
    return {
      type,
      team: { id: state.team.id, domain: state.team.domain },
      user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId ?? state.team.id },
      api_app_id: state.app.id,
      token: 'practice',
      enterprise: null,
      is_enterprise_install: false,
      trigger_id: triggers.issue(user.id, viewId),
    };
  }

  const place = (channel: Channel) => ({
    id: channel.id,
    name: channel.kind === 'im' ? 'directmessage' : channel.name,
  });

  return {
    messageAction(
      user: User,
      channel: Channel,
      message: Message | Ephemeral,
      action: Record<string, unknown>,
      values: Values,
    ): Record<string, unknown> {
      const ephemeral = 'to' in message;
      const threadTs = message.threadTs;
      return {
        ...envelope('block_actions', user),
        container: {
          type: 'message',
          message_ts: message.ts,
          channel_id: channel.id,
          is_ephemeral: ephemeral,
          ...(threadTs ? { thread_ts: threadTs } : {}),
        },
        channel: place(channel),
        // Slack does not repeat an ephemeral message: nobody but the person can see it.
        ...(ephemeral ? {} : { message: messageJson(state, channel, message) }),
        state: { values },
        response_url: responseUrls.issue({ user: user.id, channel: channel.id, ts: message.ts, threadTs }),
        actions: [action],
      };
    },

    viewAction(user: User, view: View, action: Record<string, unknown>): Record<string, unknown> {
      return {
        ...envelope('block_actions', user, view.id),
        container: { type: 'view', view_id: view.id },
        view: viewJson(state, view),
        actions: [action],
      };
    },

    submission(user: User, view: View): Record<string, unknown> {
      return { ...envelope('view_submission', user, view.id), view: viewJson(state, view), response_urls: [] };
    },

    closed(user: User, view: View, isCleared: boolean): Record<string, unknown> {
      const { trigger_id: _trigger, ...rest } = envelope('view_closed', user);
      // What the form held is not told: the reference shows `"state": { "values": {} }` here.
      return { ...rest, view: { ...viewJson(state, view), state: { values: {} } }, is_cleared: isCleared };
    },

    command(user: User, channel: Channel, command: string, text: string): Record<string, unknown> {
      return {
        token: 'practice',
        team_id: state.team.id,
        team_domain: state.team.domain,
        channel_id: channel.id,
        channel_name: place(channel).name,
        user_id: user.id,
        user_name: user.name,
        command,
        text,
        api_app_id: state.app.id,
        is_enterprise_install: 'false',
        response_url: responseUrls.issue({ user: user.id, channel: channel.id, ts: undefined, threadTs: undefined }),
        trigger_id: triggers.issue(user.id),
      };
    },

    messageShortcut(user: User, channel: Channel, message: Message, callbackId: string): Record<string, unknown> {
      const target = { user: user.id, channel: channel.id, ts: message.ts, threadTs: message.threadTs };
      return {
        ...envelope('message_action', user),
        callback_id: callbackId,
        action_ts: state.nextTs(),
        channel: place(channel),
        message_ts: message.ts,
        message: messageJson(state, channel, message),
        response_url: responseUrls.issue(target),
      };
    },

    globalShortcut(user: User, callbackId: string): Record<string, unknown> {
      return { ...envelope('shortcut', user), callback_id: callbackId, action_ts: state.nextTs() };
    },

    joined: (user: User, channel: Channel, inviter: string): Record<string, unknown> => ({
      type: 'member_joined_channel',
      user: user.id,
      channel: channel.id,
      channel_type: channel.kind === 'private' ? 'G' : 'C',
      team: state.team.id,
      inviter,
      event_ts: state.nextTs(),
    }),

    left: (user: User, channel: Channel): Record<string, unknown> => ({
      type: 'member_left_channel',
      user: user.id,
      channel: channel.id,
      channel_type: channel.kind === 'private' ? 'G' : 'C',
      team: state.team.id,
      event_ts: state.nextTs(),
    }),

    homeOpened: (user: User, channel: Channel, view: View | undefined): Record<string, unknown> => ({
      type: 'app_home_opened',
      user: user.id,
      channel: channelJson(state, channel).id,
      tab: 'home',
      event_ts: state.nextTs(),
      ...(view ? { view: viewJson(state, view) } : {}),
    }),
  };
}

export type Payloads = ReturnType<typeof createPayloads>;
