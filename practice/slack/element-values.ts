import { type InteractiveElement, optionsOf } from './blocks/elements.ts';
import type { Option } from './blocks/text.ts';
import type { ElementValue } from './types.ts';

/** The value that an element starts with, as `state.values` shows it; nothing for what has no state. */
export function initialValue(element: InteractiveElement): ElementValue | undefined {
  const { type } = element;
  switch (type) {
    case 'button':
    case 'overflow':
      return undefined;
    case 'plain_text_input':
    case 'url_text_input':
    case 'email_text_input':
    case 'number_input':
      return { type, value: element.initial_value ?? null };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] };
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null };
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] };
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null };
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null };
    case 'file_input':
      return { type, files: [] };
  }
}

function offered(element: Parameters<typeof optionsOf>[0], choice: string): Option {
  const options = optionsOf(element);
  const found = options.find(({ value, text }) => value === choice || text.text === choice);
  if (found) return found;
  const names = options.map(({ text, value }) => `${text.text} (${value})`);
  throw new Error(`there is no option "${choice}"; offered: ${names.join(', ')}`);
}

/**
 * The value after a person's choice: an option's value or text, a user or channel id, a date, a time, a text.
 * @throws Error when the element does not offer it: nobody can choose what is not shown.
 */
export function chosenValue(element: InteractiveElement, choice: string | string[]): ElementValue {
  const { type } = element;
  const one = typeof choice === 'string' ? choice : (choice[0] ?? '');
  // A menu or a field that was cleared.
  const picked = one === '' ? null : one;
  const many = typeof choice === 'string' ? [choice] : choice;
  switch (type) {
    case 'button':
      return { type, text: element.text, ...(element.value === undefined ? {} : { value: element.value }) };
    case 'static_select':
      return { type, selected_option: picked === null ? null : offered(element, picked) };
    case 'overflow':
    case 'radio_buttons':
      return { type, selected_option: offered(element, one) };
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: many.map((each) => offered(element, each)) };
    case 'plain_text_input':
    case 'url_text_input':
    case 'email_text_input':
    case 'number_input':
      return { type, value: picked };
    case 'users_select':
      return { type, selected_user: picked };
    case 'multi_users_select':
      return { type, selected_users: many };
    case 'conversations_select':
      return { type, selected_conversation: picked };
    case 'channels_select':
      return { type, selected_channel: picked };
    case 'datepicker':
      return { type, selected_date: picked };
    case 'timepicker':
      return { type, selected_time: picked };
    case 'datetimepicker':
      return { type, selected_date_time: picked === null ? null : Number(picked) };
    case 'file_input':
      throw new Error('a file is attached, not chosen');
  }
}

/** Whether an input has something in it; Slack does not send a form with an empty required input. */
export function isFilled(value: ElementValue | undefined): boolean {
  if (!value) return false;
  return Object.entries(value).some(
    ([field, content]) => field !== 'type' && (Array.isArray(content) ? content.length > 0 : content !== null),
  );
}
