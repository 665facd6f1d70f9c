import type { WebClient } from '@slack/web-api';
import { CallFault } from '../desk/fault.ts';
import type { UserId } from '../desk/instant.ts';
import { toFault } from './fault.ts';

export interface Profiles {
  /**
   * The language of a person's own Slack, such as `de-DE`; null when Slack does not say. Slack tells an app no language
   * of the whole workspace. @throws CallFault
   */
  locale(user: UserId): Promise<string | null>;
  /** What a person is called in Slack; their id when it does not say. @throws CallFault */
  name(user: UserId): Promise<string>;
  /** Whether a person is an owner or administrator of the workspace. @throws CallFault */
  runsWorkspace(user: UserId): Promise<boolean>;
  /** Whether it is a person who can still be reached: no bot, and not deactivated. @throws CallFault */
  isPerson(user: UserId): Promise<boolean>;
}

/** Slack's own bot, which it does not call one. */
const SLACKBOT = 'USLACKBOT';

/** https://docs.slack.dev/reference/methods/users.info */
export function createProfiles(client: WebClient): Profiles {
  async function read(user: UserId) {
    try {
      return (await client.users.info({ user, include_locale: true })).user;
    } catch (error) {
      throw new CallFault(toFault(error, 'harmless'), error);
    }
  }

  return {
    async locale(user) {
      return (await read(user))?.locale ?? null;
    },
    async name(user) {
      const profile = await read(user);
      return profile?.profile?.display_name || profile?.real_name || profile?.name || user;
    },
    async runsWorkspace(user) {
      const profile = await read(user);
      return profile?.is_owner === true || profile?.is_admin === true;
    },
    async isPerson(user) {
      if (user === SLACKBOT) return false;
      const profile = await read(user);
      return profile?.is_bot !== true && profile?.deleted !== true;
    },
  };
}
