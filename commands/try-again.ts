import { decided } from '../src/desk/decision.ts';
import { type EffectType, PRIORITY } from '../src/desk/effect.ts';
import { ACTION } from '../views/ids.ts';
import { parsePressValue } from '../views/value.ts';
import { deniedText } from './attempt.ts';
import type { Handler } from './handler.ts';
import { denied } from './may.ts';

/** What the public would see; it takes more than to be of the staff. */
const IN_PUBLIC: readonly EffectType[] = ['publish', 'unpublish'];

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
      const no = IN_PUBLIC.includes(effect.type)
        ? await denied('publisher', press.by, tools.desk(), tools.people)
        : null;
      if (no !== null) return { say: deniedText(no, press, tools) };
      const again = { key, effect, priority: PRIORITY.press, notBefore: null };
      await tools.store.change(parked.ref, (state) => decided(state, [again]));
      return { say: commands.triedAgain };
    },
  },
];
