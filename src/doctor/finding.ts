/** The parts that a report is grouped by, in its order. */
export const AREAS = ['Environment', 'Settings', 'Store', 'Triage', 'Slack', 'X', 'Clocks', 'Costs'] as const;
export type Area = (typeof AREAS)[number];

/**
 * What one look found. `error`: Earshot would not start, or not do its work. `warn`: it works, but somebody should know.
 * `info`: good to know, or what can't be found out.
 */
export type Finding =
  | { readonly area: Area; readonly level: 'ok' | 'info'; readonly text: string }
  | { readonly area: Area; readonly level: 'warn' | 'error'; readonly text: string; readonly remedy: string };

/** One look at one thing. A check that throws is a finding of its own, and hides no other. */
export interface Check {
  readonly area: Area;
  look(): Promise<readonly Finding[]>;
}

/** The findings of an area, without naming it each time. */
export function findingsOf(area: Area) {
  return {
    ok: (text: string): Finding => ({ area, level: 'ok', text }),
    info: (text: string): Finding => ({ area, level: 'info', text }),
    warn: (text: string, remedy: string): Finding => ({ area, level: 'warn', text, remedy }),
    error: (text: string, remedy: string): Finding => ({ area, level: 'error', text, remedy }),
  };
}
