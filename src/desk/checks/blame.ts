import { blamedIn } from '../blame.ts';
import type { Look } from './context.ts';

/** A company named as the cause, while nobody said who confirmed that: a wrong word about somebody else is theirs to deny. */
export const blame: Look = (text, { confirmedBy, ours, purpose, mention }) => {
  // A correction names whom we blamed; whom it blames itself was asked when it was written for all.
  if (purpose === 'correction' && mention !== null) return null;
  const words = confirmedBy === null ? blamedIn(text, ours) : null;
  return words === null ? null : { check: 'blame', words };
};
