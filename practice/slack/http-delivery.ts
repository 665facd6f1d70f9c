import { createHmac } from 'node:crypto';
import type { Ack, Envelope, Transport } from './delivery.ts';
import { LIFETIMES } from './limits.ts';

function encode(envelope: Envelope): { type: string; body: string } {
  const form = 'application/x-www-form-urlencoded';
  switch (envelope.type) {
    case 'events_api':
      return { type: 'application/json', body: JSON.stringify(envelope.payload) };
    case 'interactive':
      return { type: form, body: new URLSearchParams({ payload: JSON.stringify(envelope.payload) }).toString() };
    case 'slash_commands': {
      const fields = new URLSearchParams();
      for (const [name, value] of Object.entries(envelope.payload)) fields.append(name, String(value));
      return { type: form, body: fields.toString() };
    }
  }
}

function readAck(text: string): Ack {
  if (text === '') return { payload: undefined };
  try {
    const payload: unknown = JSON.parse(text);
    return { payload };
  } catch {
    return { payload: { text } };
  }
}

/**
 * Delivery by signed HTTP requests instead of Socket Mode.
 * https://docs.slack.dev/authentication/verifying-requests-from-slack: the signature's time is the machine's.
 */
export function createHttpTransport(options: { requestUrl: string; signingSecret: string }): Transport {
  const stopping = new AbortController();
  return {
    async send(envelope, attempt) {
      const { type, body } = encode(envelope);
      const timestamp = String(Math.floor(Date.now() / 1000));
      const signature = createHmac('sha256', options.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
      try {
        const response = await fetch(options.requestUrl, {
          method: 'POST',
          body,
          headers: {
            'content-type': type,
            'x-slack-request-timestamp': timestamp,
            'x-slack-signature': `v0=${signature}`,
            ...(attempt > 0 ? { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': 'http_timeout' } : {}),
          },
          signal: AbortSignal.any([AbortSignal.timeout(LIFETIMES.ackMs), stopping.signal]),
        });
        const text = await response.text();
        return response.ok ? readAck(text) : undefined;
      } catch {
        return undefined;
      }
    },
    connected: () => true,
    async stop() {
      stopping.abort();
    },
  };
}
