import type { WebClient } from '@slack/web-api';
import type { Clock } from '../clock.ts';
import { CallFault } from '../desk/fault.ts';
import { MINUTE_MS } from '../desk/instant.ts';
import { toFault } from './fault.ts';

/** A user group of the workspace. */
export interface UserGroup {
  /** `S…` */
  readonly id: string;
  /** Without the @. */
  readonly handle: string;
}

const FRESH_MS = 5 * MINUTE_MS;

/** The workspace's user groups by handle, remembered for five minutes. The returned function throws `CallFault`. */
export function createUserGroups(client: WebClient, clock: Clock): () => Promise<readonly UserGroup[]> {
  let known: { readonly groups: readonly UserGroup[]; readonly readAtMs: number } | null = null;

  return async () => {
    if (known !== null && clock.monotonicMs() - known.readAtMs < FRESH_MS) return known.groups;
    try {
      const { usergroups = [] } = await client.usergroups.list({});
      const groups = usergroups.flatMap(({ id, handle }) => (id && handle ? [{ id, handle }] : []));
      known = { groups: groups.toSorted((a, b) => a.handle.localeCompare(b.handle)), readAtMs: clock.monotonicMs() };
      return known.groups;
    } catch (error) {
      throw new CallFault(toFault(error, 'harmless'), error);
    }
  };
}
