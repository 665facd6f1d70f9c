import { checkMessageBlocks } from './blocks/check.ts';
import type { Block } from './blocks/layout.ts';
import { SlackError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { fromJson } from './method.ts';
import { repliesTo, type State } from './state.ts';
import type { Channel, Ephemeral, Message, Metadata, StoredFile } from './types.ts';

export interface Content {
  text: string;
  blocks?: Block[];
  attachments?: unknown[];
}

export interface Draft extends Content {
  user: string;
  metadata?: Metadata;
  threadTs?: string | undefined;
  broadcast?: boolean | undefined;
  files?: StoredFile[];
}

/** The text, blocks and attachments of a request. @throws SlackError as chat.postMessage does. */
export function checkContent(
  state: State,
  raw: { text?: string | undefined; blocks?: unknown; attachments?: unknown },
): Content {
  const text = raw.text ?? '';
  if (text.length > LIMITS.messageText) throw new SlackError('msg_too_long', `${text.length} characters of text`);
  const blocks = raw.blocks === undefined ? undefined : fromJson(raw.blocks, 'invalid_blocks_format');
  const attachments = raw.attachments === undefined ? [] : fromJson(raw.attachments, 'invalid_attachments');
  if (blocks !== undefined && !Array.isArray(blocks)) throw new SlackError('invalid_blocks_format');
  if (!Array.isArray(attachments)) throw new SlackError('invalid_attachments');
  const checked = blocks === undefined ? [] : checkMessageBlocks(blocks, state.shortId);
  const unknown = checked.findIndex(({ type }) => state.unknownBlocks.has(type));
  if (unknown >= 0) {
    throw new SlackError('invalid_blocks', `[ERROR] unsupported type [json-pointer:/blocks/${unknown}/type]`);
  }
  if (text === '' && checked.length === 0 && attachments.length === 0) throw new SlackError('no_text');
  return {
    text,
    ...(checked.length > 0 ? { blocks: checked } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}

/** Writing, changing and deleting messages, whoever does it. */
export function createMessages(state: State) {
  function put(channel: Channel, message: Message): Message {
    channel.messages.set(message.ts, message);
    return message;
  }

  /** Slack does not thread below a reply or below nothing; a wrong thread_ts is an error of the caller. */
  function startThread(channel: Channel, threadTs: string) {
    const parent = channel.messages.get(threadTs);
    if (!parent) throw new SlackError('thread_not_found', `no message ${threadTs} in ${channel.id}`);
    if (parent.threadTs !== undefined && parent.threadTs !== parent.ts) {
      throw new SlackError(
        'cannot_reply_to_message',
        `${threadTs} is itself a reply; its thread is ${parent.threadTs}`,
      );
    }
    put(channel, { ...parent, threadTs: parent.ts });
  }

  return {
    post(channel: Channel, draft: Draft): Message {
      if (draft.threadTs !== undefined) startThread(channel, draft.threadTs);
      const { broadcast, files, ...kept } = draft;
      const message = put(channel, {
        ...kept,
        ts: state.nextTs(),
        byBot: draft.user === state.app.botUserId,
        files: files ?? [],
        reactions: new Map(),
        ...(broadcast && draft.threadTs !== undefined ? { subtype: 'thread_broadcast' } : {}),
      });
      state.changed({ kind: 'message_posted', channel: channel.id, message });
      return message;
    },

    /** What is not given stays, but text without blocks removes the blocks, as in Slack. */
    update(channel: Channel, message: Message, content: Content, metadata?: Metadata | null): Message {
      const { blocks: _blocks, attachments: _attachments, metadata: before, ...kept } = message;
      const after = metadata === undefined ? before : metadata;
      const updated = put(channel, {
        ...kept,
        ...content,
        ...(after ? { metadata: after } : {}),
        editedTs: state.nextTs(),
      });
      state.changed({ kind: 'message_updated', channel: channel.id, message: updated });
      return updated;
    },

    /** A message with replies leaves a tombstone, so that its thread stays. */
    remove(channel: Channel, message: Message): void {
      if (repliesTo(channel, message.ts).length > 0) {
        const { blocks: _blocks, attachments: _attachments, metadata: _metadata, ...kept } = message;
        put(channel, { ...kept, text: 'This message was deleted.', subtype: 'tombstone', files: [] });
      } else {
        channel.messages.delete(message.ts);
      }
      state.changed({ kind: 'message_deleted', channel: channel.id, message });
    },

    /** A file was deleted: every message that had it stays without it. */
    withoutFile(id: string): void {
      for (const channel of state.channels.values()) {
        for (const message of [...channel.messages.values()].filter(({ files }) =>
          files.some((one) => one.id === id),
        )) {
          const without = put(channel, { ...message, files: message.files.filter((one) => one.id !== id) });
          state.changed({ kind: 'message_updated', channel: channel.id, message: without });
        }
      }
    },

    postEphemeral(channel: Channel, to: string, content: Content, threadTs?: string): Ephemeral {
      const message: Ephemeral = {
        ...content,
        channel: channel.id,
        to,
        ts: state.nextTs(),
        user: state.app.botUserId,
        byBot: true,
        files: [],
        reactions: new Map(),
        ...(threadTs === undefined ? {} : { threadTs }),
      };
      state.ephemerals.push(message);
      state.changed({ kind: 'ephemeral_posted', message });
      return message;
    },

    updateEphemeral(message: Ephemeral, content: Content): Ephemeral {
      const { blocks: _blocks, attachments: _attachments, ...kept } = message;
      const updated: Ephemeral = { ...kept, ...content };
      state.ephemerals = state.ephemerals.map((each) => (each === message ? updated : each));
      state.changed({ kind: 'ephemeral_updated', message: updated });
      return updated;
    },

    removeEphemeral(message: Ephemeral): void {
      state.ephemerals = state.ephemerals.filter((each) => each !== message);
      state.changed({ kind: 'ephemeral_deleted', message });
    },
  };
}

export type Messages = ReturnType<typeof createMessages>;
