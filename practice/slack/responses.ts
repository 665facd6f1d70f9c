import { z } from 'zod';
import { SlackError } from './errors.ts';
import { type Content, checkContent } from './messages.ts';
import type { Context } from './method.ts';
import type { ResponseTarget } from './response-urls.ts';
import type { Channel } from './types.ts';

const body = z.object({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  attachments: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().optional(),
});

type Response = z.infer<typeof body>;

function original(context: Context, channel: Channel, { ts }: ResponseTarget) {
  const ephemeral = context.state.ephemerals.find((each) => each.ts === ts && each.channel === channel.id);
  return { ephemeral, message: ts === undefined ? undefined : channel.messages.get(ts) };
}

function remove(context: Context, channel: Channel, target: ResponseTarget) {
  const { ephemeral, message } = original(context, channel, target);
  if (ephemeral) context.messages.removeEphemeral(ephemeral);
  else if (message) context.messages.remove(channel, message);
}

function replace(context: Context, channel: Channel, target: ResponseTarget, content: Content) {
  const { ephemeral, message } = original(context, channel, target);
  if (ephemeral) context.messages.updateEphemeral(ephemeral, content);
  else if (message) context.messages.update(channel, message, content);
}

/** Shows an answer to a command or a press where it belongs. @throws SlackError as Slack refuses it. */
export function respond(context: Context, target: ResponseTarget, raw: unknown): void {
  const channel = context.state.channels.get(target.channel);
  const parsed = body.safeParse(raw);
  if (!channel || !parsed.success) throw new SlackError('invalid_payload', parsed.error?.issues[0]?.message ?? '');
  const response: Response = parsed.data;
  if (response.delete_original) {
    remove(context, channel, target);
    return;
  }
  const content = checkContent(context.state, response);
  const threadTs = response.thread_ts ?? target.threadTs;
  if (response.replace_original) {
    replace(context, channel, target, content);
  } else if (response.response_type === 'in_channel') {
    context.messages.post(channel, { ...content, user: context.state.app.botUserId, threadTs });
  } else {
    context.messages.postEphemeral(channel, target.user, content, threadTs);
  }
}
