import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { choiceOption, confirm, id, type Option, option, optionGroup, overflowOption, plainText, url } from './text.ts';

const placeholder = plainText(LIMITS.placeholder).optional();
const interactive = { action_id: id.optional(), confirm: confirm.optional() };
const focusable = { ...interactive, focus_on_load: z.boolean().optional() };
const menu = { ...focusable, placeholder };
const several = { max_selected_items: z.int().min(1).optional() };

export const image = z.strictObject({
  type: z.literal('image'),
  image_url: url,
  alt_text: z.string().min(1).max(LIMITS.altText),
});

const button = z.strictObject({
  type: z.literal('button'),
  ...interactive,
  text: plainText(LIMITS.buttonText),
  url: url.optional(),
  value: z.string().max(LIMITS.buttonValue).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(LIMITS.buttonText).optional(),
});

const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...interactive,
  options: z.array(overflowOption).min(LIMITS.overflowOptionsMin).max(LIMITS.overflowOptionsMax),
});

const choices = {
  options: z.array(option).min(1).max(LIMITS.selectOptions).optional(),
  option_groups: z.array(optionGroup).min(1).max(LIMITS.selectOptions).optional(),
};

const staticSelect = z
  .strictObject({ type: z.literal('static_select'), ...menu, ...choices, initial_option: option.optional() })
  .superRefine((menuElement, context) => checkChoices(menuElement, context));

const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...menu,
    ...choices,
    ...several,
    initial_options: z.array(option).optional(),
  })
  .superRefine((menuElement, context) => checkChoices(menuElement, context));

const usersSelect = z.strictObject({ type: z.literal('users_select'), ...menu, initial_user: z.string().optional() });

const multiUsersSelect = z.strictObject({
  type: z.literal('multi_users_select'),
  ...menu,
  ...several,
  initial_users: z.array(z.string()).optional(),
});

const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  ...menu,
  initial_conversation: z.string().optional(),
  default_to_current_conversation: z.boolean().optional(),
  response_url_enabled: z.boolean().optional(),
  filter: z
    .strictObject({
      include: z.array(z.enum(['im', 'mpim', 'private', 'public'])).optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .optional(),
});

const channelsSelect = z.strictObject({
  type: z.literal('channels_select'),
  ...menu,
  initial_channel: z.string().optional(),
  response_url_enabled: z.boolean().optional(),
});

const dispatchActionConfig = z.strictObject({
  trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1),
});

const textInput = {
  action_id: id.optional(),
  dispatch_action_config: dispatchActionConfig.optional(),
  focus_on_load: z.boolean().optional(),
  placeholder,
};

const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...textInput,
  initial_value: z.string().max(LIMITS.plainTextInput).optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(LIMITS.plainTextInput).optional(),
  max_length: z.int().min(1).max(LIMITS.plainTextInput).optional(),
});

const urlInput = z.strictObject({ type: z.literal('url_text_input'), ...textInput, initial_value: url.optional() });

const emailInput = z.strictObject({
  type: z.literal('email_text_input'),
  ...textInput,
  initial_value: z.string().optional(),
});

const numberInput = z.strictObject({
  type: z.literal('number_input'),
  ...textInput,
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
});

const datepicker = z.strictObject({ type: z.literal('datepicker'), ...menu, initial_date: z.iso.date().optional() });

const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...menu,
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time as HH:mm')
    .optional(),
  timezone: z.string().optional(),
});

const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...focusable,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
});

const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...focusable,
    options: z.array(choiceOption).min(1).max(LIMITS.choiceOptions),
    initial_option: choiceOption.optional(),
  })
  .superRefine((radio, context) => checkChoices(radio, context));

const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...focusable,
    options: z.array(choiceOption).min(1).max(LIMITS.choiceOptions),
    initial_options: z.array(choiceOption).min(1).optional(),
  })
  .superRefine((boxes, context) => checkChoices(boxes, context));

/** In an input block only: https://docs.slack.dev/reference/block-kit/block-elements/file-input-element */
const fileInput = z.strictObject({
  type: z.literal('file_input'),
  action_id: id.optional(),
  filetypes: z.array(z.string().min(1)).min(1).optional(),
  max_files: z.int().min(1).max(LIMITS.filesInInput).optional(),
});

interface Choosable {
  options?: Option[] | undefined;
  option_groups?: { options: Option[] }[] | undefined;
  initial_option?: Option | undefined;
  initial_options?: Option[] | undefined;
}

/** Every option of an element that offers options, its groups included. */
export function optionsOf(element: Choosable): Option[] {
  return [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)];
}

/** Slack wants options or groups, not both, values that differ, and initial options that are among them exactly. */
function checkChoices(element: Choosable, context: z.RefinementCtx) {
  const fail = (message: string, path: string[]) => context.addIssue({ code: 'custom', message, path });
  if ((element.options === undefined) === (element.option_groups === undefined)) {
    fail('must have either options or option_groups', []);
  }
  const offered = optionsOf(element);
  if (new Set(offered.map(({ value }) => value)).size < offered.length)
    fail('option values must be unique', ['options']);
  for (const initial of [element.initial_option ?? [], element.initial_options ?? []].flat()) {
    if (!offered.some((each) => isDeepStrictEqual(each, initial)))
      fail('must match one of the options', ['initial_option']);
  }
}

const selects = [staticSelect, usersSelect, conversationsSelect, channelsSelect] as const;
const multiSelects = [multiStaticSelect, multiUsersSelect] as const;
const choosers = [radioButtons, checkboxes] as const;
const texts = [plainTextInput, urlInput, emailInput, numberInput] as const;

export const sectionAccessory = z.discriminatedUnion('type', [
  image,
  button,
  overflow,
  datepicker,
  timepicker,
  ...selects,
  ...multiSelects,
  ...choosers,
]);
export const actionsElement = z.discriminatedUnion('type', [
  button,
  overflow,
  datepicker,
  timepicker,
  datetimepicker,
  ...selects,
  ...choosers,
]);
export const inputElement = z.discriminatedUnion('type', [
  ...texts,
  fileInput,
  datepicker,
  timepicker,
  datetimepicker,
  ...selects,
  ...multiSelects,
  ...choosers,
]);

export type Image = z.infer<typeof image>;
export type InputElement = z.infer<typeof inputElement>;
/** What a person can press, choose from or type into. */
export type InteractiveElement =
  | Exclude<z.infer<typeof sectionAccessory>, Image>
  | z.infer<typeof actionsElement>
  | InputElement;
