import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import { SECOND_MS } from './desk/instant.ts';

interface EndingDeps {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly log: Logger;
  /** Finishes what is under way; bounded by itself. */
  readonly stop: () => Promise<void>;
  readonly exit: (code: number) => void;
}

export interface Ending {
  /** Orderly, once: what is under way is finished, what is saved goes on at the next start. */
  end(code: number, why: string): Promise<void>;
  /** The first asks for an orderly end; the second ends at once. */
  signal(name: string): void;
  isEnding(): boolean;
}

/** npm hands Ctrl-C on to a process that the terminal has told already: within this time it is the same one. */
const SAME_SIGNAL_MS = SECOND_MS;
/** Not in order. */
const EXIT_AT_ONCE = 1;

/** How the process ends, whoever wants it to. */
export function createEnding({ clock, log, stop, exit }: EndingDeps): Ending {
  let isEnding = false;
  let signalledAtMs: number | null = null;

  async function end(code: number, why: string): Promise<void> {
    if (isEnding) return;
    isEnding = true;
    log.info({ why }, 'earshot: stopping');
    await stop().catch((error: unknown) => log.error({ err: error }, 'earshot: could not stop in order'));
    exit(code);
  }

  return {
    end,
    signal(name) {
      const nowMs = clock.monotonicMs();
      if (signalledAtMs !== null && nowMs - signalledAtMs >= SAME_SIGNAL_MS) {
        log.warn({ signal: name }, 'earshot: asked again, ending at once; the next start looks for what was cut off');
        exit(EXIT_AT_ONCE);
        return;
      }
      signalledAtMs ??= nowMs;
      void end(0, name);
    },
    isEnding: () => isEnding,
  };
}
