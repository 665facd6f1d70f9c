import { type Fault, firstHalf, GATEWAY_PAGE } from '../faults.ts';
import * as say from './problems.ts';
import type { XAnswer } from './types.ts';

/** How one call ends. */
export interface Outcome extends XAnswer {
  headers: Record<string, string>;
  /** Not the client's doing: no rejection. */
  ours?: boolean;
  /** For the list of calls, where the body does not say it. */
  why?: string;
  /** The answer as it is sent, where that is not the body as JSON. */
  sent?: { type: string; text: string };
}

/** The status of a call whose connection was cut instead of answered. */
export const CUT = 0;

/** Runs a call under a fault; `run` has the effect, and the fault decides whether it runs and what is told. */
export function withFault(fault: Fault | undefined, now: Date, run: () => Outcome): Outcome {
  switch (fault?.kind) {
    case 'cut-before':
      return cut('connection cut before the effect');
    case 'cut-after':
      run();
      return cut('connection cut after the effect');
    case '500':
      return { ...say.broken(), headers: {}, ours: true };
    case '500-after':
      return { ...run(), ...say.broken(), ours: true };
    case '429':
      return { ...say.tooManyRequests(), headers: resetHeaders(now, fault.retryAfterSeconds), ours: true };
    case 'html':
      return { status: 503, body: '', headers: {}, ours: true, why: 'a gateway’s page', sent: PAGE };
    case 'html-after':
      return { ...run(), status: 200, ours: true, why: 'a gateway’s page', sent: PAGE };
    case 'garbled': {
      const done = run();
      return { ...done, ours: true, sent: { type: JSON_TYPE, text: firstHalf(JSON.stringify(done.body)) } };
    }
    case 'empty':
      return { ...run(), ours: true, sent: { type: JSON_TYPE, text: '' } };
    case undefined:
    case 'delay':
    case 'late-answer':
    case 'drop':
    case 'duplicate':
    case 'hold':
    case 'again':
    case 'refuse':
      return run();
  }
}

const JSON_TYPE = 'application/json; charset=utf-8';
const PAGE = { type: 'text/html', text: GATEWAY_PAGE };

function cut(why: string): Outcome {
  return { status: CUT, body: '', headers: {}, ours: true, why };
}

/** A 429 of X without its headers exists as well: when no time is given. */
function resetHeaders(now: Date, seconds: number | undefined): Record<string, string> {
  if (seconds === undefined) return {};
  return {
    'x-rate-limit-limit': '100',
    'x-rate-limit-remaining': '0',
    'x-rate-limit-reset': String(Math.ceil(now.getTime() / 1000) + seconds),
  };
}
