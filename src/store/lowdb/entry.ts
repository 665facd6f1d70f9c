import type { EffectRow } from '../../desk/effect.ts';
import { type Facets, facetsOf } from '../../desk/facets.ts';
import type { Aggregate, AggregateType, Ref, States } from '../../desk/ref.ts';
import { deepFreeze } from './deep-freeze.ts';

/** An aggregate as it is kept in memory: never changed, only replaced. */
export interface Entry {
  readonly key: string;
  readonly ref: Ref;
  readonly number: number;
  readonly state: Aggregate;
  readonly rows: readonly EffectRow[];
  readonly facets: Facets;
}

export function keyOf({ type, id }: Ref): string {
  return `${type}:${id}`;
}

export function createEntry(number: number, state: Aggregate, rows: readonly EffectRow[], previous?: Entry): Entry {
  const ref = { type: state.type, id: state.id };
  const facets = previous?.state === state ? previous.facets : facetsOf(state);
  return { key: keyOf(ref), ref, number, state: deepFreeze(state), rows: deepFreeze(rows), facets };
}

/** The entry's state, typed by the reference that it was found under. */
export function stateAs<T extends AggregateType>(type: T, { key, state }: Entry): States[T] {
  if (!isOf(type, state)) throw new Error(`${key} is no ${type}`);
  return state;
}

function isOf<T extends AggregateType>(type: T, state: Aggregate): state is States[T] {
  return state.type === type;
}
