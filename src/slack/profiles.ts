import type { AuthTestResponse, WebClient } from '@slack/web-api';
import { CallFault } from '../desk/fault.ts';
import type { UserId } from '../desk/instant.ts';
import { toFault } from './fault.ts';

/** Of the company, a guest in its workspace, or somebody of another company in a shared channel. */
export type Standing = 'member' | 'guest' | 'stranger';

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
  /** @throws CallFault */
  standing(user: UserId): Promise<Standing>;
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

  /** Never changes while the app runs. */
  let us: AuthTestResponse | null = null;

  async function ourselves() {
    try {
      us ??= await client.auth.test();
      return us;
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
    // https://docs.slack.dev/reference/objects/user-object: a workspace of the same organisation is no other company.
    async standing(user) {
      const [profile, us] = await Promise.all([read(user), ourselves()]);
      if (profile?.is_restricted || profile?.is_ultra_restricted) return 'guest';
      const sameOrganisation = us.enterprise_id && profile?.enterprise_user?.enterprise_id === us.enterprise_id;
      const isElsewhere = profile?.team_id !== undefined && profile.team_id !== us.team_id && !sameOrganisation;
      return profile?.is_stranger || isElsewhere ? 'stranger' : 'member';
    },
  };
}
