import { takeAlarm } from '../src/desk/alarm.ts';
import { isRefused } from '../src/desk/decision.ts';
import { channelRef } from '../src/desk/ref.ts';
import { ACTION } from '../views/ids.ts';
import { parsePressValue } from '../views/value.ts';
import type { Handler } from './handler.ts';

/** "I am on it", in the direct message of an alarm or on its line in the channel. */
export const alarm: readonly Handler[] = [
  {
    on: { action: ACTION.takeAlarm },
    who: 'staff',
    async run(press, tools) {
      const value = parsePressValue(press.value ?? '');
      const { alarm: words } = tools.context().words;
      if (value?.ref.type !== 'channel' || value.id === undefined) return { say: words.alreadyOver };
      const { id } = value;
      const outcome = await tools.store.change(channelRef(value.ref.id), (state) =>
        takeAlarm(state, press, id, tools.clock.now()),
      );
      if (!isRefused(outcome)) return { say: words.youAreOnIt };
      return outcome.refused.reason === 'already-done' ? { say: words.youAreOnIt } : { refused: outcome.refused };
    },
  },
];
