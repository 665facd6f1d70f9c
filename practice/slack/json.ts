import { repliesTo, type State } from './state.ts';
import type { Channel, Message, StoredFile, User, UserGroup, View } from './types.ts';

/** Slack's public forms of what the state holds: one function for each object of its reference. */

const unixSeconds = (date: Date) => Math.floor(date.getTime() / 1000);

/** @param origin where its bytes are served, to whoever has the bot's token; left out where nobody needs them */
export function fileJson(state: State, file: StoredFile, origin?: string): Record<string, unknown> {
  const user = file.user ?? state.app.botUserId;
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    size: file.size,
    user,
    ...(file.mimetype === undefined ? {} : { mimetype: file.mimetype, filetype: file.name.split('.').at(-1) ?? '' }),
    ...(origin === undefined ? {} : { url_private: `${origin}/files-pri/${file.id}/${encodeURIComponent(file.name)}` }),
    permalink: `https://${state.team.domain}.slack.com/files/${user}/${file.id}/${file.name}`,
    ...(file.altText ? { alt_txt: file.altText } : {}),
  };
}

function threadJson(channel: Channel, message: Message): Record<string, unknown> {
  if (message.threadTs !== undefined && message.threadTs !== message.ts) {
    const parent = channel.messages.get(message.threadTs);
    return { thread_ts: message.threadTs, ...(parent ? { parent_user_id: parent.user } : {}) };
  }
  const replies = message.threadTs === undefined ? [] : repliesTo(channel, message.ts);
  if (replies.length === 0) return {};
  const users = [...new Set(replies.map(({ user }) => user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users,
    latest_reply: replies.at(-1)?.ts,
    subscribed: false,
    is_locked: false,
  };
}

/** @param withMetadata true only where the reader asked for it. */
export function messageJson(
  state: State,
  channel: Channel,
  message: Message,
  withMetadata = false,
): Record<string, unknown> {
  return {
    type: 'message',
    ...(message.subtype ? { subtype: message.subtype } : {}),
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: state.team.id,
    ...(message.byBot ? { bot_id: state.app.botId, app_id: state.app.id } : {}),
    ...(message.blocks ? { blocks: message.blocks } : {}),
    ...(message.attachments ? { attachments: message.attachments } : {}),
    ...(message.editedTs ? { edited: { user: message.user, ts: message.editedTs } } : {}),
    ...(message.files.length > 0 ? { files: message.files.map((file) => fileJson(state, file)), upload: true } : {}),
    ...(message.reactions.size > 0
      ? { reactions: [...message.reactions].map(([name, users]) => ({ name, users, count: users.length })) }
      : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
    ...threadJson(channel, message),
  };
}

/** People of another company are in it. */
function isExternal(state: State, channel: Channel): boolean {
  return [...channel.members].some((member) => state.users.get(member)?.teamId !== undefined);
}

export function channelJson(state: State, channel: Channel): Record<string, unknown> {
  const shared = {
    id: channel.id,
    created: channel.createdSeconds,
    is_archived: channel.archived,
    is_org_shared: false,
  };
  if (channel.kind === 'im') {
    const other = [...channel.members].find((member) => member !== state.app.botUserId);
    return { ...shared, is_im: true, is_open: true, user: other, priority: 0 };
  }
  return {
    ...shared,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_general: false,
    is_shared: isExternal(state, channel),
    is_ext_shared: isExternal(state, channel),
    is_member: channel.members.has(state.app.botUserId),
    creator: [...channel.members][0] ?? state.app.botUserId,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    num_members: channel.members.size,
  };
}

/** Whether the app can see this person in a channel. */
function isShown(state: State, user: User): boolean {
  return [...state.channels.values()].some(
    ({ members, kind }) => kind !== 'im' && members.has(user.id) && members.has(state.app.botUserId),
  );
}

export function userJson(state: State, user: User, withLocale = false): Record<string, unknown> {
  return {
    id: user.id,
    team_id: user.teamId ?? state.team.id,
    name: user.name,
    deleted: user.deleted,
    real_name: user.realName,
    tz: user.tz,
    is_admin: user.isAdmin ?? false,
    ...(withLocale ? { locale: user.locale ?? 'en-US' } : {}),
    is_owner: false,
    is_bot: user.isBot,
    is_app_user: false,
    // https://docs.slack.dev/reference/objects/user-object: a guest of one channel is both.
    is_restricted: user.guest !== undefined,
    is_ultra_restricted: user.guest === 'single',
    // False also for somebody of another workspace whom a shared channel shows: only their `team_id` tells.
    ...(user.teamId === undefined ? {} : { is_stranger: !isShown(state, user) }),
    updated: unixSeconds(state.clock.now()),
    profile: {
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.name,
      display_name_normalized: user.name,
      avatar_hash: '',
      title: '',
      phone: '',
      skype: '',
      status_text: '',
      status_emoji: '',
      fields: null,
      team: state.team.id,
      ...(user.email ? { email: user.email } : {}),
    },
  };
}

export function userGroupJson(state: State, group: UserGroup): Record<string, unknown> {
  return {
    id: group.id,
    team_id: state.team.id,
    is_usergroup: true,
    is_subteam: true,
    name: group.name,
    description: '',
    handle: group.handle,
    is_external: false,
    date_create: 0,
    date_update: 0,
    date_delete: 0,
    auto_type: null,
    auto_provision: false,
    enterprise_subteam_id: '',
    created_by: state.app.botUserId,
    updated_by: state.app.botUserId,
    deleted_by: null,
    prefs: { channels: [], groups: [] },
    user_count: group.users.length,
  };
}

/** A view as methods answer it and interactions carry it; inputs' state included. */
export function viewJson(state: State, view: View): Record<string, unknown> {
  const { source } = view;
  const shared = {
    id: view.id,
    team_id: state.team.id,
    app_id: state.app.id,
    app_installed_team_id: state.team.id,
    bot_id: state.app.botId,
    type: source.type,
    blocks: source.blocks,
    private_metadata: source.private_metadata ?? '',
    callback_id: source.callback_id ?? '',
    external_id: source.external_id ?? '',
    state: { values: view.values },
    hash: view.hash,
    root_view_id: view.rootId,
    previous_view_id: view.previousId,
  };
  if (source.type === 'home') return shared;
  return {
    ...shared,
    title: source.title,
    close: source.close ?? null,
    submit: source.submit ?? null,
    clear_on_close: source.clear_on_close ?? false,
    notify_on_close: source.notify_on_close ?? false,
  };
}
