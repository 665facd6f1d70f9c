import type { WebClient } from '@slack/web-api';
import { CallFault } from '../desk/fault.ts';
import { toFault } from './fault.ts';

/** A file for one person. */
export interface OutgoingFile {
  readonly name: string;
  readonly title: string;
  /** In mrkdwn, beside the file. */
  readonly comment: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Files that we hand to people. */
export interface Files {
  /** Puts a file into the direct messages with a person. @throws CallFault */
  send(user: string, file: OutgoingFile): Promise<void>;
}

/** A year of a large desk is some 90 MB. */
const UPLOAD_TIMEOUT_MS = 5 * 60_000;

/** In three steps, as https://docs.slack.dev/messaging/working-with-files#uploading_files wants it. */
export function createFiles(client: WebClient): Files {
  async function upload(url: string, bytes: OutgoingFile['bytes']): Promise<void> {
    const headers = { 'content-type': 'application/octet-stream' };
    const signal = AbortSignal.timeout(UPLOAD_TIMEOUT_MS);
    const answer = await fetch(url, { method: 'POST', body: bytes, headers, signal, redirect: 'error' });
    // The address is a secret for as long as it lives: it stays out of error texts.
    if (!answer.ok) throw new Error(`the upload was answered with HTTP ${answer.status}`);
  }

  return {
    async send(user, { name, title, comment, bytes }) {
      try {
        const channel = (await client.conversations.open({ users: user })).channel?.id;
        const place = await client.files.getUploadURLExternal({ filename: name, length: bytes.byteLength });
        if (channel === undefined || place.upload_url === undefined || place.file_id === undefined) {
          throw new Error('Slack named no place for a file');
        }
        await upload(place.upload_url, bytes);
        const files: [{ id: string; title: string }] = [{ id: place.file_id, title }];
        await client.files.completeUploadExternal({ files, channel_id: channel, initial_comment: comment });
      } catch (error) {
        throw error instanceof CallFault ? error : new CallFault(toFault(error, 'harmless'), error);
      }
    },
  };
}
