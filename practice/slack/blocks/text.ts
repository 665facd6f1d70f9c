import { z } from 'zod';
import { LIMITS } from '../limits.ts';

/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export function plainText(max: number) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });
}

export function mrkdwn(max: number) {
  return z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  });
}

export function anyText(max: number) {
  return z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);
}

export type TextObject = z.infer<ReturnType<typeof anyText>>;

export const id = z.string().min(1).max(LIMITS.idCharacters);

export const url = z
  .string()
  .max(LIMITS.url)
  .regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'must be a valid URL');

export const confirm = z.strictObject({
  title: plainText(LIMITS.confirmTitle),
  text: anyText(LIMITS.confirmText),
  confirm: plainText(LIMITS.confirmButton),
  deny: plainText(LIMITS.confirmButton),
  style: z.enum(['primary', 'danger']).optional(),
});

export type Confirm = z.infer<typeof confirm>;

/** An option of a select menu or overflow: its text is plain. */
export const option = z.strictObject({
  text: plainText(LIMITS.optionText),
  value: z.string().min(1).max(LIMITS.optionValue),
  description: plainText(LIMITS.optionText).optional(),
});

/** Only an overflow's options may open a URL. */
export const overflowOption = option.extend({ url: url.optional() });

/** Radio buttons and checkboxes may format theirs. */
export const choiceOption = z.strictObject({
  text: anyText(LIMITS.optionText),
  value: z.string().min(1).max(LIMITS.optionValue),
  description: anyText(LIMITS.optionText).optional(),
});

export const optionGroup = z.strictObject({
  label: plainText(LIMITS.optionText),
  options: z.array(option).min(1).max(LIMITS.selectOptions),
});

export type Option = z.infer<typeof choiceOption> & { url?: string | undefined };
