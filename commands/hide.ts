import { isRefused } from '../src/desk/decision.ts';
import { hide as hideIt } from '../src/desk/hide.ts';
import type { Mention } from '../src/desk/mention.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { ACTION } from '../views/ids.ts';
import type { Handler, Reply, SlackPress } from './handler.ts';
import { moreOf } from './helpful.ts';
import { onMention } from './on-mention.ts';
import type { Tools } from './tools.ts';

/** Hide a customer's posts under a post of ours from the public, and show them again. */
export const hide: readonly Handler[] = [
  onMention(ACTION.hidePost, 'trusted', (press, tools, mention) => decide(press, tools, mention, true)),
  onMention(ACTION.unhidePost, 'trusted', (press, tools, mention) => decide(press, tools, mention, false)),
];

/** The menu that was pressed says what is under way; its card says what came of it. */
async function decide(press: SlackPress, tools: Tools, { id }: Mention, hidden: boolean): Promise<Reply> {
  const outcome = await tools.store.change(mentionRef(id), (state) => hideIt(state, press, hidden, tools.clock.now()));
  if (isRefused(outcome)) return { refused: outcome.refused };
  const { view } = press;
  if (view === null) return {};
  return {
    afterwards: async () => {
      await tools.update({ id: view.id }, await moreOf(outcome.state, tools));
    },
  };
}
