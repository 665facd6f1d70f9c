import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { dataTable, dataVisualization } from './data.ts';
import { actionsElement, image, inputElement, sectionAccessory } from './elements.ts';
import { richText } from './rich-text.ts';
import { anyText, id, mrkdwn, plainText } from './text.ts';

const blockId = { block_id: id.optional() };

const section = z
  .strictObject({
    type: z.literal('section'),
    ...blockId,
    text: anyText(LIMITS.textObject).optional(),
    fields: z.array(anyText(LIMITS.sectionField)).min(1).max(LIMITS.sectionFields).optional(),
    accessory: sectionAccessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, 'must have text or fields');

const header = z.strictObject({ type: z.literal('header'), ...blockId, text: plainText(LIMITS.header) });

const divider = z.strictObject({ type: z.literal('divider'), ...blockId });

const context = z.strictObject({
  type: z.literal('context'),
  ...blockId,
  elements: z
    .array(z.discriminatedUnion('type', [image, plainText(LIMITS.textObject), mrkdwn(LIMITS.textObject)]))
    .min(1)
    .max(LIMITS.contextElements),
});

const actions = z.strictObject({
  type: z.literal('actions'),
  ...blockId,
  elements: z.array(actionsElement).min(1).max(LIMITS.actionsElements),
});

const imageBlock = image.extend({ ...blockId, title: plainText(LIMITS.imageTitle).optional() });

const input = z.strictObject({
  type: z.literal('input'),
  ...blockId,
  label: plainText(LIMITS.inputLabel),
  element: inputElement,
  hint: plainText(LIMITS.inputLabel).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});

/** The blocks that this Slack knows; any other type is refused. */
export const block = z.discriminatedUnion('type', [
  section,
  header,
  divider,
  context,
  actions,
  imageBlock,
  input,
  richText,
  dataVisualization,
  dataTable,
]);

export type Block = z.infer<typeof block>;
