import type { UserId } from './instant.ts';

/** Who pressed, and the key under which a redelivery of the same press is recognised. */
export interface Press {
  readonly by: UserId;
  readonly key: string;
}
