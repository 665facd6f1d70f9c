import { z } from 'zod';
import { SlackError, slackReasons } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { checkBlocks } from './check.ts';
import type { Block } from './layout.ts';
import { id, plainText } from './text.ts';

const shared = {
  blocks: z.unknown(),
  callback_id: id.optional(),
  external_id: z.string().max(LIMITS.idCharacters).optional(),
  private_metadata: z.string().max(LIMITS.privateMetadata).optional(),
};

const modal = z.strictObject({
  type: z.literal('modal'),
  ...shared,
  title: plainText(LIMITS.modalTitle),
  submit: plainText(LIMITS.modalButton).optional(),
  close: plainText(LIMITS.modalButton).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
});

const home = z.strictObject({ type: z.literal('home'), ...shared });

const view = z.discriminatedUnion('type', [modal, home]);

export type ViewSource = z.infer<typeof view> & { blocks: Block[] };

/** @throws SlackError `invalid_arguments` with Slack's reasons. */
export function checkView(raw: unknown, kind: 'modal' | 'home', newId: () => string): ViewSource {
  const parsed = view.safeParse(raw, { reportInput: true });
  const refuse = (reasons: string[]) =>
    new SlackError(
      'invalid_arguments',
      reasons.map((each) => `[ERROR] ${each}`),
    );
  if (!parsed.success) throw refuse(slackReasons(parsed.error, ['view']));
  if (parsed.data.type !== kind) throw refuse([`must be of type ${kind} [json-pointer:/view/type]`]);
  if (parsed.data.blocks === undefined) throw refuse(['missing required field: blocks [json-pointer:/view]']);
  const blocks = checkBlocks(parsed.data.blocks, LIMITS.viewBlocks, 'invalid_arguments', ['view', 'blocks'], newId);
  // https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block: in messages only.
  if (blocks.some(({ type }) => type === 'data_visualization'))
    throw refuse(['data_visualization is not allowed here']);
  if (parsed.data.type === 'modal' && !parsed.data.submit && blocks.some(({ type }) => type === 'input')) {
    throw refuse(['missing required field: submit [json-pointer:/view]']);
  }
  return { ...parsed.data, blocks };
}
