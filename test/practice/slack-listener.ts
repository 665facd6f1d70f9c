import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { actions, button, type openOffice, section } from './slack-office.ts';

export const blocks = [section('a card'), actions(button('reply', 'Reply'), button('claim', 'Claim'))];
const envelope = z.object({
  type: z.string(),
  envelope_id: z.string().optional(),
  retry_attempt: z.number().optional(),
  payload: z.record(z.string(), z.unknown()).optional(),
});
export type Received = z.infer<typeof envelope>;

type Office = Awaited<ReturnType<typeof openOffice>>;

/** A bare Socket Mode client that answers each envelope with what `answer` says; undefined stays silent. */
export async function listen(office: Office, answer: (received: Received) => unknown = () => ({})) {
  const opened = await office.call('apps.connections.open', {}, office.slack.appToken);
  const socket = new WebSocket(String(opened.url));
  onTestFinished(() => socket.terminate());
  const received: Received[] = [];
  socket.on('message', (data: Buffer) => {
    const message = envelope.parse(JSON.parse(data.toString()));
    received.push(message);
    const payload = message.envelope_id ? answer(message) : undefined;
    if (payload !== undefined) socket.send(JSON.stringify({ envelope_id: message.envelope_id, payload }));
  });
  await once(socket, 'message');
  return { received, socket, interactive: () => received.filter(({ type }) => type === 'interactive') };
}

export async function withCard(office: Office) {
  const { ts } = await office.call('chat.postMessage', { channel: office.support.id, text: 'card', blocks });
  return String(ts);
}

export const trigger = ({ payload }: Received) => String(payload?.trigger_id);
