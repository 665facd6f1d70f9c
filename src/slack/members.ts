import type { WebClient } from '@slack/web-api';
import { CallFault } from '../desk/fault.ts';
import { toFault } from './fault.ts';

/** Who is in a user group. The returned function throws `CallFault`. */
export function createGroupMembers(client: WebClient) {
  return async (usergroup: string): Promise<readonly string[]> => {
    try {
      return (await client.usergroups.users.list({ usergroup })).users ?? [];
    } catch (error) {
      throw new CallFault(toFault(error, 'harmless'), error);
    }
  };
}

/** The most that Slack gives at once: https://docs.slack.dev/reference/methods/conversations.members */
const PAGE = 999;
/** A channel of more people than this is no team's desk; the press that asks has three seconds. */
const MOST_PAGES = 10;

/** Who is in a channel. The returned function throws `CallFault`. */
export function createChannelMembers(client: WebClient) {
  async function pageOf(channel: string, cursor: string) {
    try {
      return await client.conversations.members({ channel, limit: PAGE, ...(cursor !== '' && { cursor }) });
    } catch (error) {
      throw new CallFault(toFault(error, 'harmless'), error);
    }
  }

  return async (channel: string): Promise<readonly string[]> => {
    const all: string[] = [];
    let cursor = '';
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { members = [], response_metadata } = await pageOf(channel, cursor);
      all.push(...members);
      cursor = response_metadata?.next_cursor ?? '';
      if (cursor === '') break;
    }
    return all;
  };
}
