import type { PublicationFaultCode } from './publication.ts';

interface Told {
  /** For staff; the other side's own words, where it has some. */
  readonly why: string;
  /** For the log, where `why` has the other side's words: they may repeat what we sent it. */
  readonly logged?: string;
}

/**
 * What the caller should do about a failed call:
 * - `retry`: nothing happened; again after `afterMs`. `why` is for staff and the log.
 * - `unclear`: it may have happened; look before doing it again.
 * - `give-up`: it did not happen and will not; tell a person.
 */
export type Fault = Told &
  (
    | { readonly act: 'retry'; readonly afterMs: number; readonly limited: boolean }
    | { readonly act: 'unclear' }
    | { readonly act: 'give-up'; readonly code: PublicationFaultCode | SlackFaultCode }
  );

export type SlackFaultCode =
  | 'not-in-channel'
  | 'archived'
  | 'scope-missing'
  | 'person-gone'
  | 'message-gone'
  | 'blocks-refused'
  | 'revoked'
  | 'slack-refused';

/** A failed call to Slack or to a network, typed by what the caller should do. */
export class CallFault extends Error {
  override readonly name = 'CallFault';
  readonly fault: Fault;

  constructor(fault: Fault, cause?: unknown) {
    super(fault.logged ?? fault.why, cause === undefined ? undefined : { cause });
    this.fault = fault;
  }
}
