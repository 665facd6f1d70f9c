import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { errorCode } from '../src/slack/fault.ts';
import type { SlackPress } from './handler.ts';

interface AnswerDeps {
  /** The presses' client. */
  readonly client: WebClient;
  readonly log: Logger;
}

/** @param text mrkdwn @param blocks what is shown instead, where there is something to press */
export type Answer = (press: SlackPress, text: string, blocks?: readonly KnownBlock[]) => Promise<void>;

interface Told {
  readonly text: string;
  readonly blocks?: KnownBlock[];
}

const TIMEOUT_MS = 10_000;

/**
 * Tells one person something: where they pressed, else by direct message. A failure is logged, never thrown: nobody is
 * left to be told.
 * @returns the function for `Tools.answer`
 */
export function createAnswer({ client, log }: AnswerDeps): Answer {
  async function byResponseUrl({ responseUrl }: SlackPress, told: Told): Promise<boolean> {
    if (responseUrl === null) return false;
    const body = JSON.stringify({ ...told, response_type: 'ephemeral', replace_original: false });
    const headers = { 'content-type': 'application/json' };
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await fetch(responseUrl, { method: 'POST', body, headers, signal, redirect: 'error' });
    // The address answers in our name: it stays out of the log.
    if (!answer.ok) throw new HttpRefusal(`the response_url answered with HTTP ${answer.status}`);
    return true;
  }

  async function inChannel({ channel, threadTs, by }: SlackPress, told: Told): Promise<boolean> {
    if (channel === null) return false;
    const thread = threadTs === null ? {} : { thread_ts: threadTs };
    await client.chat.postEphemeral({ channel, user: by, ...told, ...thread });
    return true;
  }

  async function byDirectMessage({ by }: SlackPress, told: Told): Promise<boolean> {
    await client.chat.postMessage({ channel: by, ...told, unfurl_links: false, unfurl_media: false });
    return true;
  }

  return async (press, text, blocks) => {
    const told = blocks === undefined ? { text } : { text, blocks: [...blocks] };
    for (const way of [byResponseUrl, inChannel, byDirectMessage]) {
      try {
        if (await way(press, told)) return;
      } catch (error) {
        const why = errorCode(error) ?? (error instanceof HttpRefusal ? error.message : 'the call did not get through');
        log.warn({ way: way.name, why, press: press.name, by: press.by }, 'slack: an answer did not reach its person');
      }
    }
  };
}

/** Its message may be logged; that of a failed call may hold the address. */
class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
}
