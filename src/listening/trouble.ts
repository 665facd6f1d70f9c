import { StoreFault, type StoreFaultCode } from '../store/index.ts';

/** Faults of the store that have nothing to do with the post: it is read again. */
const STORE_TROUBLE: readonly StoreFaultCode[] = ['disk-full', 'read-only', 'write-failed', 'lock-lost', 'closed'];

/** Whether a post could not be saved for the store's sake; anything else is about this post alone. */
export function isStoreTrouble(error: unknown): boolean {
  return error instanceof StoreFault && STORE_TROUBLE.includes(error.code);
}
