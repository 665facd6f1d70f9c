import { takeBack } from '../src/desk/broadcast.ts';
import { isRefused, type Outcome } from '../src/desk/decision.ts';
import { askToDelete, confirmThere } from '../src/desk/published.ts';
import { type Publisher, sendAgain } from '../src/desk/publishing.ts';
import { ACTION } from '../views/ids.ts';
import { parsePressValue } from '../views/value.ts';
import type { Handler, Reply, SlackPress } from './handler.ts';
import { publisherRef } from './publisher-ref.ts';
import type { Tools } from './tools.ts';

type Rule = (state: Publisher, id: string, press: SlackPress, tools: Tools) => Outcome<Publisher>;

/** What can still be done about a public text: undo it while it waits, delete it, clear up whether it is there. */
export const publication: readonly Handler[] = [
  handler(ACTION.undo, (state, id, press, tools) => takeBack(state, id, press.by, tools.clock.now())),
  handler(ACTION.deleteReply, (state, id, press, tools) => askToDelete(state, id, press.by, tools.clock.now())),
  handler(ACTION.sendAgain, (state, id, press, tools) =>
    sendAgain(state, id, press.by, tools.desk(), tools.clock.now()),
  ),
  handler(ACTION.isThere, (state, id, press, tools) =>
    confirmThere(state, id, press.by, tools.desk(), tools.clock.now()),
  ),
];

function handler(action: string, rule: Rule): Handler {
  return { on: { action }, who: 'own', run: (press, tools) => apply(press, tools, rule) };
}

async function apply(press: SlackPress, tools: Tools, rule: Rule): Promise<Reply> {
  const value = parsePressValue(press.value ?? '');
  const ref = value === null ? null : publisherRef(value.ref);
  if (value?.id === undefined || ref === null) return { say: tools.context().words.commands.unknownMention };
  const { id } = value;
  const outcome = await tools.store.change(ref, (state) => rule(state, id, press, tools));
  return isRefused(outcome) ? { refused: outcome.refused } : {};
}
