import { z } from 'zod';
import type { FormValues } from '../views/form-values.ts';
import type { PressedView, SlackPress } from './handler.ts';
import { parseEvent } from './parse-event.ts';
import { keyOf, NOTHING } from './press-key.ts';

/** Slack's payloads, as far as our handlers use them; null for what concerns none of them. */
export interface Parse {
  command(body: unknown): SlackPress | null;
  action(body: unknown): SlackPress | null;
  form(body: unknown): SlackPress | null;
  closed(body: unknown): SlackPress | null;
  shortcut(body: unknown): SlackPress | null;
  event(body: unknown): SlackPress | null;
}

const option = z.object({ value: z.string() }).nullish();
const file = z.object({ id: z.string(), size: z.number().optional(), mimetype: z.string().optional() });
const field = z.object({
  value: z.string().nullish(),
  selected_option: option,
  selected_user: z.string().nullish(),
  selected_conversation: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  files: z.array(file).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_date_time: z.number().nullish(),
});
const fields = z.record(z.string(), z.record(z.string(), field));

const view = z.object({
  id: z.string(),
  hash: z.string().default(''),
  type: z.enum(['modal', 'home']),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  root_view_id: z.string().nullish(),
  previous_view_id: z.string().nullish(),
  blocks: z.array(z.object({ type: z.string(), block_id: z.string().optional() })).default([]),
  state: z.object({ values: fields }).optional(),
});

const user = z.object({ id: z.string() });
const place = z.object({ id: z.string() }).nullish();

const command = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
});

const action = z.object({
  user,
  trigger_id: z.string().optional(),
  channel: place,
  container: z.object({ message_ts: z.string().optional(), thread_ts: z.string().optional() }).optional(),
  view: view.optional(),
  response_url: z.string().optional(),
  actions: z.tuple([field.extend({ action_id: z.string(), action_ts: z.string().default('') })]).rest(z.unknown()),
});

const form = z.object({ user, trigger_id: z.string().optional(), view });

const shortcut = z.object({
  user,
  callback_id: z.string(),
  trigger_id: z.string(),
  channel: place,
  message: z.object({ ts: z.string(), thread_ts: z.string().optional(), text: z.string().optional() }).optional(),
  response_url: z.string().optional(),
});

/** `/reply` and `/es-reply` are both `reply`: a workspace may have to give its commands a prefix. */
export function commandName(typed: string, known: readonly string[]): string {
  const bare = typed.replace(/^\//, '');
  return known.find((name) => bare === name) ?? known.find((name) => bare.endsWith(`-${name}`)) ?? bare;
}

export const parse: Parse = {
  command(body) {
    const { data } = command.safeParse(body);
    if (data === undefined) return null;
    const key = keyOf('command', data.command, data.trigger_id, data.text);
    return {
      ...NOTHING,
      kind: 'command',
      name: data.command,
      by: data.user_id,
      key,
      delivery: key,
      triggerId: data.trigger_id,
      channel: data.channel_id,
      text: data.text,
      responseUrl: data.response_url ?? null,
    };
  },

  action(body) {
    const { data } = action.safeParse(body);
    if (data === undefined) return null;
    const [pressed] = data.actions;
    const key = keyOf('action', data.user.id, pressed.action_id, pressed.action_ts, data.trigger_id ?? '');
    return {
      ...NOTHING,
      kind: 'action',
      name: pressed.action_id,
      by: data.user.id,
      key,
      delivery: key,
      triggerId: data.trigger_id ?? null,
      channel: data.channel?.id ?? null,
      messageTs: data.container?.message_ts ?? null,
      threadTs: data.container?.thread_ts ?? null,
      value: pressed.value ?? pressed.selected_option?.value ?? pressed.selected_user ?? null,
      values: valuesOf(data.view),
      view: viewOf(data.view),
      responseUrl: data.response_url ?? null,
    };
  },

  form: (body) => formPress('form', body),
  closed: (body) => formPress('closed', body),

  shortcut(body) {
    const { data } = shortcut.safeParse(body);
    if (data === undefined) return null;
    const key = keyOf('shortcut', data.callback_id, data.trigger_id);
    return {
      ...NOTHING,
      kind: 'shortcut',
      name: data.callback_id,
      by: data.user.id,
      key,
      delivery: key,
      triggerId: data.trigger_id,
      channel: data.channel?.id ?? null,
      messageTs: data.message?.ts ?? null,
      threadTs: data.message?.thread_ts ?? null,
      text: data.message?.text ?? '',
      responseUrl: data.response_url ?? null,
    };
  },

  event: parseEvent,
};

function formPress(kind: 'form' | 'closed', body: unknown): SlackPress | null {
  const { data } = form.safeParse(body);
  if (data === undefined) return null;
  const { id, hash, callback_id: name } = data.view;
  return {
    ...NOTHING,
    kind,
    name,
    by: data.user.id,
    // Whoever is shown "we had some trouble connecting" presses Send again: the same words in the same form are one deed.
    key: keyOf(kind, name, id, JSON.stringify(valuesOf(data.view))),
    delivery: keyOf(kind, name, id, hash, data.trigger_id ?? ''),
    triggerId: data.trigger_id ?? null,
    values: valuesOf(data.view),
    view: viewOf(data.view),
  };
}

function valuesOf(data: z.infer<typeof view> | undefined): FormValues {
  return data?.state?.values ?? {};
}

function viewOf(data: z.infer<typeof view> | undefined): PressedView | null {
  if (data === undefined) return null;
  return {
    id: data.id,
    hash: data.hash,
    type: data.type,
    callbackId: data.callback_id,
    privateMetadata: data.private_metadata,
    rootId: data.root_view_id ?? data.id,
    previousId: data.previous_view_id ?? null,
    inputs: data.blocks.flatMap((block) => (block.type === 'input' && block.block_id ? [block.block_id] : [])),
  };
}
