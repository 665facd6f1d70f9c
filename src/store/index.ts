import type { Decision, Outcome, Refusal } from '../desk/decision.ts';
import type { EffectRow } from '../desk/effect.ts';
import type { Instant } from '../desk/instant.ts';
import type { AggregateType, Ref, States } from '../desk/ref.ts';
import type { Settings } from '../desk/settings.ts';

export type Created<S> = { readonly created: boolean; readonly state: S };
export type Changed<S> = { readonly state: S } | { readonly refused: Refusal };

/** An effect that was taken to be carried out, with the state as of that moment. */
export interface TakenEffect<T extends AggregateType = AggregateType> {
  readonly ref: Ref<T>;
  readonly row: EffectRow;
  readonly state: States[T];
  /** It was saved before this process began to hold the destination: an attempt may have been under way. */
  readonly inherited: boolean;
}

export interface ListQuery {
  /** Only what still needs somebody or something; see desk/facets.ts. */
  readonly open?: boolean;
  /** Only mentions whose SLA clock is due at or before this instant. */
  readonly dueBefore?: Date;
  /** Only what asked to be woken at or before this instant. */
  readonly wakeBefore?: Date;
  /** Only what has no message in Slack yet. */
  readonly uncarded?: boolean;
  /** Only mentions with a promise that is neither kept nor dropped. */
  readonly promised?: boolean;
  /** Only mentions of which a question to a colleague is on its way to Slack. */
  readonly asking?: boolean;
  /** Only mentions of this group of those that say the same. */
  readonly group?: string;
}

/**
 * Where everything is kept. One durable write saves an aggregate's state together with its pending effects; changes of
 * one aggregate happen one at a time. `decide` must be pure: it may run again when a write failed.
 * Errors: `StoreFault` (see below), each with a remedy in its message.
 */
export interface Store {
  /** Creates an aggregate with the next number of its type, or returns the one that exists under the id. */
  create<T extends AggregateType>(
    type: T,
    id: string,
    decide: (number: number) => Decision<States[T]>,
  ): Promise<Created<States[T]>>;
  /** Runs a decision; resolves when state and effects are on disk. An unknown aggregate is a `StoreFault`. */
  change<T extends AggregateType>(
    ref: Ref<T>,
    decide: (state: States[T]) => Outcome<States[T]>,
  ): Promise<Changed<States[T]>>;
  read<T extends AggregateType>(ref: Ref<T>): Promise<States[T] | undefined>;
  /** The aggregate that owns a unique lookup key; see desk/facets.ts for the keys. */
  find(lookup: string): Promise<Ref | undefined>;
  /** Oldest first, by number. */
  list<T extends AggregateType>(type: T, query?: ListQuery): Promise<readonly States[T][]>;
  /** The earliest instant at which `list({ wakeBefore })` would return something. */
  nextWake(): Promise<Date | null>;

  /** Calls the listener with a destination each time that an effect for it was saved. Returns the way to stop. */
  onEffects(listener: (destination: string) => void): () => void;
  /** The destinations that effects wait for. */
  destinations(): Promise<readonly string[]>;
  /** The most urgent ready effect of a destination: by priority, then oldest. Marks it as running. */
  take(destination: string, now: Date): Promise<TakenEffect | undefined>;
  /** When the next waiting effect of a destination becomes ready; null if none waits. */
  nextReady(destination: string): Promise<Date | null>;
  /**
   * The effect was carried out: runs a decision on its aggregate and removes the effect in the same write, unless it
   * was planned again meanwhile; then it waits again. When this, `postpone` or `park` rejects, the effect still counts as
   * running: call it again.
   */
  settle<T extends AggregateType>(
    taken: TakenEffect<T>,
    decide: (state: States[T]) => Decision<States[T]>,
  ): Promise<void>;
  /** The attempt failed: again at `retryAt`. */
  postpone(taken: TakenEffect, retryAt: Date, unclear: boolean): Promise<void>;
  /** The attempt failed for good: kept, with the reason, and not taken again until it is planned anew. */
  park<T extends AggregateType>(
    taken: TakenEffect<T>,
    reason: string,
    decide: (state: States[T]) => Decision<States[T]>,
  ): Promise<void>;
  /** How many effects each destination has; those that wait for another's result are in none. */
  queues(): Promise<readonly Queue[]>;
  /** All parked effects. */
  parked(): Promise<readonly { readonly ref: Ref; readonly row: EffectRow }[]>;

  readCursor(name: string): Promise<string | null>;
  saveCursor(name: string, value: string): Promise<void>;
  /** What was found damaged or missing at start, as sentences that name the file and the remedy; mostly empty. */
  damage(): readonly string[];
  /** Damaged files that this start or an earlier one set aside, and whose content is still missing; oldest first. */
  lost(): readonly LostFile[];
  /** Waits for writes under way and gives the lock back. Everything asked of it later is a `StoreFault`. */
  close(): Promise<void>;
}

/** The effects of one destination. */
export interface Queue {
  readonly destination: string;
  /** To be carried out, now or later, or being carried out. */
  readonly waiting: number;
  readonly parked: number;
}

/** The process that uses a store. */
export interface StoreHolder {
  readonly pid: number;
  /** null: this machine. */
  readonly host: string | null;
  readonly since: string;
}

/** A store, looked at for the doctor without opening it. */
export interface StoreProbe {
  /** The folder, or where else it is. */
  readonly place: string;
  readonly holder: StoreHolder | null;
  /** Whether it can be saved to and locked. */
  readonly writeFault: StoreFault | null;
  /** Why what is there can't be read, as sentences. */
  readonly damage: readonly string[];
  /** null before the first start. */
  readonly settings: Settings | null;
  readonly mentions: number;
  /** When somebody was last forgotten by a person's wish; null when nobody was. */
  readonly forgotAt: Instant | null;
  /** The version of what is there (null before the first start), and the one that this app writes. */
  readonly version: { readonly there: number | null; readonly known: number } | null;
  /** Names of damaged files that a start has set aside. */
  readonly setAside: readonly string[];
  /** Left on its disk for this user; null where the system does not say. */
  readonly freeBytes: number | null;
  /** Every user of the machine may read it. */
  readonly isOpenToOthers: boolean;
}

/** What a backup holds. */
interface Holds {
  readonly mentions: number;
  readonly incidents: number;
  /** What was still to be done when it was made. */
  readonly effects: number;
  /** Texts that had been sent by somebody and were not public yet. */
  readonly unsent: number;
}

/** A backup that was made. */
export interface BackupReport extends Holds {
  readonly place: string;
  /** The instant at which the store stood as in the backup. */
  readonly at: Instant;
  readonly files: number;
  readonly bytes: number;
  /** Files that were copied although they can't be read. */
  readonly damaged: readonly string[];
}

/** A backup that was put in the place of the store. */
export interface RestoreReport extends Holds {
  readonly place: string;
  readonly at: Instant;
  readonly files: number;
  /** Where the store is that was there before; null for none. */
  readonly movedTo: string | null;
}

/**
 * The cursor that a restore leaves: the instant of the backup and that of the restore, with a space between. What
 * happened from the first to the second is unknown to the store, and much of it to be seen elsewhere.
 */
export const RESTORED = 'restored';

/** Of when the backup is that this store was restored from, and when that was; `mark` names both. */
export async function restoredOf(
  store: Pick<Store, 'readCursor'>,
): Promise<{ readonly mark: string; readonly backup: Instant; readonly at: Instant } | null> {
  const mark = await store.readCursor(RESTORED);
  const [backup, at] = mark?.split(' ') ?? [];
  return mark === null || backup === undefined || at === undefined ? null : { mark, backup, at };
}

/** A damaged file whose content is missing. */
export interface LostFile {
  readonly file: string;
  /** The name under which it lies beside the others now. */
  readonly aside: string;
  readonly at: Instant;
  /** The numbers of the mentions that were on it; `to` is null where nobody knows the last, all of it where it had none. */
  readonly mentions: { readonly from: number; readonly to: number | null } | null;
  /** The team's settings were on it. */
  readonly settings: boolean;
}

/** What a store tells besides its answers; pino's loggers fit. */
export interface StoreLog {
  warn(fields: object, message: string): void;
}

export type StoreFaultCode =
  | 'locked'
  | 'lock-lost'
  | 'no-folder'
  | 'unreadable'
  | 'half-restored'
  | 'unfit-backup'
  | 'store-there'
  | 'damaged-page'
  | 'disk-full'
  | 'read-only'
  | 'newer-version'
  | 'unknown-aggregate'
  | 'lookup-taken'
  | 'write-failed'
  | 'closed';

const DISK_TROUBLE: readonly StoreFaultCode[] = ['disk-full', 'read-only', 'write-failed'];

/** Whether the disk did not take it, and may later. */
export function isDiskTrouble(error: unknown): boolean {
  return error instanceof StoreFault && DISK_TROUBLE.includes(error.code);
}

/**
 * Whether the store can be written to, found out by writing a line of its own: on a quiet desk nobody else would notice.
 * @returns the fault's code, or null
 */
export async function tryToSave(store: Pick<Store, 'saveCursor'>, now: Date): Promise<StoreFaultCode | null> {
  try {
    await store.saveCursor('health', now.toISOString());
    return null;
  } catch (error) {
    return error instanceof StoreFault ? error.code : 'write-failed';
  }
}

/** The store could not do what was asked; the message names the file and the remedy. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly code: StoreFaultCode;

  constructor(code: StoreFaultCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
