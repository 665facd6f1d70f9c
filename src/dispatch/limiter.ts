import Bottleneck from 'bottleneck';

/** Runs jobs one after another at the pace that a destination allows. */
export interface Limiter {
  run<T>(job: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

/**
 * The pace of each destination. Bottleneck only throttles: what goes next is taken from the store when the limiter
 * lets a job start, so a later, more urgent effect overtakes. Its queue is never longer than one job.
 *
 * Slack: "1 message per second per channel", short bursts allowed (https://docs.slack.dev/apis/web-api/rate-limits);
 * `chat.update` is tier 3, about 50 a minute, `views.publish` tier 4, about 100. X answers limits in its headers; the
 * pace here only spreads a burst.
 */
export function createLimiter(destination: string): Limiter {
  const limiter = new Bottleneck({ maxConcurrent: 1, ...paceOf(destination) });
  return {
    run: (job) => limiter.schedule(job),
    async stop() {
      await limiter.stop({ dropWaitingJobs: true, dropErrorMessage: STOPPED });
      await limiter.disconnect();
    },
  };
}

/** The message of the error that a job waiting at `stop` ends with. */
export const STOPPED = 'stopped';

function paceOf(destination: string): Bottleneck.ConstructorOptions {
  if (destination.startsWith('slack:post:')) return bucket(3, 1_000);
  if (destination === 'slack:update') return bucket(12, 1_500);
  // Each reads, and deletes one by one (`chat.delete` is tier 3): Slack's own limit sets the pace of what is long.
  if (destination === 'slack:erase') return bucket(5, 1_500);
  if (destination === 'slack:home') return bucket(10, 750);
  if (destination.startsWith('network:')) return { minTime: 250 };
  return {};
}

/** So many at once, then one each interval. Bottleneck counts intervals in steps of 250 ms. */
function bucket(burst: number, everyMs: number): Bottleneck.ConstructorOptions {
  return {
    reservoir: burst,
    reservoirIncreaseAmount: 1,
    reservoirIncreaseInterval: everyMs,
    reservoirIncreaseMaximum: burst,
  };
}
