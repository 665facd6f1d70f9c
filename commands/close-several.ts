import { closeOpen } from '../src/desk/close-open.ts';
import { isRefused } from '../src/desk/decision.ts';
import type { Mention } from '../src/desk/mention.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { listOf as chosenIn } from '../views/form-values.ts';
import { closedSeveralModal, closeSeveralModal, type NotClosed } from '../views/forms/close-several.ts';
import { closeReasonOf } from '../views/forms/triage.ts';
import { ACTION, FIELD, FORM } from '../views/ids.ts';
import { openByWait } from './find.ts';
import { show } from './form.ts';
import type { Handler, Reply, SlackPress } from './handler.ts';
import { listOf } from './mentions.ts';
import type { Tools } from './tools.ts';

/** "No answer needed" for several mentions at once. */
export const closeSeveral: readonly Handler[] = [
  { on: { action: ACTION.closeSeveral }, who: 'staff', run: openCloseSeveral },
  { on: { form: FORM.closeSeveral }, who: 'staff', run: closeChosen },
];

export async function openCloseSeveral(press: SlackPress, tools: Tools): Promise<Reply> {
  return show(press, tools, closeSeveralModal(await openByWait(tools.store), tools.context()));
}

/** Each is closed by a change of its own: what a colleague has answered meanwhile holds up none of the others. */
async function closeChosen(press: SlackPress, tools: Tools): Promise<Reply> {
  const ctx = tools.context();
  const reason = closeReasonOf(press.values, ctx);
  const ids = chosenIn(press.values, FIELD.mentions) ?? [];
  const results = await Promise.all(ids.map((id) => closeOne(id, press, reason, tools)));
  const closed = results.flatMap((one) => ('closed' in one ? [one.closed] : []));
  const others = results.flatMap((one) => ('closed' in one ? [] : [one]));
  return {
    ack: { update: closedSeveralModal(closed, others, ctx) },
    afterwards: () => redrawList(press, tools),
  };
}

async function closeOne(
  id: string,
  press: SlackPress,
  reason: string,
  tools: Tools,
): Promise<{ readonly closed: Mention } | NotClosed> {
  const before = await tools.store.read(mentionRef(id));
  if (before === undefined) return { mention: null, refusal: null };
  const own = { by: press.by, key: `${press.key}:${before.number}` };
  const outcome = await tools.store.change(mentionRef(id), (state) => closeOpen(state, own, reason, tools.clock.now()));
  if (!isRefused(outcome)) return { closed: outcome.state };
  const mention = (await tools.store.read(mentionRef(id))) ?? before;
  return outcome.refused.reason === 'already-handled' ? { closed: mention } : { mention, refusal: outcome.refused };
}

/** The list beneath no longer shows what was closed. */
async function redrawList(press: SlackPress, tools: Tools): Promise<void> {
  if (press.view === null || press.view.rootId === press.view.id) return;
  await tools.update({ id: press.view.rootId }, await listOf(press, tools, 'open', 1));
}
