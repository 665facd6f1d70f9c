import type { EffectRow } from './effect.ts';
import { isHomeKept } from './person.ts';
import type { Aggregate } from './ref.ts';

/**
 * Whether the world has overtaken an effect: a warning about what was answered meanwhile, a reminder of an update that
 * is out, a home tab at which nobody looks any more. It is then settled without being carried out.
 */
export function isMoot(state: Aggregate, row: EffectRow, now: Date): boolean {
  const { effect } = row;
  if (effect.type === 'send-notice' && effect.notice.type === 'due-soon' && state.type === 'mention') {
    const { clock } = effect.notice;
    return state.clocks.some((one) => one.id === clock && one.stopped !== null);
  }
  if (effect.type === 'send-notice' && effect.notice.type === 'promise' && state.type === 'mention') {
    const { promise } = effect.notice;
    return state.promises.some((one) => one.id === promise && one.ended !== null);
  }
  if (effect.type === 'send-notice' && effect.notice.type === 'wrote-again' && state.type === 'mention') {
    const { post } = effect.notice;
    return state.clocks.some((one) => one.post === post && one.stopped !== null);
  }
  if (effect.type === 'post-update-due' && state.type === 'incident') {
    return state.updateDueAt === null || state.updateDueAt > now.toISOString();
  }
  if (effect.type === 'draw-home' && state.type === 'person') return !isHomeKept(state, now);
  if (effect.type === 'post-again' && state.type === 'channel') return state.again.length === 0;
  if (effect.type === 'post-offers' && state.type === 'channel') return state.offers.length === 0;
  if (effect.type === 'draw-backlog' && state.type === 'channel') {
    const line = state.backlog;
    return line === null || (line.message === null && Object.values(line.waiting).every((count) => count === 0));
  }
  return false;
}
