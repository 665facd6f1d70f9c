import type { MessageMetadata } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { ChartedMessage } from '../../views/message.ts';
import { CallFault } from '../desk/fault.ts';
import type { SlackMessage } from '../desk/ref.ts';
import { toFault } from './fault.ts';

/** Posts and updates messages. Throws `CallFault`; a message whose blocks Slack refuses is sent in a simpler form. */
export interface Postbox {
  post(
    to: Destination,
    message: ChartedMessage,
    plain: ChartedMessage | null,
    metadata: MessageMetadata,
  ): Promise<SlackMessage>;
  update(at: SlackMessage, message: ChartedMessage, plain: ChartedMessage | null): Promise<SlackMessage>;
  /** The channel of the direct messages with a person. */
  direct(user: string): Promise<string>;
}

export interface Destination {
  readonly channel: string;
  readonly threadTs: string | null;
}

interface PostboxDeps {
  readonly client: WebClient;
  readonly log: Logger;
}

export function createPostbox({ client, log }: PostboxDeps): Postbox {
  const directs = new Map<string, string>();

  /** The forms of a message, from the richest to the text alone, until Slack takes one. */
  async function inSomeForm<T>(
    message: ChartedMessage,
    plain: ChartedMessage | null,
    send: (form: ChartedMessage) => Promise<T>,
  ): Promise<T> {
    const simpler = [...(plain === null ? [] : [plain]), { text: message.text, blocks: [] }];
    let form = message;
    for (;;) {
      try {
        return await send(form);
      } catch (error) {
        const next = isBlocksRefused(error) ? simpler.shift() : undefined;
        if (next === undefined) throw error;
        log.warn(
          { why: error instanceof Error ? error.message : '' },
          'slack refused the blocks: sent in a simpler form',
        );
        form = next;
      }
    }
  }

  return {
    post: (to, message, plain, metadata) =>
      inSomeForm(message, plain, async ({ text, blocks }) => {
        const thread = to.threadTs === null ? {} : { thread_ts: to.threadTs };
        const quiet = { unfurl_links: false, unfurl_media: false };
        try {
          const { ts } = await client.chat.postMessage({
            channel: to.channel,
            text,
            blocks,
            metadata,
            ...thread,
            ...quiet,
          });
          return messageAt(to.channel, ts);
        } catch (error) {
          throw asCallFault(error, 'doubles');
        }
      }),

    update: (at, message, plain) =>
      inSomeForm(message, plain, async ({ text, blocks }) => {
        try {
          await client.chat.update({ channel: at.channel, ts: at.ts, text, blocks });
          return at;
        } catch (error) {
          throw asCallFault(error, 'harmless');
        }
      }),

    async direct(user) {
      const known = directs.get(user);
      if (known !== undefined) return known;
      try {
        const id = (await client.conversations.open({ users: user })).channel?.id;
        if (id === undefined) throw new Error('conversations.open named no channel');
        directs.set(user, id);
        return id;
      } catch (error) {
        throw asCallFault(error, 'harmless');
      }
    },
  };
}

function messageAt(channel: string, ts: string | undefined): SlackMessage {
  if (ts === undefined) throw new CallFault({ act: 'unclear', why: 'Slack took a message and named no ts' });
  return { channel, ts };
}

function asCallFault(error: unknown, twice: 'doubles' | 'harmless'): CallFault {
  return error instanceof CallFault ? error : new CallFault(toFault(error, twice), error);
}

function isBlocksRefused(error: unknown): boolean {
  return error instanceof CallFault && error.fault.act === 'give-up' && error.fault.code === 'blocks-refused';
}
