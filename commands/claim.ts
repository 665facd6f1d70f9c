import { isRefused, type Outcome } from '../src/desk/decision.ts';
import { claim as claimIt, release, reopen } from '../src/desk/handling.ts';
import type { Mention } from '../src/desk/mention.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { ACTION } from '../views/ids.ts';
import type { Handler, Reply, SlackPress } from './handler.ts';
import { onMention } from './on-mention.ts';
import type { Tools } from './tools.ts';

type Rule = (mention: Mention, press: SlackPress, tools: Tools) => Outcome<Mention>;

export const reopenRule: Rule = (mention, press, tools) => reopen(mention, press, tools.desk(), tools.clock.now());

/** Claim and release: whose mention it is. */
export const claim: readonly Handler[] = [
  handler(ACTION.claim, (mention, press, tools) => claimIt(mention, press, tools.clock.now())),
  handler(ACTION.release, (mention, press, tools) => release(mention, press, tools.clock.now())),
  handler(ACTION.reopen, reopenRule),
];

function handler(action: string, rule: Rule): Handler {
  return onMention(action, 'staff', (press, tools, mention) => decide(press, tools, mention, rule));
}

/** Runs a rule on a mention; a refusal is told to whoever pressed. */
export async function decide(press: SlackPress, tools: Tools, mention: Mention, rule: Rule): Promise<Reply> {
  const outcome = await tools.store.change(mentionRef(mention.id), (state) => rule(state, press, tools));
  if (!isRefused(outcome) || outcome.refused.reason === 'already-handled') return {};
  return { refused: outcome.refused };
}
