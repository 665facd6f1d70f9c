import { type Decision, decided } from './decision.ts';
import type { Desk } from './desk.ts';
import { type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { type Instant, MINUTE_MS, plusMs } from './instant.ts';
import type { ApprovalCause } from './needs-approval.ts';
import type { Publication } from './publication.ts';
import type { Publisher } from './publishing.ts';

/** A text that nobody looks at goes to the next lead after so long. */
const UNTOUCHED_MS = 10 * MINUTE_MS;
/** So long until the next look who is in a group. */
const UNKNOWN_MS = MINUTE_MS;

/** What a text begins with that waits for a second person; of numbered posts the first stands for all. */
export function held(why: ApprovalCause, after: string | null, now: Date): Pick<Publication, 'status' | 'approval'> {
  const nextAt = after === null ? plusMs(now, UNTOUCHED_MS) : null;
  return { status: 'approval', approval: { why, told: [], nextAt } };
}

/**
 * Texts that nobody approves: one lead after the other hears of them by direct message, in the order of the settings and
 * ten minutes apart, each once. While Slack does not tell who is in a group of leads, the next look asks again.
 */
export function wakeApprovals<S extends Publisher>(state: S, { leads }: Desk, now: Date): Decision<S> {
  const effects: PlannedEffect[] = [];
  const publications = state.publications.map((one) => {
    const { approval } = one;
    if (approval === null || !isDue(one, now)) return one;
    const [next, ...others] = leads.people.filter((id) => id !== one.by && !approval.told.includes(id));
    const later = leads.areKnown ? null : plusMs(now, UNKNOWN_MS);
    if (next === undefined) return { ...one, approval: { ...approval, nextAt: later } };
    const notice = { type: 'approval-waits', publication: one.id } as const;
    effects.push(
      plan({ type: 'send-notice', id: `approval-waits:${one.id}:${next}`, to: next, notice }, PRIORITY.press),
    );
    const nextAt = others.length === 0 && leads.areKnown ? null : plusMs(now, UNTOUCHED_MS);
    return { ...one, approval: { ...approval, told: [...approval.told, next], nextAt } };
  });
  const changed = publications.some((one, index) => one !== state.publications[index]);
  return decided(changed ? { ...state, publications } : state, effects);
}

/** When the next lead is to be told. */
export function approvalWakes(publications: readonly Publication[]): readonly Instant[] {
  return publications.flatMap(({ status, approval }) =>
    status === 'approval' && approval !== null && approval.nextAt !== null ? [approval.nextAt] : [],
  );
}

/** The texts that wait for a second person, each by its first post. */
export function waitingForApproval({ publications }: Publisher): readonly Publication[] {
  return publications.filter(({ status, after }) => status === 'approval' && after === null);
}

function isDue({ status, approval }: Publication, now: Date): boolean {
  return status === 'approval' && approval !== null && approval.nextAt !== null && approval.nextAt <= now.toISOString();
}
