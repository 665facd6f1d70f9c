import { isRinging } from './alarm.ts';
import type { Effect, EffectRow, Notice } from './effect.ts';
import { isUntoldInVain } from './escalation.ts';
import { isFolded } from './fold.ts';
import type { Mention } from './mention.ts';
import { isHomeKept } from './person.ts';
import { isForgotten } from './reduced.ts';
import type { Aggregate } from './ref.ts';

/**
 * Whether the world has overtaken an effect: a warning about what was answered meanwhile, an alarm or an escalation that
 * somebody took before the next one heard of it, a reminder of an update that is out, a home tab at which nobody looks any
 * more. It is then settled without being carried out.
 */
export function isMoot(state: Aggregate, row: EffectRow, now: Date): boolean {
  const { effect } = row;
  if (isForgotten(state)) return !isOfTheForgotten(effect);
  if (state.type === 'mention') return isMentionMoot(state, effect);
  if (effect.type === 'send-notice' && effect.notice.type === 'alarm' && state.type === 'channel') {
    const { alarm } = effect.notice;
    return !state.alarms.some((one) => one.id === alarm && isRinging(one));
  }
  if (effect.type === 'send-notice' && effect.notice.type === 'shut-out' && state.type === 'channel') {
    return state.shutOut === null;
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

/** Nothing is shown of it any more, and nothing sent; what is public may still be taken back. */
function isOfTheForgotten(effect: Effect): boolean {
  if (effect.type === 'send-notice') return effect.notice.type === 'not-deleted';
  return (
    effect.type === 'erase' || effect.type === 'tell' || effect.type === 'unpublish' || effect.type === 'tend-group'
  );
}

function isMentionMoot(mention: Mention, effect: Effect): boolean {
  // Whatever happens to it, it has no card.
  if (effect.type === 'draw-card' && mention.muted !== null) return mention.card === null;
  if ((effect.type === 'draw-card' || effect.type === 'post-note') && isFolded(mention)) return true;
  if (effect.type === 'post-escalation') return isUntoldInVain(mention, effect);
  return effect.type === 'send-notice' && isNoticeMoot(mention, effect.notice);
}

function isNoticeMoot({ clocks, promises }: Mention, notice: Notice): boolean {
  if (notice.type === 'due-soon') return clocks.some((one) => one.id === notice.clock && one.stopped !== null);
  if (notice.type === 'promise') return promises.some((one) => one.id === notice.promise && one.ended !== null);
  return notice.type === 'wrote-again' && clocks.some((one) => one.post === notice.post && one.stopped !== null);
}
