import { liftLock, lockAgain } from '../src/desk/lock.ts';
import { ACTION, FORM } from '../views/ids.ts';
import { liftLockModal } from '../views/lock.ts';
import { decide } from './claim.ts';
import { show } from './form.ts';
import { showDone } from './hand-over.ts';
import type { Handler } from './handler.ts';
import { onMention } from './on-mention.ts';
import { saveWithReason } from './with-reason.ts';

/** What danger, press or law has locked: open to everybody again, for a reason, and back. */
export const lock: readonly Handler[] = [
  onMention(ACTION.liftLock, 'keyholder', (press, tools, mention) =>
    show(press, tools, liftLockModal(mention, tools.context())),
  ),
  onMention(ACTION.lockAgain, 'keyholder', async (press, tools, mention) => {
    const reply = await decide(press, tools, mention, (state) => lockAgain(state, press, tools.clock.now()));
    if (reply.refused !== undefined) return reply;
    return showDone(press, tools, tools.context().words.urgency.lock.lockedAgain(mention.number));
  }),
  {
    on: { form: FORM.liftLock },
    who: 'keyholder',
    run: (press, tools) =>
      saveWithReason(press, tools, (state, by, reason, now) => liftLock(state, by, reason, tools.desk().settings, now)),
  },
];
