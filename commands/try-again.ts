import { decided } from '../src/desk/decision.ts';
import { PRIORITY } from '../src/desk/effect.ts';
import { ACTION } from '../views/ids.ts';
import { parsePressValue } from '../views/value.ts';
import type { Handler } from './handler.ts';

/** "Try again" on what Slack or a network refused for good. */
export const tryAgain: readonly Handler[] = [
  {
    on: { action: ACTION.tryAgain },
    who: 'staff',
    async run(press, tools) {
      const { commands } = tools.context().words;
      const value = parsePressValue(press.value ?? '');
      const parked = (await tools.store.parked()).find(
        ({ ref, row }) => ref.type === value?.ref.type && ref.id === value.ref.id && row.key === value.id,
      );
      if (parked === undefined) return { say: commands.nothingToTry };
      const { key, effect } = parked.row;
      const again = { key, effect, priority: PRIORITY.press, notBefore: null };
      await tools.store.change(parked.ref, (state) => decided(state, [again]));
      return { say: commands.triedAgain };
    },
  },
];
