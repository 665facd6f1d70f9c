/** The part of a terminal, a file or a pipe that is used. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** How far long work is. */
export interface Progress {
  /** @param share 0 to 1 */
  update(share: number, text: string): void;
  /** Leaves the last state standing; nothing is drawn afterwards. */
  end(): void;
}

interface ProgressOptions {
  /** null: nobody watches. */
  readonly output: Output | null;
  /** Milliseconds that only ever grow. */
  readonly nowMs: () => number;
}

const BAR = 24;
const REDRAW_MS = 100;
/** Where lines stay, as in a log of a build. */
const LINE_MS = 5_000;
const DEFAULT_COLUMNS = 80;
const CLEAR_LINE = '\r\u001b[2K';

/** One line that is drawn again in a terminal; plain lines, now and then, anywhere else. */
export function createProgress({ output, nowMs }: ProgressOptions): Progress {
  const isDrawn = output?.isTTY === true;
  const everyMs = isDrawn ? REDRAW_MS : LINE_MS;
  // In a terminal at once; elsewhere the first line can wait.
  let saidMs = isDrawn ? Number.NEGATIVE_INFINITY : nowMs();
  let last: string | null = null;
  let said: string | null = null;

  function say(line: string): void {
    saidMs = nowMs();
    if (line === said) return;
    said = line;
    const cut = line.slice(0, (output?.columns ?? DEFAULT_COLUMNS) - 1);
    output?.write(isDrawn ? `${CLEAR_LINE}${cut}` : `${line}\n`);
  }

  return {
    update(share, text) {
      last = isDrawn ? `${barOf(share)} ${text}` : text;
      if (nowMs() - saidMs >= everyMs) say(last);
    },
    end() {
      if (last !== null) say(last);
      if (isDrawn && said !== null) output?.write('\n');
      last = null;
      said = null;
    },
  };
}

function barOf(share: number): string {
  const clean = Math.min(1, Math.max(0, share));
  const full = Math.floor(clean * BAR);
  return `[${'#'.repeat(full)}${'.'.repeat(BAR - full)}] ${String(Math.floor(clean * 100)).padStart(3)} %`;
}
