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

/** So many of those who run a workspace need hear of something. */
const MOST_OWNERS = 5;

/** Who runs the workspace: its owners and administrators, a few of them. The returned function throws `CallFault`. */
export function createOwners(client: WebClient) {
  return async (): Promise<readonly string[]> => {
    const found: string[] = [];
    let cursor = '';
    try {
      for (let page = 0; page < MOST_PAGES && found.length < MOST_OWNERS; page += 1) {
        const answer = await client.users.list({ limit: PAGE, ...(cursor !== '' && { cursor }) });
        for (const { id, is_owner, is_admin, is_bot, deleted } of answer.members ?? []) {
          if (id !== undefined && (is_owner || is_admin) && !is_bot && !deleted) found.push(id);
        }
        cursor = answer.response_metadata?.next_cursor ?? '';
        if (cursor === '') break;
      }
      return found.slice(0, MOST_OWNERS);
    } catch (error) {
      throw new CallFault(toFault(error, 'harmless'), error);
    }
  };
}
