import Bottleneck from 'bottleneck';
import { createSystemClock } from '../clock.ts';
import { createBucket, type Pace } from './bucket.ts';

/** Runs jobs one after another at the pace that a destination allows. */
export interface Limiter {
  run<T>(job: () => Promise<T>): Promise<T>;
  /** The job that ran last made no call: its turn goes to the next one. */
  giveBack(): void;
  stop(): Promise<void>;
}

/**
 * The pace of each destination. Bottleneck only throttles: what goes next is taken from the store when the limiter
 * lets a job start, so a later, more urgent effect overtakes. Its queue is never longer than one job.
 *
 * Slack: "1 message per second per channel", short bursts allowed (https://docs.slack.dev/apis/web-api/rate-limits);
 * `chat.update` is tier 3, about 50 a minute, `views.publish` tier 4, about 100. X answers limits in its headers; the
 * pace here only spreads a burst. The buckets are ours: Bottleneck refills its own when a timer of 250 ms finds the
 * interval over, which costs a queue of thousands some hundredths of its pace, and a fifth of it on a busy machine. They
 * go by the machine's own clock, as the other side does: whoever moves the app's clock to try something out moves no limit.
 */
export function createLimiter(destination: string): Limiter {
  const limiter = new Bottleneck({ maxConcurrent: 1, minTime: spacingOf(destination) });
  const pace = paceOf(destination);
  const bucket = pace === null ? null : createBucket(pace);
  const clock = createSystemClock();
  let isStopped = false;
  let endWait = () => {};

  /** Its time has come, or the limiter stops. */
  async function untilAllowed(): Promise<void> {
    const waitMs = bucket === null ? 0 : bucket.take(clock.monotonicMs());
    if (waitMs > 0 && !isStopped) {
      await new Promise<void>((resolve) => {
        const cancel = clock.after(waitMs, resolve);
        endWait = () => {
          cancel();
          resolve();
        };
      });
    }
    if (isStopped) throw new Error(STOPPED);
  }

  return {
    run: (job) =>
      limiter.schedule(async () => {
        await untilAllowed();
        return job();
      }),
    giveBack: () => bucket?.giveBack(),
    async stop() {
      isStopped = true;
      endWait();
      await limiter.stop({ dropWaitingJobs: true, dropErrorMessage: STOPPED });
      await limiter.disconnect();
    },
  };
}

/** The message of the error that a job waiting at `stop` ends with. */
export const STOPPED = 'stopped';

function spacingOf(destination: string): number {
  return destination.startsWith('network:') ? 250 : 0;
}

/** Null where nothing but the spacing holds it up. */
function paceOf(destination: string): Pace | null {
  if (destination.startsWith('slack:post:')) return { burst: 3, everyMs: 1_000 };
  if (destination === 'slack:update') return { burst: 12, everyMs: 1_500 };
  // Each reads, and deletes one by one (`chat.delete` is tier 3): Slack's own limit sets the pace of what is long.
  if (destination === 'slack:erase') return { burst: 5, everyMs: 1_500 };
  if (destination === 'slack:home') return { burst: 10, everyMs: 750 };
  return null;
}
