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
      created: Math.floor(context.state.clock.now().getTime() / 1000),
    });
    return { upload_url: `${context.origin()}/upload/${id}`, file_id: id };
  },
});

/** https://docs.slack.dev/reference/methods/files.list: the newest first, those of somebody from a time on. */
export const filesList = method({
  scope: 'files:read',
  args: z.object({
    user: z.string().optional(),
    ts_from: z.coerce.number().optional(),
    ts_to: z.coerce.number().optional(),
    count: z.coerce.number().int().min(1).max(200).optional(),
    page: z.coerce.number().int().min(1).optional(),
  }),
  run({ state }, { user, ts_from: from = 0, ts_to: to = Number.POSITIVE_INFINITY, count = 100, page = 1 }) {
    const all = [...state.files.values()]
      .filter((file) => file.shared && (user === undefined || (file.user ?? state.app.botUserId) === user))
      .filter(({ created }) => created >= from && created <= to)
      .reverse();
    const pages = Math.max(1, Math.ceil(all.length / count));
    const files = all.slice((page - 1) * count, page * count).map((file) => fileJson(state, file));
    return { files, paging: { count, total: all.length, page, pages } };
  },
});

/** https://docs.slack.dev/reference/methods/files.delete: gone wherever it was shared; the messages stay. */
export const filesDelete = method({
  scope: 'files:write',
  args: z.object({ file: z.string() }),
  run({ state, messages }, { file: id }) {
    const file = state.files.get(id);
    if (!file) throw new SlackError('file_not_found', id);
    if (file.user !== undefined && file.user !== state.app.botUserId) throw new SlackError('cant_delete_file', id);
    state.files.delete(id);
    messages.withoutFile(id);
    return {};
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
