import type { KnownBlock } from '@slack/types';
import { actions, button, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { ACTION } from './ids.ts';

/** What a press came to, with a button that does it once more. @param text mrkdwn */
export function againBlocks(text: string, value: string, { words }: ViewContext): KnownBlock[] {
  return [section(text), actions(button(ACTION.pressAgain, words.fault.again, value, { style: 'primary' }))];
}
