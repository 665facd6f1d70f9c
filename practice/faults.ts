import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What can go wrong with one call or one delivery:
 * - `delay`: answered late, by `delayMs`
 * - `429`: refused with `Retry-After`; `500`: refused without an effect
 * - `500-after`: the effect happens, the answer is a 500
 * - `cut-before`, `cut-after`: the connection is destroyed before or after the effect, without an answer
 * - `late-answer`: the effect happens at once, and only the answer comes late
 * - `html`: a gateway's page with a 503, without an effect; `html-after`: the effect happens, the page comes with a 200
 * - `garbled`, `empty`: the effect happens, the answer breaks off in the middle of its JSON, or has no body
 * - `refuse`: refused with the error code (Slack) that `error` names, without an effect
 * - `drop`, `duplicate`, `hold`, `again`: for deliveries to the app: never, twice, only after the next one (reordered), or
 *   once more when `until` resolves
 */
export type FaultKind =
  | 'delay'
  | '429'
  | '500'
  | '500-after'
  | 'cut-before'
  | 'cut-after'
  | 'late-answer'
  | 'html'
  | 'html-after'
  | 'garbled'
  | 'empty'
  | 'refuse'
  | 'drop'
  | 'duplicate'
  | 'hold'
  | 'again';

export interface Fault {
  /** A string is the whole name of the method or path (`chat.postMessage`, `POST /2/tweets`); a RegExp finds it. */
  when: string | RegExp;
  kind: FaultKind;
  /** How many calls it hits; default: until removed. */
  times?: number;
  /** Any kind may also come late; milliseconds of the machine's own time. */
  delayMs?: number;
  /** … or when what this returns resolves; it is called when the fault hits. */
  until?: () => Promise<unknown>;
  /** For `429`: when the client may come again; without it X says nothing, and Slack one second. */
  retryAfterSeconds?: number;
  /** For `429` of Slack: without the header. */
  withoutHeader?: boolean;
  /** For `refuse`: Slack's error code, such as `fatal_error`. */
  error?: string;
}

export interface Faults {
  /** Switches a fault on; the returned function switches it off. */
  add(fault: Fault): () => void;
  /** The oldest fault that hits this call, counted as used once. */
  take(name: string): Fault | undefined;
  clear(): void;
}

/** Resolves when a call that was hit may go on. */
export async function delayOf(fault: Fault | undefined): Promise<void> {
  if (fault?.delayMs !== undefined) await sleep(fault.delayMs);
  await fault?.until?.();
}

/** What a gateway shows in the place of the service behind it. */
export const GATEWAY_PAGE =
  '<!DOCTYPE html><html><head><title>Service unavailable</title></head><body><h1>503</h1></body></html>';

/** An answer that breaks off. */
export function firstHalf(text: string): string {
  return text.slice(0, Math.max(1, Math.floor(text.length / 2)));
}

function hits(when: string | RegExp, name: string): boolean {
  return typeof when === 'string' ? when === name : name.search(when) >= 0;
}

export function createFaults(): Faults {
  let active: { fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
      active.push(entry);
      return () => {
        active = active.filter((other) => other !== entry);
      };
    },
    take(name) {
      const entry = active.find(({ fault }) => hits(fault.when, name));
      if (!entry) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) active = active.filter((other) => other !== entry);
      return entry.fault;
    },
    clear() {
      active = [];
    },
  };
}
