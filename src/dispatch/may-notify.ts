import type { EffectOf } from '../desk/effect.ts';
import { groupTellers, isToldByAnother, warnsOfClock } from '../desk/group-tellers.ts';
import { mayDm } from '../desk/noise.ts';
import { personRef } from '../desk/ref.ts';
import type { Store, TakenEffect } from '../store/index.ts';

/** Whether a notice goes to its person now: they want such, and are not told the same of a whole group one by one. */
export async function mayNotify(
  { state }: TakenEffect,
  { to, notice }: EffectOf<'send-notice'>,
  store: Pick<Store, 'read' | 'list'>,
): Promise<boolean> {
  if (!mayDm(await store.read(personRef(to)), notice)) return false;
  if (notice.type !== 'due-soon' || state.type !== 'mention' || state.group === null) return true;
  const members = await store.list('mention', { group: state.group.id, open: true });
  return !isToldByAnother(state, groupTellers(members, warnsOfClock));
}
