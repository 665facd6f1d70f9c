import { decided } from '../src/desk/decision.ts';
import { type EffectType, PRIORITY } from '../src/desk/effect.ts';
import { ACTION } from '../views/ids.ts';
import { parsePressValue } from '../views/value.ts';
import type { Handler, SlackPress } from './handler.ts';

/** What the public would see; it takes more than to be of the staff. */
const IN_PUBLIC: readonly EffectType[] = ['publish', 'unpublish', 'look-for', 'hide-post'];

/** "Try again" on what Slack or a network refused for good. */
export const tryAgain: readonly Handler[] = [
  {
    on: { action: ACTION.tryAgain },
    who: (press) => (isPublic(keyOf(press)) ? 'publisher' : 'staff'),
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

/** An effect's key begins with its type, and is what finds it. */
function isPublic(key: string): boolean {
  return IN_PUBLIC.some((type) => key.startsWith(`${type}:`));
}

function keyOf(press: SlackPress): string {
  return parsePressValue(press.value ?? '')?.id ?? '';
}
