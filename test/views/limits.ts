import { LIMIT } from '../../views/limit.ts';

type Node = Readonly<Record<string, unknown>>;

interface MessageLike {
  readonly text: string;
  readonly blocks: readonly object[];
}

interface ViewLike {
  readonly type: string;
  readonly blocks: readonly object[];
}

/** What Slack would refuse in a message, in words; empty when it would take it. */
export function faultsOfMessage({ text, blocks }: MessageLike): string[] {
  return [
    ...tooMany('blocks', blocks.length, LIMIT.blocksInMessage),
    ...tooMany('characters of blocks', JSON.stringify(blocks).length, LIMIT.messageTotal),
    ...tooMany('characters of text', text.length, 4_000),
    ...(text.trim() === '' ? ['no text for the notification'] : []),
    ...faultsOfMarkup(text),
    ...faultsOfBlocks(blocks),
  ];
}

/** The same for a modal or home tab. */
export function faultsOfView(view: ViewLike): string[] {
  const node = nodeOf(view);
  return [
    ...tooMany('blocks', view.blocks.length, LIMIT.blocksInView),
    ...(view.type === 'modal'
      ? [
          ...lengthOf('title', textIn(node.title), LIMIT.modalTitle),
          ...lengthOf('close', textIn(node.close), LIMIT.modalButton),
        ]
      : []),
    ...(node.submit === undefined ? [] : lengthOf('submit', textIn(node.submit), LIMIT.modalButton)),
    ...(node.private_metadata === undefined
      ? []
      : lengthOf('private_metadata', str(node.private_metadata), LIMIT.privateMetadata)),
    ...faultsOfBlocks(view.blocks),
  ];
}

/** Every piece of text that a person sees, labels included, one to a line. */
export function shownText(message: { readonly blocks: readonly object[] }): string {
  return nodesIn(message.blocks)
    .flatMap((node) => [node.text, node.alt_text, node.initial_value].filter((text) => typeof text === 'string'))
    .join('\n');
}

/** Every element that can be pressed, with its label and value. */
export function pressable(message: { readonly blocks: readonly object[] }) {
  return nodesIn(message.blocks)
    .filter((node) => typeof node.action_id === 'string')
    .map((node) => ({
      action: str(node.action_id),
      label: textIn(node.text),
      value: str(node.value),
      style: node.style,
      options: Array.isArray(node.options) ? node.options.map((one) => nodeOf(one)) : [],
    }));
}

/** Slack's control sequences in `mrkdwn`: `<@U…>`, `<!…>`, `<https:…|…>`. */
export function controlsIn(mrkdwn: string): string[] {
  return mrkdwn.match(/<[^<>]*>/g) ?? [];
}

/** All `mrkdwn` of some blocks. */
export function mrkdwnIn(blocks: readonly object[]): string[] {
  return nodesIn(blocks)
    .filter((node) => node.type === 'mrkdwn')
    .map((node) => str(node.text));
}

const CONTROL =
  /^<(?:@[UW][A-Z0-9]+|#[CG][A-Z0-9]+|!subteam\^S[A-Z0-9]+|!date\^-?\d+\^[^<>|^]+\|[^<>|]+|https?:\/\/[^\s<>|]+\|[^<>|]+)>$/;

/** What is active in `mrkdwn` and not one of the controls that we write. */
export function faultsOfMarkup(text: string): string[] {
  const rest = text.replace(/<[^<>]*>/g, '').replace(/&(?:amp|lt|gt);/g, '');
  return [
    ...controlsIn(text)
      .filter((control) => !CONTROL.test(control))
      .map((control) => `unwanted markup ${control}`),
    ...(/[<>]/.test(rest.replace(/^> /gm, '')) ? [`bare angle bracket in ${text}`] : []),
    ...(rest.includes('&') ? [`bare ampersand in ${text}`] : []),
  ];
}

function faultsOfBlocks(blocks: readonly object[]): string[] {
  const ids = blocks.map((block) => nodeOf(block).block_id).filter((id) => id !== undefined);
  return [
    ...(new Set(ids).size < ids.length ? ['block_id twice'] : []),
    ...blocks.flatMap((block) => repeatedActions(nodeOf(block))),
    ...nodesIn(blocks).flatMap(faultsOfNode),
  ];
}

function repeatedActions(block: Node): string[] {
  const actions = nodesIn([block]).flatMap((node) => (node.action_id === undefined ? [] : [node.action_id]));
  return new Set(actions).size < actions.length ? [`action_id twice in ${JSON.stringify(actions)}`] : [];
}

function faultsOfNode(node: Node): string[] {
  return [...faultsOfShape(node), ...(node.type === 'mrkdwn' ? faultsOfMarkup(str(node.text)) : [])];
}

function faultsOfShape(node: Node): string[] {
  switch (node.type) {
    case 'section':
      return lengthOf('section', textIn(node.text), LIMIT.sectionText);
    case 'header':
      return lengthOf('header', textIn(node.text), LIMIT.header);
    case 'context':
      return [
        ...tooMany('context elements', listIn(node.elements).length, LIMIT.contextElements),
        ...listIn(node.elements).flatMap((one) => lengthOf('context', str(one.text), LIMIT.sectionText)),
      ];
    case 'image':
      return [
        ...lengthOf('alt_text', str(node.alt_text), LIMIT.altText),
        ...lengthOf('image_url', str(node.image_url), LIMIT.imageUrl),
        ...(str(node.image_url).startsWith('https://') ? [] : ['image_url is not https']),
      ];
    case 'button':
      return [
        ...lengthOf('button', textIn(node.text), LIMIT.buttonText),
        ...tooMany('characters of value', str(node.value).length, LIMIT.value),
        ...(node.confirm === undefined ? [] : faultsOfConfirm(nodeOf(node.confirm))),
      ];
    case 'overflow':
      return [...countOf('overflow options', listIn(node.options).length, 2, 5), ...optionFaults(node)];
    case 'static_select':
    case 'multi_static_select':
      return [...countOf('options', listIn(node.options).length, 1, LIMIT.selectOptions), ...optionFaults(node)];
    case 'radio_buttons':
      return [...countOf('options', listIn(node.options).length, 1, 10), ...optionFaults(node)];
    case 'input':
      return lengthOf('label', textIn(node.label), LIMIT.inputLabel);
    case 'data_visualization':
      return lengthOf('chart title', str(node.title), 50);
    case 'plain_text_input':
      return tooMany('characters of initial_value', str(node.initial_value).length, LIMIT.inputText);
    default:
      return [];
  }
}

function faultsOfConfirm(confirm: Node): string[] {
  return [
    ...lengthOf('confirm title', textIn(confirm.title), LIMIT.confirmTitle),
    ...lengthOf('confirm text', textIn(confirm.text), LIMIT.confirmText),
    ...lengthOf('confirm', textIn(confirm.confirm), LIMIT.confirmButton),
    ...lengthOf('deny', textIn(confirm.deny), LIMIT.confirmButton),
  ];
}

function optionFaults(node: Node): string[] {
  const values = listIn(node.options).map((one) => str(one.value));
  return [
    ...(new Set(values).size < values.length ? ['option value twice'] : []),
    ...listIn(node.options).flatMap((one) => [
      ...lengthOf('option', textIn(one.text), LIMIT.optionText),
      ...lengthOf('option value', str(one.value), LIMIT.optionValue),
    ]),
    ...(node.initial_option === undefined || values.includes(str(nodeOf(node.initial_option).value))
      ? []
      : ['initial option is not among the options']),
  ];
}

function lengthOf(what: string, text: string, max: number): string[] {
  return text.trim() === '' ? [`${what} is empty`] : tooMany(`characters of ${what}`, text.length, max);
}

function tooMany(what: string, count: number, max: number): string[] {
  return count > max ? [`${count} ${what}, at most ${max}`] : [];
}

function countOf(what: string, count: number, min: number, max: number): string[] {
  return count < min || count > max ? [`${count} ${what}, must be ${min} to ${max}`] : [];
}

function textIn(text: unknown): string {
  return text === undefined ? '' : str(nodeOf(text).text);
}

function listIn(list: unknown): Node[] {
  return Array.isArray(list) ? list.map(nodeOf) : [];
}

function nodeOf(value: unknown): Node {
  if (typeof value !== 'object' || value === null) throw new Error(`no object: ${JSON.stringify(value)}`);
  return { ...value };
}

/** Every object inside, the outer ones first. */
function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  const node = nodeOf(value);
  return [node, ...Object.values(node).flatMap(nodesIn)];
}

function str(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
