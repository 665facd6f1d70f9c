import type { Clock } from '../clock.ts';
import { type Instant, MINUTE_MS } from '../desk/instant.ts';

/** Our instants by Slack's clock, which stamps the messages. */
export interface SlackTime {
  /** Slack has just stamped a message with this ts. */
  stamped(ts: string): void;
  /** The earliest that an instant of ours can have been by Slack's clock. */
  earliest(instant: Instant): Date;
}

/** Every look begins some minutes early, so that little differences do not matter. */
const TOLERATED_MS = MINUTE_MS;

/**
 * Our wall clock may be wrong, or jump between a post and the look for it: a look that begins too late finds nothing, and
 * the message would be posted twice. Slack's time is therefore counted from its last stamp, on the monotonic clock.
 */
export function createSlackTime(clock: Pick<Clock, 'now' | 'monotonicMs'>): SlackTime {
  let aheadOfMonotonicMs: number | null = null;

  return {
    stamped(ts) {
      aheadOfMonotonicMs = Number(ts) * 1_000 - clock.monotonicMs();
    },
    earliest(instant) {
      const nowMs = clock.now().getTime();
      const slackNowMs = aheadOfMonotonicMs === null ? nowMs : clock.monotonicMs() + aheadOfMonotonicMs;
      const ours = Date.parse(instant);
      if (Math.abs(nowMs - slackNowMs) < TOLERATED_MS) return new Date(Math.min(ours, nowMs));
      // The clock was wrong then as it is now, was right then, or was ahead and was put right.
      return new Date(Math.min(ours - (nowMs - slackNowMs), ours, nowMs, slackNowMs));
    },
  };
}
