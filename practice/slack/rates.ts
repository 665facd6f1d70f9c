import { RATES } from './limits.ts';
import type { Clock } from './types.ts';

function rateOf(name: string): { burst: number; perSecond: number } | undefined {
  return Object.entries(RATES).find(([method]) => method === name)?.[1];
}

/** Token buckets on the practice clock, one for each limited method and, for messages, each channel. */
export function createRates(clock: Clock) {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  return {
    /** Seconds until the next call may come, or undefined when this one may pass. */
    retryAfterSeconds(methodName: string, args: Record<string, unknown>): number | undefined {
      const rate = rateOf(methodName);
      if (!rate) return undefined;
      const key = methodName === 'chat.postMessage' ? `${methodName}:${String(args.channel)}` : methodName;
      const nowMs = clock.monotonicMs();
      const bucket = buckets.get(key) ?? { tokens: rate.burst, atMs: nowMs };
      const tokens = Math.min(rate.burst, bucket.tokens + ((nowMs - bucket.atMs) / 1000) * rate.perSecond);
      const passes = tokens >= 1;
      buckets.set(key, { tokens: passes ? tokens - 1 : tokens, atMs: nowMs });
      return passes ? undefined : Math.max(1, Math.ceil((1 - tokens) / rate.perSecond));
    },
  };
}

export type Rates = ReturnType<typeof createRates>;
