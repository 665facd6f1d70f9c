import type { PublicationFaultCode } from './publication.ts';

/**
 * What the caller should do about a failed call:
 * - `retry`: nothing happened; again after `afterMs`. `why` is for staff and the log.
 * - `unclear`: it may have happened; look before doing it again.
 * - `give-up`: it did not happen and will not; tell a person.
 */
export type Fault =
  | { readonly act: 'retry'; readonly afterMs: number; readonly limited: boolean; readonly why: string }
  | { readonly act: 'unclear'; readonly why: string }
  | { readonly act: 'give-up'; readonly code: PublicationFaultCode | SlackFaultCode; readonly why: string };

export type SlackFaultCode = 'not-in-channel' | 'message-gone' | 'blocks-refused' | 'revoked' | 'slack-refused';

/** A failed call to Slack or to a network, typed by what the caller should do. */
export class CallFault extends Error {
  override readonly name = 'CallFault';
  readonly fault: Fault;

  constructor(fault: Fault, cause?: unknown) {
    super(fault.why, cause === undefined ? undefined : { cause });
    this.fault = fault;
  }
}
