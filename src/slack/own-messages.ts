import type { MessageMetadata } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { z } from 'zod';
import { METADATA_EVENT } from '../../views/ids.ts';
import type { EffectRow } from '../desk/effect.ts';
import { CallFault } from '../desk/fault.ts';
import { MINUTE_MS } from '../desk/instant.ts';
import type { Ref, SlackMessage } from '../desk/ref.ts';
import { errorCode, toFault } from './fault.ts';
import type { Destination } from './postbox.ts';

/** Finds our own messages again by the metadata that they carry. */
export interface OwnMessages {
  /** The ts of our message, or null. @param since how far back to look. @throws CallFault */
  find(at: Destination, metadata: MessageMetadata, since: Date, now: Date): Promise<string | null>;
  /** Whether answers still hang on a message, which may be gone itself. @throws CallFault */
  hasThread(at: SlackMessage): Promise<boolean>;
  /** A post ended unclear there: what was read before says nothing about it. */
  forget(at: Destination): void;
}

/** One reading of a channel or a thread: our messages by what they carry. */
interface Reading {
  readonly since: Date;
  readonly found: ReadonlyMap<string, string>;
}

const PAGE_SIZE = 900;
/** Clocks differ, and the row was saved before it was sent. */
export const LOOK_BACK_MS = 2 * MINUTE_MS;

/** For good: without the permission to read, a possible double is better than a card that never comes. */
const UNREADABLE = ['missing_scope', 'unknown_method', 'method_not_supported_for_channel_type', 'no_permission'];

const payload = z.object({ ref: z.string(), key: z.string() });
const page = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        metadata: z.object({ event_type: z.string(), event_payload: z.unknown() }).optional().catch(undefined),
      }),
    )
    .default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** What a message of ours carries: whose it is, and for what it was posted. */
export function metadataOf(ref: Ref, row: EffectRow): MessageMetadata {
  // The same key comes back with other lines, some within a minute: each of them is a message of its own.
  const { type } = row.effect;
  const comesBack = type === 'post-again' || type === 'post-offers';
  const key = comesBack ? `${row.key}@${row.savedAt}#${row.revision}` : row.key;
  return { event_type: METADATA_EVENT, event_payload: { ref: `${ref.type}:${ref.id}`, key } };
}

/**
 * A channel is read once for a burst of rows that an earlier process left behind, and again only when a row is older than
 * what was read, or a post there has ended unclear since.
 */
export function createOwnMessages({ client, log }: { client: WebClient; log: Logger }): OwnMessages {
  const readings = new Map<string, Reading>();
  let warned = false;

  async function read({ channel, threadTs }: Destination, since: Date): Promise<Reading> {
    const found = new Map<string, string>();
    const range = { channel, oldest: String(since.getTime() / 1_000), limit: PAGE_SIZE, include_all_metadata: true };
    let cursor = '';
    do {
      const next = { ...range, ...(cursor !== '' && { cursor }) };
      const answer =
        threadTs === null
          ? await client.conversations.history(next)
          : await client.conversations.replies({ ...next, ts: threadTs });
      const { messages, response_metadata } = page.parse(answer);
      for (const { ts, metadata } of messages) {
        const carried = metadata?.event_type === METADATA_EVENT ? payload.safeParse(metadata.event_payload) : undefined;
        if (carried?.success === true) found.set(keyOf(carried.data), ts);
      }
      cursor = response_metadata?.next_cursor ?? '';
    } while (cursor !== '');
    return { since, found };
  }

  return {
    async find(at, metadata, since, now) {
      const known = readings.get(placeOf(at));
      try {
        // Twice as far back as asked: the rows of a burst do not come in the order in which they were saved.
        const reading =
          known !== undefined && known.since <= since
            ? known
            : await read(at, new Date(since.getTime() - (now.getTime() - since.getTime())));
        readings.set(placeOf(at), reading);
        return reading.found.get(keyOf(payload.parse(metadata.event_payload))) ?? null;
      } catch (error) {
        if (errorCode(error) === 'thread_not_found') return null;
        if (!UNREADABLE.includes(errorCode(error) ?? '')) throw new CallFault(toFault(error, 'harmless'), error);
        if (!warned) {
          log.warn(
            { why: errorCode(error) },
            'slack: messages cannot be read back; after a crash one may appear twice',
          );
        }
        warned = true;
        return null;
      }
    },
    async hasThread({ channel, ts }) {
      try {
        const { messages } = page.parse(await client.conversations.replies({ channel, ts, limit: 2 }));
        return messages.some((one) => one.ts !== ts);
      } catch (error) {
        const fault = toFault(error, 'harmless');
        // Not there, or not to be read: a link to nothing helps nobody.
        if (fault.act === 'give-up') return false;
        throw new CallFault(fault, error);
      }
    },
    forget(at) {
      readings.delete(placeOf(at));
    },
  };
}

function placeOf({ channel, threadTs }: Destination): string {
  return `${channel} ${threadTs ?? ''}`;
}

function keyOf({ ref, key }: z.infer<typeof payload>): string {
  return `${ref} ${key}`;
}
