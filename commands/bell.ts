import { takeKind, takePromises } from '../src/desk/bell.ts';
import type { Channel } from '../src/desk/channel.ts';
import { isRefused, type Outcome } from '../src/desk/decision.ts';
import { channelRef } from '../src/desk/ref.ts';
import { ACTION } from '../views/ids.ts';
import { parseBellValue, parsePressValue } from '../views/value.ts';
import { DONE, type Handler } from './handler.ts';

type Rule = (channel: Channel, press: { readonly by: string; readonly key: string }, id: string) => Outcome<Channel>;

/** In the opening bell's message: who takes which kind, and who takes the promises that nobody has. */
export const bell: readonly Handler[] = [
  handler(ACTION.takeKind, (channel, press, id) => {
    const named = parseBellValue(id);
    return named === null ? { refused: { reason: 'already-done' } } : takeKind(channel, press, named.bell, named.kind);
  }),
  handler(ACTION.takePromises, takePromises),
];

function handler(action: string, rule: Rule): Handler {
  return {
    on: { action },
    who: 'staff',
    async run(press, tools) {
      const value = parsePressValue(press.value ?? '');
      if (value?.ref.type !== 'channel' || value.id === undefined) return DONE;
      const { id } = value;
      const outcome = await tools.store.change(channelRef(value.ref.id), (channel) => rule(channel, press, id));
      return isRefused(outcome) ? { refused: outcome.refused } : DONE;
    },
  };
}
