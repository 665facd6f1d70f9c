import { SlackError } from './errors.ts';
import { LIFETIMES } from './limits.ts';
import type { State } from './state.ts';

/** Where an answer to a command or a press goes. */
export interface ResponseTarget {
  user: string;
  channel: string;
  /** The message that was pressed; a command has none. */
  ts: string | undefined;
  threadTs: string | undefined;
}

/** `response_url`s: five uses within thirty minutes of the practice clock. */
export function createResponseUrls(state: State, origin: () => string) {
  const issued = new Map<string, { target: ResponseTarget; atMs: number; uses: number }>();
  return {
    issue(target: ResponseTarget): string {
      const token = state.newId('R');
      issued.set(token, { target, atMs: state.clock.monotonicMs(), uses: 0 });
      return `${origin()}/response/${token}`;
    },
    /** @throws SlackError `invalid_url`, `expired_url` or `used_url`. */
    use(token: string): ResponseTarget {
      const entry = issued.get(token);
      if (!entry) throw new SlackError('invalid_url');
      if (state.clock.monotonicMs() - entry.atMs > LIFETIMES.responseUrlMs) throw new SlackError('expired_url');
      if (entry.uses >= LIFETIMES.responseUrlUses) throw new SlackError('used_url');
      entry.uses += 1;
      return entry.target;
    },
  };
}

export type ResponseUrls = ReturnType<typeof createResponseUrls>;
