import type { UserId } from './instant.ts';
import type { Writer } from './needs-approval.ts';

/** Who pressed, and the key under which a redelivery of the same press is recognised. */
export interface Press {
  readonly by: UserId;
  readonly key: string;
  /** Of a press that sends or approves a public text; absent for one of us whose texts need nobody. */
  readonly standing?: Writer;
}
