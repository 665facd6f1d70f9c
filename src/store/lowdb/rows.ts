import type { EffectRow, PlannedEffect, Priority } from '../../desk/effect.ts';
import type { Instant } from '../../desk/instant.ts';

type Rows = readonly EffectRow[];

interface Planning {
  readonly now: Instant;
  /** An attempt at this key is under way. */
  readonly isRunning: (key: string) => boolean;
}

/** Puts planned effects among an aggregate's rows: each key once. */
export function planInto(rows: Rows, planned: readonly PlannedEffect[], planning: Planning): Rows {
  if (planned.length === 0) return rows;
  const byKey = new Map(rows.map((row) => [row.key, row]));
  for (const plan of planned) byKey.set(plan.key, rowOf(plan, byKey.get(plan.key), planning));
  return [...byKey.values()];
}

function rowOf(plan: PlannedEffect, old: EffectRow | undefined, { now, isRunning }: Planning): EffectRow {
  const { key, effect, notBefore } = plan;
  const waits = old !== undefined && old.parked === null && !isRunning(key);
  // An attempt under way, or one that nobody saw end, may have had its effect since then: who looks for it begins there.
  const mayBeDone = old !== undefined && (isRunning(key) || old.unclear);
  return {
    key,
    effect,
    notBefore,
    priority: waits ? moreUrgent(old.priority, plan.priority) : plan.priority,
    savedAt: waits || mayBeDone ? old.savedAt : now,
    revision: (old?.revision ?? 0) + 1,
    attempts: 0,
    unclear: old?.unclear ?? false,
    parked: null,
  };
}

/** The attempt is done: its row goes, unless the key was planned again, meanwhile or by the result itself. */
export function settleRows(rows: Rows, taken: EffectRow, planned: readonly PlannedEffect[], planning: Planning): Rows {
  const meanwhile = rows.some((row) => row.key === taken.key && row.revision !== taken.revision);
  const again = meanwhile || planned.some((plan) => plan.key === taken.key);
  // Whatever was unclear is known now, and what was planned meanwhile waits from now on.
  const { now } = planning;
  const rest = again
    ? replace(rows, taken.key, (row) => ({ ...row, unclear: false, savedAt: now }))
    : without(rows, taken.key);
  return planInto(rest, planned, endOf(taken.key, !meanwhile, planning));
}

/** The attempt failed: again at `retryAt`, or earlier where the key was planned anew meanwhile. */
export function postponeRows(rows: Rows, taken: EffectRow, retryAt: Instant, unclear: boolean): Rows {
  return replace(rows, taken.key, (row) => ({
    ...row,
    notBefore: row.revision === taken.revision ? retryAt : sooner(row.notBefore, retryAt),
    attempts: row.attempts + 1,
    unclear,
  }));
}

/** The attempt failed for good: set aside, unless the key was planned anew meanwhile. */
export function parkRows(
  rows: Rows,
  taken: EffectRow,
  reason: string,
  planned: readonly PlannedEffect[],
  planning: Planning,
): Rows {
  const parked = replace(rows, taken.key, (row) =>
    row.revision === taken.revision ? { ...row, parked: reason, attempts: row.attempts + 1 } : row,
  );
  return planInto(parked, planned, endOf(taken.key, false, planning));
}

/** After an attempt its key no longer runs; a row that was carried out counts as used up, not as waiting. */
function endOf(key: string, usedUp: boolean, { now, isRunning }: Planning): Planning {
  return { now, isRunning: (other) => (other === key ? usedUp : isRunning(other)) };
}

function replace(rows: Rows, key: string, by: (row: EffectRow) => EffectRow): Rows {
  return rows.map((row) => (row.key === key ? by(row) : row));
}

function without(rows: Rows, key: string): Rows {
  return rows.filter((row) => row.key !== key);
}

function moreUrgent(one: Priority, other: Priority): Priority {
  return one < other ? one : other;
}

/** null means at once. */
function sooner(one: Instant | null, other: Instant): Instant | null {
  return one === null || one < other ? one : other;
}
