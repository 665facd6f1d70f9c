import { Socket } from 'node:net';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;

/** Whether a connection to this address stays on this machine. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/**
 * From now on this process refuses every connection that would leave the machine: practice can never publish for real,
 * whatever is configured.
 */
export function stayOnThisMachine(): void {
  const connect: unknown = Reflect.get(Socket.prototype, 'connect');
  if (typeof connect !== 'function') throw new Error('this Node.js has no Socket.connect to guard');
  const guarded = new Proxy(connect, {
    apply(target, self: unknown, args: unknown[]): unknown {
      const host = hostOf(args);
      if (host !== null && !isLoopback(host)) {
        throw new Error(`Practice never leaves this machine: a connection to ${host} was refused.`);
      }
      return Reflect.apply(target, self, args);
    },
  });
  Reflect.set(Socket.prototype, 'connect', guarded);
}

/** The host in any of `connect`'s forms; null for one that stays here by itself (a path, or no host at all). */
function hostOf(args: readonly unknown[]): string | null {
  const [first, second] = args;
  // Node's own modules hand over their normalised arguments as one array.
  if (Array.isArray(first)) return hostOf(first);
  if (typeof first === 'object' && first !== null) {
    return 'host' in first && typeof first.host === 'string' ? first.host : null;
  }
  return typeof second === 'string' ? second : null;
}
