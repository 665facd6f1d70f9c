import type { InteractiveElement } from './blocks/elements.ts';
import type { Block } from './blocks/layout.ts';
import type { RichText, RichTextInline } from './blocks/rich-text.ts';
import type { TextObject } from './blocks/text.ts';
import { type Reader, renderMrkdwn } from './render-mrkdwn.ts';
import type { ElementValue, Message, View } from './types.ts';

export type { Names, Reader } from './render-mrkdwn.ts';

function text(object: TextObject, reader: Reader): string {
  return object.type === 'mrkdwn' ? renderMrkdwn(object.text, reader) : object.text;
}

/** The text of a chosen option. */
function textOf(label: unknown): { text?: unknown } {
  return typeof label === 'object' && label !== null && 'text' in label ? { text: label.text } : {};
}

/** What an input holds, as a person would read it. */
function held(value: ElementValue | undefined): string {
  const content = Object.entries(value ?? {}).find(([field]) => field !== 'type')?.[1];
  if (content === null || content === undefined) return '';
  if (Array.isArray(content)) return content.map((each) => held({ type: '', each })).join(', ');
  if (typeof content === 'object' && 'name' in content) return held({ type: '', name: content.name });
  if (typeof content === 'object' && 'text' in content) return held({ type: '', ...textOf(content.text) });
  return typeof content === 'string' || typeof content === 'number' ? String(content) : '';
}

function element(each: InteractiveElement, value?: ElementValue): string {
  switch (each.type) {
    case 'button':
      return each.style === 'primary' ? `[*${each.text.text}*]` : `[${each.text.text}]`;
    case 'overflow':
      return `[… ${each.options.map((option) => option.text.text).join(' | ')}]`;
    default: {
      const placeholder = 'placeholder' in each ? each.placeholder?.text : undefined;
      return `{${held(value) || placeholder || each.type}}`;
    }
  }
}

function inline(each: RichTextInline, reader: Reader): string {
  switch (each.type) {
    case 'text':
      return each.text;
    case 'link':
      return each.text ? `${each.text} (${each.url})` : each.url;
    case 'user':
      return `@${reader.names.user(each.user_id)}`;
    case 'usergroup':
      return `@${reader.names.userGroup(each.usergroup_id)}`;
    case 'channel':
      return `#${reader.names.channel(each.channel_id)}`;
    case 'emoji':
      return `:${each.name}:`;
    case 'broadcast':
      return `@${each.range}`;
    case 'color':
      return each.value;
    case 'date':
      return renderMrkdwn(`<!date^${each.timestamp}^${each.format}|${each.fallback ?? ''}>`, reader);
  }
}

function richText(block: RichText, reader: Reader): string {
  const section = (elements: RichTextInline[]) => elements.map((each) => inline(each, reader)).join('');
  return block.elements
    .map((part) => {
      switch (part.type) {
        case 'rich_text_list':
          return part.elements.map((item) => `• ${section(item.elements)}`).join('\n');
        case 'rich_text_quote':
          return `> ${section(part.elements)}`;
        default:
          return section(part.elements);
      }
    })
    .join('\n');
}

function block(each: Block, reader: Reader, valueIn: (blockId: string, actionId: string) => ElementValue | undefined) {
  const input = (one: InteractiveElement) => element(one, valueIn(each.block_id ?? '', one.action_id ?? ''));
  switch (each.type) {
    case 'section': {
      const lines = [each.text, ...(each.fields ?? [])].flatMap((one) => (one ? [text(one, reader)] : []));
      const { accessory } = each;
      if (!accessory) return lines.join('\n');
      return [...lines, accessory.type === 'image' ? `(image: ${accessory.alt_text})` : input(accessory)].join('\n');
    }
    case 'header':
      return `# ${each.text.text}`;
    case 'divider':
      return '───';
    case 'context':
      return each.elements.map((one) => (one.type === 'image' ? `(${one.alt_text})` : text(one, reader))).join(' · ');
    case 'actions':
      return each.elements.map(input).join(' ');
    case 'image':
      return `(image: ${each.alt_text})`;
    case 'input':
      return `${each.label.text}: ${input(each.element)}${each.hint ? `\n  ${each.hint.text}` : ''}`;
    case 'rich_text':
      return richText(each, reader);
    case 'data_visualization':
      return `(${each.chart.type} chart: ${each.title})`;
    case 'data_table':
      return `(table: ${each.caption}, ${each.rows.length} rows)`;
  }
}

/** A message as Slack would show it to the reader, in plain lines; buttons as `[Reply]`, the primary one `[*Reply*]`. */
export function renderMessage(message: Pick<Message, 'text' | 'blocks' | 'files'>, reader: Reader): string {
  const files = message.files.map((file) => `(file: ${file.title})`);
  const shown = message.blocks?.map((each) => block(each, reader, () => undefined)) ?? [
    renderMrkdwn(message.text, reader),
  ];
  return [...shown, ...files].filter((line) => line !== '').join('\n');
}

/** A modal or home tab, with what its inputs hold. */
export function renderView(view: View, reader: Reader): string {
  const lines = view.source.blocks.map((each) =>
    block(each, reader, (blockId, actionId) => view.values[blockId]?.[actionId]),
  );
  if (view.source.type === 'home') return lines.join('\n');
  const { title, submit, close } = view.source;
  const buttons = [close ? `[${close.text}]` : '', submit ? `[*${submit.text}*]` : ''].filter(Boolean).join(' ');
  return [`═ ${title.text} ═`, ...lines, ...(buttons ? [buttons] : [])].join('\n');
}
