import { elementsOf } from './blocks/check.ts';
import type { InteractiveElement } from './blocks/elements.ts';
import type { Block } from './blocks/layout.ts';

/** What a person aims at: an action_id, or more where several elements share it. */
export type Aim = string | { action_id: string; block_id?: string; value?: string; option?: string | string[] };

export interface Found {
  blockId: string;
  actionId: string;
  element: InteractiveElement;
  /** The block's own word on dispatch: an input tells the app only with `dispatch_action`. */
  dispatches: boolean;
}

export function aimOf(aim: Aim): Exclude<Aim, string> {
  return typeof aim === 'string' ? { action_id: aim } : aim;
}

/** Every element that is shown in these blocks. */
export function shownElements(blocks: Block[]): Found[] {
  return blocks.flatMap((block) =>
    elementsOf(block).map((element) => ({
      blockId: block.block_id ?? '',
      actionId: element.action_id ?? '',
      element,
      dispatches: block.type !== 'input' || block.dispatch_action === true,
    })),
  );
}

function name({ element, actionId }: Found): string {
  return element.type === 'button' ? `[${element.text.text}] ${actionId}` : `${element.type} ${actionId}`;
}

/** @throws Error that names what is shown instead: a person can't press what is not there. */
export function findElement(blocks: Block[], aim: Aim, where: string): Found {
  const { action_id, block_id, value } = aimOf(aim);
  const shown = shownElements(blocks);
  const found = shown.find(
    (each) =>
      each.actionId === action_id &&
      (block_id === undefined || each.blockId === block_id) &&
      (value === undefined || (each.element.type === 'button' && each.element.value === value)),
  );
  if (found) return found;
  const others = shown.map(name).join(', ') || 'nothing to press';
  throw new Error(`${where} does not show ${JSON.stringify(aim)}; it shows: ${others}`);
}
