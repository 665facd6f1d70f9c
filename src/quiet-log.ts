import type { Logger } from 'pino';
import { CallFault, type Fault } from './desk/fault.ts';
import { StoreFault } from './store/index.ts';

/** How errors and faults are written, whatever level the log has. */
export const SERIALIZERS = { err: loggedError, fault: loggedFault } as const;

/**
 * The log of the app: no secrets, no customers' or colleagues' words, no address that answers in our name. What is given
 * to it are ids and texts of ours; an error is cut down to what can't carry anybody's words, since packages put bodies,
 * headers and parts of what they read into theirs.
 */
export function quiet(log: Logger): Logger {
  return log.child({}, { serializers: SERIALIZERS });
}

interface LoggedError {
  readonly type: string;
  readonly code?: string;
  /** Left out where anybody's words may be in it. */
  readonly message?: string;
  /** Where it happened, without the message that V8 puts in front. */
  readonly stack: readonly string[];
  readonly fault?: object | null;
  readonly cause?: LoggedError;
}

const DEEPEST = 4;
const FRAMES = 12;

function loggedError(error: unknown, depth: number = DEEPEST): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, stack: [] };
  const { cause } = error;
  const code = codeOf(error);
  const message = messageOf(error);
  return {
    type: nameOf(error),
    ...(code !== null && { code }),
    ...(message !== null && { message }),
    stack: framesOf(error),
    ...(error instanceof CallFault && { fault: loggedFault(error.fault) }),
    ...(cause instanceof Error && depth > 0 && { cause: loggedError(cause, depth - 1) }),
  };
}

/** Without the other side's own words. */
export function loggedFault(fault: Fault | null | undefined): object | null {
  if (fault === null || fault === undefined) return null;
  const { logged, why, ...rest } = fault;
  return { ...rest, why: logged ?? why };
}

/** What the message of an error may tell: our own say only what we put in, those of Node.js and V8 name no content. */
function messageOf(error: Error): string | null {
  if (error instanceof CallFault || error instanceof StoreFault) return error.message;
  // A system error: `EACCES: permission denied, open '/data/page-1.json'`.
  if ('syscall' in error) return error.message;
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) {
    return withoutQuotes(error.message);
  }
  return null;
}

/** `Cannot read properties of undefined (reading '…')`: the name may be a key made of data. */
function withoutQuotes(message: string): string {
  return message.replace(/(['"`]).*\1/gs, '$1…$1').slice(0, 200);
}

function codeOf(error: Error): string | null {
  return 'code' in error && typeof error.code === 'string' && /^[\w.-]{1,60}$/.test(error.code) ? error.code : null;
}

function nameOf(error: Error): string {
  return /^\w{1,60}$/.test(error.name) ? error.name : 'Error';
}

function framesOf({ stack = '' }: Error): readonly string[] {
  const frames = stack.split('\n').filter((line) => /^ {4}at .{1,300}$/.test(line));
  return frames.slice(0, FRAMES).map((line) => line.trim());
}
