import type { WebClient } from '@slack/web-api';
import type { Clock } from '../clock.ts';
import { CallFault, type Fault } from '../desk/fault.ts';
import { SECOND_MS, type UserId } from '../desk/instant.ts';
import { toFault } from './fault.ts';
import { createChannelMembers, createGroupMembers } from './members.ts';
import { createProfiles, type Profiles, type Standing } from './profiles.ts';
import { createRecall, type Recalled } from './recall.ts';
import { createUserGroups, type UserGroup } from './user-groups.ts';

/** The workspace in which the bot lives, and the bot. */
export interface Workspace {
  /** Ends with a slash: `https://acme.slack.com/`. */
  readonly url: string;
  readonly team: string;
  readonly botUserId: string;
  readonly botId: string;
}

/** `unknown` says why Slack did not tell who is in a group or channel, where nothing was known from before. */
export type Membership = { readonly isMember: boolean; readonly unknown: string | null };

export interface People extends Omit<Profiles, 'standing'> {
  /** Whether a person is one of these users (`U…`) or in one of these user groups (`S…`). */
  isMember(user: UserId, ids: readonly string[]): Promise<Membership>;
  /** Who is in a user group; null where Slack does not say and never did. */
  membersOf(group: string): Promise<readonly UserId[] | null>;
  /** Whether a person is in one of these channels. */
  isIn(user: UserId, channels: readonly string[]): Promise<Membership>;
  /** Whether a person belongs to the company: see Profiles. */
  standing(user: UserId): Promise<Recalled<Standing>>;
  /** The workspace's user groups. @throws CallFault */
  groups(): Promise<readonly UserGroup[]>;
  /** @throws CallFault that names the variable to correct. */
  workspace(): Promise<Workspace>;
}

interface PeopleDeps {
  readonly client: WebClient;
  readonly clock: Clock;
}

/** Whoever is said not to be in a channel may have joined it since: Slack is asked again, but not at every press. */
const JOINED_MS = 10 * SECOND_MS;

/** Who is who in Slack, remembered for five minutes, and longer while Slack does not answer; see recall.ts. */
export function createPeople({ client, clock }: PeopleDeps): People {
  const profiles = createProfiles(client);
  const usersOf = createRecall(clock, createGroupMembers(client));
  const membersOf = createRecall(clock, createChannelMembers(client));
  const standingOf = createRecall(clock, (user) => profiles.standing(user));

  return {
    ...profiles,
    groups: createUserGroups(client, clock),
    standing: (user) => standingOf(user),

    async isMember(user, ids) {
      if (ids.includes(user)) return { isMember: true, unknown: null };
      return membership(user, await Promise.all(ids.filter((id) => id.startsWith('S')).map((id) => usersOf(id))));
    },

    async membersOf(group) {
      const known = await usersOf(group);
      return 'value' in known ? known.value : null;
    },

    async isIn(user, channels) {
      const known = membership(user, await Promise.all(channels.map((id) => membersOf(id))));
      if (known.isMember) return known;
      return membership(user, await Promise.all(channels.map((id) => membersOf(id, JOINED_MS))));
    },

    async workspace() {
      try {
        const { url = '', team = '', user_id: botUserId = '', bot_id: botId = '' } = await client.auth.test();
        return { url: url.endsWith('/') ? url : `${url}/`, team, botUserId, botId };
      } catch (error) {
        const fault = toFault(error, 'harmless');
        // What ends a start is printed and logged: the remedy stands in both, with Slack's own words only where no secret is in them.
        const logged = startFault({ ...fault, why: fault.logged ?? fault.why });
        throw new CallFault({ ...fault, why: startFault(fault), logged }, error);
      }
    },
  };
}

function membership(user: UserId, lists: readonly Recalled<readonly string[]>[]): Membership {
  if (lists.some((list) => 'value' in list && list.value.includes(user))) return { isMember: true, unknown: null };
  const unknown = lists.find((list) => 'why' in list);
  return { isMember: false, unknown: unknown !== undefined && 'why' in unknown ? unknown.why : null };
}

/** What to do about a bot token that Slack does not take, or not any more. @param why Slack's words */
export function botTokenRefused(why: string): string {
  return `SLACK_BOT_TOKEN is not accepted (${why}): copy the "Bot User OAuth Token" of the installed app again. Nothing is lost; what waits goes on at the next start.`;
}

function startFault(fault: Fault): string {
  if (fault.act === 'give-up' && fault.code === 'revoked') {
    return botTokenRefused(fault.why);
  }
  if (fault.act === 'give-up') return `SLACK_BOT_TOKEN can't be used: ${fault.why}.`;
  return `Slack can't be asked who we are: ${fault.why}. Check the network, and SLACK_API_URL if it is set.`;
}
