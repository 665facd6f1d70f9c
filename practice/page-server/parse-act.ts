import { z } from 'zod';
import type { Act } from './wire.ts';

const id = z.string().min(1).max(300);
const text = z.string().max(5_000);
const choice = z.union([text, z.array(text).max(100)]);
const staff = { as: id };
const aimed = { action_id: id, block_id: id, value: text.optional(), option: choice.optional() };

const written = z.string().trim().min(1, 'write something first').max(4_000);

const act = z.discriminatedUnion('do', [
  z.object({ do: z.literal('press'), ...staff, channel: id, ts: id, ...aimed }),
  z.object({ do: z.literal('press-home'), ...staff, ...aimed }),
  z.object({ do: z.literal('press-modal'), ...staff, view: id, ...aimed }),
  z.object({ do: z.literal('open-home'), ...staff }),
  z.object({ do: z.literal('fill'), ...staff, view: id, block: id, value: choice }),
  z.object({ do: z.literal('submit'), ...staff, view: id }),
  z.object({ do: z.literal('close'), ...staff, view: id }),
  z.object({ do: z.literal('command'), ...staff, channel: id, command: z.string().regex(/^\/\S+$/), text }),
  z.object({ do: z.literal('say'), ...staff, channel: id, text: text.min(1), threadTs: id.nullable() }),
  z.object({ do: z.literal('shortcut'), ...staff, channel: id, ts: id, shortcut: id }),
  z.object({
    do: z.literal('post'),
    username: z.string().regex(/^\w{1,15}$/, 'a handle has 1 to 15 letters, digits or _'),
    text: written,
    inReplyTo: id.nullable(),
    named: z.boolean().optional(),
  }),
  z.object({ do: z.literal('edit-post'), id, text: written }),
  z.object({ do: z.literal('answer-directly'), id, text: written }),
  z.object({ do: z.literal('delete-post'), id }),
  z.object({ do: z.literal('outage') }),
  z.object({ do: z.literal('jump'), by: z.enum(['10s', '1m', '15m', '1h', 'morning']) }),
  z.object({ do: z.literal('switch'), id, on: z.boolean() }),
]);

/** @throws Error that says what is wrong with it. */
export function parseAct(body: string): Act {
  return act.parse(JSON.parse(body));
}
