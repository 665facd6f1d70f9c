import { isRefused } from '../src/desk/decision.ts';
import { liftLock, lockAgain } from '../src/desk/lock.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { asTyped } from '../src/desk/typed-text.ts';
import { fieldOf } from '../views/form-values.ts';
import { ACTION, FIELD, FORM } from '../views/ids.ts';
import { liftLockModal } from '../views/lock.ts';
import { decide } from './claim.ts';
import { mentionOfForm, show } from './form.ts';
import type { Handler, Reply, SlackPress } from './handler.ts';
import { onMention } from './on-mention.ts';
import type { Tools } from './tools.ts';

/** What danger, press or law has locked: open to everybody again, for a reason, and back. */
export const lock: readonly Handler[] = [
  onMention(ACTION.liftLock, 'keyholder', (press, tools, mention) =>
    show(press, tools, liftLockModal(mention, tools.context())),
  ),
  onMention(ACTION.lockAgain, 'keyholder', async (press, tools, mention) => {
    const reply = await decide(press, tools, mention, (state) => lockAgain(state, press, tools.clock.now()));
    return reply.refused === undefined
      ? { say: tools.context().words.urgency.lock.lockedAgain(mention.number) }
      : reply;
  }),
  { on: { form: FORM.liftLock }, who: 'keyholder', run: lift },
];

async function lift(press: SlackPress, tools: Tools): Promise<Reply> {
  const { commands, refusal } = tools.context().words;
  const mention = await mentionOfForm(press, tools);
  if (mention === undefined) return { ack: { errors: { [FIELD.reason]: commands.unknownMention } } };
  const reason = asTyped(fieldOf(press.values, FIELD.reason)?.trim() ?? '');
  if (reason === '') return { ack: { errors: { [FIELD.reason]: refusal.unsuitable.empty('') } } };
  const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
    liftLock(state, press, reason, tools.desk().settings, tools.clock.now()),
  );
  if (!isRefused(outcome) || outcome.refused.reason === 'already-handled') return { ack: { clear: true } };
  return { refused: outcome.refused, at: FIELD.reason };
}
