import type { WebClient } from '@slack/web-api';
import type { Clock } from '../clock.ts';
import { CallFault } from '../desk/fault.ts';
import { MINUTE_MS, SECOND_MS, type UserId } from '../desk/instant.ts';
import { toFault } from './fault.ts';
import { createProfiles, type Profiles } from './profiles.ts';
import { createUserGroups, type UserGroup } from './user-groups.ts';

/** The workspace in which the bot lives, and the bot. */
export interface Workspace {
  /** Ends with a slash: `https://acme.slack.com/`. */
  readonly url: string;
  readonly team: string;
  readonly botUserId: string;
  readonly botId: string;
}

/** `unknown` says why Slack did not tell who is in a group, where nothing was known from before. */
export type Membership = { readonly isMember: boolean; readonly unknown: string | null };

export interface People extends Profiles {
  /** Whether a person is one of these users (`U…`) or in one of these user groups (`S…`). */
  isMember(user: UserId, ids: readonly string[]): Promise<Membership>;
  /** The workspace's user groups. @throws CallFault */
  groups(): Promise<readonly UserGroup[]>;
  /** @throws Error that names the variable to correct. */
  workspace(): Promise<Workspace>;
}

interface PeopleDeps {
  readonly client: WebClient;
  readonly clock: Clock;
}

interface Group {
  readonly users: readonly string[];
  readonly readAtMs: number;
}

const FRESH_MS = 5 * MINUTE_MS;
/** A press waits this long for a newer list; its trigger lives three seconds. */
const PATIENCE_MS = SECOND_MS;

/** Who is who in Slack. User groups are remembered for five minutes, and longer while Slack does not answer. */
export function createPeople({ client, clock }: PeopleDeps): People {
  const groups = new Map<string, Group>();
  const underWay = new Map<string, Promise<Group>>();

  function read(id: string): Promise<Group> {
    const running = underWay.get(id) ?? fetchGroup(id).finally(() => underWay.delete(id));
    underWay.set(id, running);
    return running;
  }

  async function fetchGroup(id: string): Promise<Group> {
    try {
      const { users = [] } = await client.usergroups.users.list({ usergroup: id });
      const group = { users, readAtMs: clock.monotonicMs() };
      groups.set(id, group);
      return group;
    } catch (error) {
      throw new CallFault(toFault(error, 'harmless'), error);
    }
  }

  async function usersOf(id: string): Promise<readonly string[] | { readonly why: string }> {
    const known = groups.get(id);
    if (known !== undefined && clock.monotonicMs() - known.readAtMs < FRESH_MS) return known.users;
    try {
      if (known === undefined) return (await read(id)).users;
      return (await orSoon(read(id), known)).users;
    } catch (error) {
      if (known !== undefined) return known.users;
      return { why: error instanceof Error ? error.message : String(error) };
    }
  }

  /** What is known already, when the newer answer takes too long. */
  async function orSoon(newer: Promise<Group>, known: Group): Promise<Group> {
    let cancel = () => {};
    const patience = new Promise<Group>((resolve) => {
      cancel = clock.after(PATIENCE_MS, () => resolve(known));
    });
    try {
      return await Promise.race([newer, patience]);
    } finally {
      cancel();
      // It may still fail when nobody waits for it any more.
      newer.catch(() => {});
    }
  }

  return {
    ...createProfiles(client),
    groups: createUserGroups(client, clock),

    async isMember(user, ids) {
      if (ids.includes(user)) return { isMember: true, unknown: null };
      const answers = await Promise.all(ids.filter((id) => id.startsWith('S')).map(usersOf));
      if (answers.some((users) => !('why' in users) && users.includes(user))) return { isMember: true, unknown: null };
      const unknown = answers.find((users) => 'why' in users);
      return { isMember: false, unknown: unknown !== undefined && 'why' in unknown ? unknown.why : null };
    },

    async workspace() {
      try {
        const { url = '', team = '', user_id: botUserId = '', bot_id: botId = '' } = await client.auth.test();
        return { url: url.endsWith('/') ? url : `${url}/`, team, botUserId, botId };
      } catch (error) {
        throw new Error(startFault(error), { cause: error });
      }
    },
  };
}

function startFault(error: unknown): string {
  const fault = toFault(error, 'harmless');
  if (fault.act === 'give-up' && fault.code === 'revoked') {
    return `SLACK_BOT_TOKEN is not accepted (${fault.why}): copy the "Bot User OAuth Token" of the installed app again.`;
  }
  if (fault.act === 'give-up') return `SLACK_BOT_TOKEN can't be used: ${fault.why}.`;
  return `Slack can't be asked who we are: ${fault.why}. Check the network, and SLACK_API_URL if it is set.`;
}
