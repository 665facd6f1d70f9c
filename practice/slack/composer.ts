import type { State } from './state.ts';

const BROADCASTS = ['here', 'channel', 'everyone'];

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * What Slack makes of a text that a person typed: entities for `&`, `<`, `>`, ids for people, user groups and
 * channels that exist, pings, addresses in angle brackets. Slash commands with `should_escape` name them: `<@U1|anna>`.
 */
export function typed(state: State, text: string, named = false): string {
  const label = (name: string) => (named ? `|${name}` : '');
  const users = new Map([...state.users.values()].map((user) => [user.name, user]));
  const groups = new Map([...state.userGroups.values()].map((group) => [group.handle, group]));
  const channels = new Map([...state.channels.values()].map((channel) => [channel.name, channel]));
  return escaped(text)
    .replace(/(^|[\s(])@([\w.-]*\w)/g, (whole, before: string, name: string) => {
      if (BROADCASTS.includes(name)) return `${before}<!${name}>`;
      const user = users.get(name);
      if (user) return `${before}<@${user.id}${label(name)}>`;
      const group = groups.get(name);
      return group ? `${before}<!subteam^${group.id}|@${name}>` : whole;
    })
    .replace(/(^|[\s(])#([\w-]+)/g, (whole, before: string, name: string) => {
      const channel = channels.get(name);
      return channel && channel.kind !== 'im' ? `${before}<#${channel.id}|${name}>` : whole;
    })
    .replace(/(^|[\s(])(https?:\/\/[^\s<>|]+)/g, '$1<$2>');
}
