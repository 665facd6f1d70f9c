import { z } from 'zod';
import { writableChannel } from '../channels.ts';
import { SlackError } from '../errors.ts';
import { fileJson } from '../json.ts';
import { checkContent } from '../messages.ts';
import { fromJson, method } from '../method.ts';

export const filesInfo = method({
  scope: 'files:read',
  args: z.object({ file: z.string() }),
  run(context, args) {
    const file = context.state.files.get(args.file);
    if (!file) throw new SlackError('file_not_found', args.file);
    return { file: fileJson(context.state, file, context.origin()), comments: [] };
  },
});

export const filesGetUploadUrlExternal = method({
  scope: 'files:write',
  args: z.object({
    filename: z.string().min(1),
    length: z.coerce.number().int().min(1),
    alt_txt: z.string().optional(),
    alt_text: z.string().optional(),
  }),
  run(context, args) {
    const id = context.state.newId('F');
    context.state.files.set(id, {
      id,
      name: args.filename,
      title: args.filename,
      altText: args.alt_text ?? args.alt_txt ?? '',
      size: args.length,
      bytes: undefined,
      shared: false,
    });
    return { upload_url: `${context.origin()}/upload/${id}`, file_id: id };
  },
});

const uploads = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1);

export const filesCompleteUploadExternal = method({
  scope: 'files:write',
  args: z.object({
    files: z.unknown(),
    channel_id: z.string().optional(),
    channels: z.string().optional(),
    thread_ts: z.string().optional(),
    initial_comment: z.string().optional(),
    blocks: z.unknown().optional(),
  }),
  run({ state, messages }, args) {
    const wanted = uploads.safeParse(fromJson(args.files, 'invalid_arguments'));
    if (!wanted.success) throw new SlackError('invalid_arguments', '[ERROR] files must be a list of {id, title}');
    const files = wanted.data.map(({ id, title }) => {
      const file = state.files.get(id);
      if (!file?.bytes || file.shared) throw new SlackError('file_not_found', id);
      return { ...file, title: title ?? file.title, shared: true };
    });
    for (const target of args.channel_id?.split(',') ?? args.channels?.split(',') ?? []) {
      const channel = writableChannel(state, target);
      const comment = args.blocks === undefined ? { text: args.initial_comment ?? '' } : checkContent(state, args);
      messages.post(channel, { ...comment, user: state.app.botUserId, threadTs: args.thread_ts, files });
    }
    for (const file of files) state.files.set(file.id, file);
    return { files: files.map((file) => fileJson(state, file)) };
  },
});
