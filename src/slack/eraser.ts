import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { METADATA_EVENT } from '../../views/ids.ts';
import type { Span } from '../desk/erasure.ts';
import { CallFault } from '../desk/fault.ts';
import type { SlackMessage } from '../desk/ref.ts';
import { errorCode, toFault } from './fault.ts';
import type { EraseJob, SlackEraser } from './index.ts';

interface EraserDeps {
  /** The dispatcher's own client. */
  readonly client: WebClient;
  /** Whose messages and files are ours. */
  readonly botUserId: string;
}

const PAGE_SIZE = 900;
const FILES_A_PAGE = 100;

const message = z.object({
  ts: z.string(),
  user: z.string().optional(),
  subtype: z.string().optional(),
  text: z.string().default(''),
  blocks: z.unknown().optional(),
  reply_count: z.number().default(0),
  files: z.array(z.object({ id: z.string(), user: z.string().optional() })).default([]),
  metadata: z
    .object({ event_type: z.literal(METADATA_EVENT), event_payload: z.object({ ref: z.string(), key: z.string() }) })
    .optional()
    .catch(undefined),
});
type Found = z.infer<typeof message>;

const page = z.object({
  messages: z.array(message).default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
const fileList = z.object({
  files: z.array(z.object({ id: z.string() })).default([]),
  paging: z.object({ pages: z.number().default(1) }).optional(),
});

/** What is gone already is as it was to be. */
const GONE = ['message_not_found', 'thread_not_found', 'file_not_found', 'file_deleted'];

/** Deletes copies of ours in Slack: it looks for what is there and deletes that, so that twice is once. */
export function createEraser({ client, botUserId }: EraserDeps): SlackEraser {
  const isOurs = (one: Found) => one.user === botUserId;

  async function read(at: { readonly channel: string; readonly ts?: string }, span?: Span): Promise<readonly Found[]> {
    const found: Found[] = [];
    const range = span && { oldest: seconds(span.from), latest: seconds(span.to) };
    let cursor = '';
    do {
      const next = { limit: PAGE_SIZE, include_all_metadata: true, ...range, ...(cursor !== '' && { cursor }) };
      const { channel, ts } = at;
      const answer =
        ts === undefined
          ? await client.conversations.history({ channel, ...next })
          : await client.conversations.replies({ channel, ts, ...next });
      const { messages, response_metadata } = page.parse(answer);
      found.push(...messages);
      cursor = response_metadata?.next_cursor ?? '';
    } while (cursor !== '');
    return found;
  }

  async function remove(channel: string, { ts, files }: Pick<Found, 'ts' | 'files'>): Promise<void> {
    for (const file of files.filter(({ user }) => user === botUserId)) await removeFile(file.id);
    await orGone(() => client.chat.delete({ channel, ts }));
  }

  async function removeFile(file: string): Promise<void> {
    await orGone(() => client.files.delete({ file }));
  }

  /** A message of ours with what we wrote below it; returns what others wrote there. */
  async function removeWhole({ channel, ts }: SlackMessage): Promise<readonly SlackMessage[]> {
    const thread = (await orGone(() => read({ channel, ts }))) ?? [];
    const replies = thread.filter((one) => one.ts !== ts && one.subtype !== 'tombstone');
    for (const reply of replies.filter(isOurs)) await remove(channel, reply);
    const root = thread.find((one) => one.ts === ts);
    if (root !== undefined && root.subtype !== 'tombstone') await remove(channel, root);
    return replies.filter((one) => !isOurs(one)).map((one) => ({ channel, ts: one.ts }));
  }

  async function removeAll(channel: string, found: readonly Found[]): Promise<readonly SlackMessage[]> {
    const left: SlackMessage[] = [];
    for (const one of found) {
      if (one.reply_count > 0) left.push(...(await removeWhole({ channel, ts: one.ts })));
      else await remove(channel, one);
    }
    return left;
  }

  async function removeFiles(since: string): Promise<void> {
    const ids: string[] = [];
    for (let number = 1, pages = 1; number <= pages; number += 1) {
      const wish = { user: botUserId, ts_from: seconds(since), count: FILES_A_PAGE, page: number };
      const { files, paging } = fileList.parse(await client.files.list(wish));
      ids.push(...files.map(({ id }) => id));
      pages = paging?.pages ?? 1;
    }
    for (const id of new Set(ids)) await removeFile(id);
  }

  async function carryOut({ erasure, ref, spare }: EraseJob): Promise<readonly SlackMessage[]> {
    switch (erasure.what) {
      case 'message':
        return removeWhole(erasure.at);
      case 'notes': {
        const thread = (await orGone(() => read(erasure.at))) ?? [];
        const named = thread.filter((one) => isOurs(one) && erasure.keys.includes(keyOf(one)));
        for (const one of named) await remove(erasure.at.channel, one);
        return [];
      }
      case 'direct': {
        const channel = (await client.conversations.open({ users: erasure.user })).channel?.id;
        if (channel === undefined) throw new Error('conversations.open named no channel');
        const { keys, card } = erasure;
        const isMeant = (one: Found) => keys === null || keys.some((key) => keyOf(one).startsWith(key));
        const about = (await read({ channel }, erasure.span)).filter(
          (one) => isOurs(one) && isMeant(one) && (refOf(one) === ref || names(one, card, ref)),
        );
        return removeAll(channel, about);
      }
      case 'lines': {
        const { channel, card, span } = erasure;
        const lines = (await read({ channel }, span)).filter(
          (one) => isOurs(one) && refOf(one).startsWith('channel:') && names(one, card, ref) && !isAmong(spare, one.ts),
        );
        return removeAll(channel, lines);
      }
      case 'files':
        await removeFiles(erasure.since);
        return [];
    }
  }

  return {
    async erase(job) {
      try {
        return await carryOut(job);
      } catch (error) {
        throw error instanceof CallFault ? error : new CallFault(toFault(error, 'harmless'), error);
      }
    },
  };
}

async function orGone<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (GONE.includes(errorCode(error) ?? '')) return null;
    throw error;
  }
}

/** Whether a message links to a card, or has a button that is about its mention: one that shares a card has no link. */
function names({ text, blocks }: Found, card: SlackMessage | null, ref: string): boolean {
  const shown = JSON.stringify([text, blocks]);
  if (shown.includes(buttonOf(ref))) return true;
  return card !== null && shown.includes(`archives/${card.channel}/p${card.ts.replace('.', '')}`);
}

/** How every button begins that is about this (`type:id`), as it stands in a message's JSON. */
function buttonOf(ref: string): string {
  const colon = ref.indexOf(':');
  const value = JSON.stringify([ref.slice(0, colon), ref.slice(colon + 1)]);
  return JSON.stringify(value.slice(0, -1)).slice(1, -1);
}

function isAmong(messages: readonly SlackMessage[], ts: string): boolean {
  return messages.some((one) => one.ts === ts);
}

function refOf({ metadata }: Found): string {
  return metadata?.event_payload.ref ?? '';
}

function keyOf({ metadata }: Found): string {
  return metadata?.event_payload.key ?? '';
}

function seconds(instant: string): string {
  return String(Date.parse(instant) / 1_000);
}
