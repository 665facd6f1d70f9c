import type {
  ActionsBlock,
  Button,
  ConfirmationDialog,
  ContextBlock,
  ImageBlock,
  KnownBlock,
  MrkdwnElement,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
} from '@slack/types';
import { LIMIT } from './limit.ts';
import { shorten, shortenEscaped } from './text.ts';

/** Slack refuses an empty text. */
const NOTHING = '–';

/** `verbatim`: Slack makes links and pings only of what is marked as one. */
export function mrkdwn(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true };
}

/** Text that Slack parses for nothing; the only home for a customer's words at length. */
export function plain(text: string, max: number): PlainTextElement {
  const shown = shortenEscaped(text, max).trim();
  return { type: 'plain_text', text: shown === '' ? NOTHING : shown, emoji: false };
}

/** A label of ours. */
export function label(text: string, max: number): PlainTextElement {
  return { type: 'plain_text', text: shorten(text, max), emoji: true };
}

export function section(text: string, accessory?: SectionBlock['accessory']): SectionBlock {
  return { type: 'section', text: mrkdwn(text), ...(accessory && { accessory }) };
}

export function plainSection(text: string, max: number, accessory?: SectionBlock['accessory']): SectionBlock {
  return { type: 'section', text: plain(text, max), ...(accessory && { accessory }) };
}

/** One quiet line. */
export function context(text: string): ContextBlock {
  return { type: 'context', elements: [mrkdwn(text)] };
}

export function actions(...elements: ActionsBlock['elements']): ActionsBlock {
  return { type: 'actions', elements };
}

export const divider = { type: 'divider' } as const satisfies KnownBlock;

interface ButtonLook {
  readonly style?: 'primary' | 'danger';
  readonly confirm?: ConfirmationDialog;
}

export function button(action: string, text: string, value: string, look: ButtonLook = {}): Button {
  return { type: 'button', action_id: action, text: label(text, LIMIT.buttonText), value, ...look };
}

interface Question {
  readonly title: string;
  /** In plain text. */
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

/** Limits: https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export function confirm(question: Question): ConfirmationDialog {
  return {
    title: label(question.title, LIMIT.confirmTitle),
    text: plain(question.text, LIMIT.confirmText),
    confirm: label(question.yes, LIMIT.confirmButton),
    deny: label(question.no, LIMIT.confirmButton),
  };
}

export function option(text: string, value: string, url?: string): PlainTextOption {
  return { text: plain(text, LIMIT.optionText), value, ...(url !== undefined && { url }) };
}

export function image(url: string, alt: string): ImageBlock {
  return { type: 'image', image_url: url, alt_text: shorten(alt, 300) };
}
