import { z } from 'zod';
import { SlackError, slackReasons } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { InteractiveElement } from './elements.ts';
import { type Block, block } from './layout.ts';

/** The elements of a block that a person can use. */
export function elementsOf(each: Block): InteractiveElement[] {
  switch (each.type) {
    case 'actions':
      return each.elements;
    case 'input':
      return [each.element];
    case 'section':
      return each.accessory && each.accessory.type !== 'image' ? [each.accessory] : [];
    default:
      return [];
  }
}

function repeated(values: (string | undefined)[]): string[] {
  const known = values.filter((value) => value !== undefined);
  return [...new Set(known.filter((value, index) => known.indexOf(value) !== index))];
}

/** Rules that hold between blocks: ids differ, one element takes the focus, few charts. */
function rulesBetween(blocks: Block[]): string[] {
  const charts = blocks.filter(({ type }) => type === 'data_visualization').length;
  const focused = blocks.flatMap(elementsOf).filter((each) => 'focus_on_load' in each && each.focus_on_load);
  return [
    ...repeated(blocks.map(({ block_id }) => block_id)).map((id) => `block_id \`${id}\` already exists`),
    ...blocks.flatMap((each) =>
      repeated(elementsOf(each).map(({ action_id }) => action_id)).map((id) => `action_id \`${id}\` already exists`),
    ),
    ...(charts > LIMITS.chartsInMessage
      ? [`no more than ${LIMITS.chartsInMessage} data_visualization blocks allowed`]
      : []),
    ...(focused.length > 1 ? ['only one element may have focus_on_load'] : []),
  ];
}

function identified<E extends { action_id?: string | undefined }>(element: E, newId: () => string): E {
  return { ...element, action_id: element.action_id ?? newId() };
}

function withIds(each: Block, newId: () => string): Block {
  const block_id = each.block_id ?? newId();
  switch (each.type) {
    case 'actions':
      return { ...each, block_id, elements: each.elements.map((element) => identified(element, newId)) };
    case 'input':
      return { ...each, block_id, element: identified(each.element, newId) };
    case 'section':
      if (each.accessory && each.accessory.type !== 'image') {
        return { ...each, block_id, accessory: identified(each.accessory, newId) };
      }
      return { ...each, block_id };
    default:
      return { ...each, block_id };
  }
}

/**
 * The blocks of a message or view as Slack keeps them: checked, with the ids that were left out filled in.
 * @throws SlackError with `error` and Slack's reasons; `at` is where the blocks are in the request.
 */
export function checkBlocks(raw: unknown, max: number, error: string, at: PropertyKey[], newId: () => string): Block[] {
  const parsed = z.array(block).max(max).safeParse(raw, { reportInput: true });
  const reasons = parsed.success ? rulesBetween(parsed.data) : slackReasons(parsed.error, at);
  if (!parsed.success || reasons.length > 0) {
    throw new SlackError(
      error,
      reasons.map((each) => `[ERROR] ${each}`),
    );
  }
  return parsed.data.map((each) => withIds(each, newId));
}

/** @throws SlackError `invalid_blocks` or `msg_blocks_too_long`. */
export function checkMessageBlocks(raw: unknown, newId: () => string): Block[] {
  const blocks = checkBlocks(raw, LIMITS.messageBlocks, 'invalid_blocks', ['blocks'], newId);
  const characters = JSON.stringify(raw).length;
  if (characters > LIMITS.messageBlocksCharacters) {
    throw new SlackError('msg_blocks_too_long', `[ERROR] ${characters} characters of blocks [json-pointer:/blocks]`);
  }
  return blocks;
}
