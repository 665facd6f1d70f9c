import type { SocketModeReceiver } from '@slack/bolt';
import { z } from 'zod';
import { type Clock, wait } from '../clock.ts';
import { SECOND_MS } from '../desk/instant.ts';

/** Why Slack asks for another connection: https://docs.slack.dev/apis/events-api/using-socket-mode#disconnect */
const GOODBYES = ['warning', 'refresh_requested', 'link_disabled'] as const;
export type Goodbye = (typeof GOODBYES)[number];

interface LineDeps {
  /** Of a receiver that does not reconnect by itself, for this line alone. */
  readonly client: SocketModeReceiver['client'];
  readonly clock: Clock;
  /** Slack will close this line within seconds. Left to itself the client would hang up at once, in the middle of a press. */
  readonly onGoodbye: (line: Line, why: Goodbye) => void;
  readonly onLost: (line: Line) => void;
}

/** One connection to Slack. What comes in on it is acknowledged on it. */
export interface Line {
  /** Rejects as the client does. */
  open(): Promise<void>;
  /** Lets what came in be acknowledged, for as long as Slack waits for it, and hangs up. */
  leave(): Promise<void>;
  /** Hangs up. */
  close(): Promise<void>;
}

/** Slack waits no longer for an acknowledgement. */
const ACK_WITHIN_MS = 3 * SECOND_MS;
const LOOK_EVERY_MS = 50;

const goodbye = z.object({ type: z.literal('disconnect'), reason: z.enum(GOODBYES).catch('refresh_requested') });

export function createLine({ client: socketMode, clock, onGoodbye, onLost }: LineDeps): Line {
  let isOpen = false;
  let unacknowledged = 0;

  const pass = socketMode.emit.bind(socketMode);
  socketMode.emit = (event, ...args: unknown[]) => {
    const why = event === 'ws_message' ? goodbyeIn(args[0]) : null;
    if (why === null) return pass(event, ...args);
    onGoodbye(line, why);
    return true;
  };
  socketMode.on('slack_event', () => {
    unacknowledged += 1;
  });
  socketMode.on('outgoing_message', () => {
    unacknowledged -= 1;
  });
  socketMode.on('disconnected', () => {
    if (!isOpen) return;
    isOpen = false;
    onLost(line);
  });

  async function close(): Promise<void> {
    if (!isOpen) return;
    isOpen = false;
    await socketMode.disconnect();
  }

  const line: Line = {
    async open() {
      await socketMode.start();
      isOpen = true;
    },
    async leave() {
      for (let waitedMs = 0; isOpen && unacknowledged > 0 && waitedMs < ACK_WITHIN_MS; waitedMs += LOOK_EVERY_MS) {
        await wait(clock, LOOK_EVERY_MS);
      }
      await close();
    },
    close,
  };
  return line;
}

function goodbyeIn(data: unknown): Goodbye | null {
  // Nothing else need be read twice.
  if (typeof data !== 'string' || !data.includes('"disconnect"')) return null;
  try {
    return goodbye.safeParse(JSON.parse(data)).data?.reason ?? null;
  } catch {
    return null;
  }
}
