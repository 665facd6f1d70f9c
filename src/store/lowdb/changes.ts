import type { Decision, Outcome } from '../../desk/decision.ts';
import { isRefused } from '../../desk/decision.ts';
import type { EffectRow } from '../../desk/effect.ts';
import type { Instant } from '../../desk/instant.ts';
import type { AggregateType, Ref, States } from '../../desk/ref.ts';
import { type Changed, type Created, StoreFault, type TakenEffect } from '../index.ts';
import type { Draft } from './draft.ts';
import { createEntry, type Entry, keyOf, stateAs } from './entry.ts';
import { parkRows, planInto, postponeRows, settleRows } from './rows.ts';

/** Each way to change an aggregate, as a step on a draft: it throws, and leaves the draft as it was, or succeeds. */
type Step<R> = (draft: Draft) => R;

export function creating<T extends AggregateType>(
  ref: Ref<T>,
  decide: (number: number) => Decision<States[T]>,
  now: Instant,
): Step<Created<States[T]>> {
  return (draft) => {
    const existing = draft.get(ref);
    if (existing !== undefined) return { created: false, state: stateAs(ref.type, existing) };
    const number = draft.nextNumber(ref.type);
    const { state, effects } = decide(number);
    put(draft, ref, number, state, planInto([], effects, { now, isRunning: () => false }));
    return { created: true, state };
  };
}

export function changing<T extends AggregateType>(
  ref: Ref<T>,
  decide: (state: States[T]) => Outcome<States[T]>,
  now: Instant,
): Step<Changed<States[T]>> {
  return (draft) => {
    const entry = existing(draft, ref);
    const before = stateAs(ref.type, entry);
    const outcome = decide(before);
    if (isRefused(outcome)) return outcome;
    const { state, effects } = outcome;
    if (state === before && effects.length === 0) return { state };
    put(draft, ref, entry.number, state, planInto(entry.rows, effects, planning(draft, ref, now)), entry);
    return { state };
  };
}

export function settling<T extends AggregateType>(
  { ref, row }: TakenEffect<T>,
  decide: (state: States[T]) => Decision<States[T]>,
  now: Instant,
): Step<void> {
  return (draft) => {
    const entry = running(draft, ref, row);
    const { state, effects } = decide(stateAs(ref.type, entry));
    put(draft, ref, entry.number, state, settleRows(entry.rows, row, effects, planning(draft, ref, now)), entry);
    draft.release(ref, row.key);
  };
}

export function parking<T extends AggregateType>(
  { ref, row }: TakenEffect<T>,
  reason: string,
  decide: (state: States[T]) => Decision<States[T]>,
  now: Instant,
): Step<void> {
  return (draft) => {
    const entry = running(draft, ref, row);
    const { state, effects } = decide(stateAs(ref.type, entry));
    put(draft, ref, entry.number, state, parkRows(entry.rows, row, reason, effects, planning(draft, ref, now)), entry);
    draft.release(ref, row.key);
  };
}

export function postponing({ ref, row }: TakenEffect, retryAt: Instant, unclear: boolean): Step<void> {
  return (draft) => {
    const entry = running(draft, ref, row);
    draft.put(createEntry(entry.number, entry.state, postponeRows(entry.rows, row, retryAt, unclear), entry));
    draft.release(ref, row.key);
  };
}

function put(
  draft: Draft,
  ref: Ref,
  number: number,
  state: States[AggregateType],
  rows: readonly EffectRow[],
  previous?: Entry,
): void {
  if (state.type !== ref.type || state.id !== ref.id) {
    throw new Error(`The decision on ${keyOf(ref)} returned ${keyOf(state)}`);
  }
  draft.put(createEntry(number, state, rows, previous));
}

function existing(draft: Draft, ref: Ref): Entry {
  const entry = draft.get(ref);
  if (entry !== undefined) return entry;
  throw new StoreFault('unknown-aggregate', `The store has no ${keyOf(ref)}: create it before it is changed.`);
}

/** An attempt ends once: a second end could take away what was planned since. */
function running(draft: Draft, ref: Ref, row: EffectRow): Entry {
  const entry = existing(draft, ref);
  if (draft.runningRevision(ref, row.key) === row.revision) return entry;
  throw new Error(`The attempt at ${row.key} of ${keyOf(ref)} has ended before; take the effect again`);
}

function planning(draft: Draft, ref: Ref, now: Instant) {
  return { now, isRunning: (key: string) => draft.runningRevision(ref, key) !== undefined };
}
