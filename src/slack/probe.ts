import { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { CallFault } from '../desk/fault.ts';
import { clientOptions } from './clients.ts';
import { toFault } from './fault.ts';

interface ProbeConfig {
  /** Ends with a slash. */
  readonly apiUrl: string;
  readonly log: Logger;
}

/** Slack, asked without changing anything. Each call throws `CallFault`. */
export interface SlackProbe {
  /** Who the bot token speaks for, and what it may do. */
  bot(botToken: string): Promise<SlackBot>;
  /** Asks for a socket's address, as Socket Mode does, and lets it lapse. */
  socket(appToken: string): Promise<void>;
  channel(botToken: string, id: string): Promise<SlackChannel>;
  person(botToken: string, id: string): Promise<SlackPerson>;
  /** The ids of the user groups that are enabled. */
  groups(botToken: string): Promise<readonly string[]>;
}

export interface SlackBot {
  readonly name: string;
  readonly team: string;
  readonly url: string;
  /** null where the server does not say. */
  readonly scopes: readonly string[] | null;
}

export interface SlackChannel {
  readonly name: string;
  readonly isMember: boolean;
  readonly isArchived: boolean;
}

export interface SlackPerson {
  readonly name: string;
  readonly isActive: boolean;
}

/** Looks at a workspace for the doctor. */
export function createSlackProbe({ apiUrl, log }: ProbeConfig): SlackProbe {
  const options = clientOptions(apiUrl, log);
  return {
    async bot(botToken) {
      const client = new WebClient(botToken, options);
      const answer = await asked(() => client.auth.test());
      const { user = '', team = '', url = '', response_metadata: metadata } = answer;
      return { name: user, team, url, scopes: metadata?.scopes ?? null };
    },
    async socket(appToken) {
      const client = new WebClient(appToken, options);
      await asked(() => client.apps.connections.open());
    },
    async channel(botToken, id) {
      const client = new WebClient(botToken, options);
      const { channel } = await asked(() => client.conversations.info({ channel: id }));
      return {
        name: channel?.name ?? id,
        isMember: channel?.is_member ?? false,
        isArchived: channel?.is_archived ?? false,
      };
    },
    async person(botToken, id) {
      const client = new WebClient(botToken, options);
      const { user } = await asked(() => client.users.info({ user: id }));
      return { name: user?.name ?? id, isActive: user?.deleted !== true };
    },
    async groups(botToken) {
      const client = new WebClient(botToken, options);
      const { usergroups = [] } = await asked(() => client.usergroups.list({}));
      return usergroups.flatMap(({ id }) => (id === undefined ? [] : [id]));
    },
  };
}

async function asked<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new CallFault(toFault(error, 'harmless'), error);
  }
}
