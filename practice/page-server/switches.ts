import type { Fault, Faults } from '../faults.ts';
import type { Stage } from '../stage.ts';
import type { SwitchItem } from './wire.ts';

interface Trouble extends Fault {
  readonly id: string;
  readonly label: string;
  readonly at: 'x' | 'slack';
}

const TROUBLES: readonly Trouble[] = [
  {
    id: 'x-cut',
    label: 'X publishes our post, then cuts the line',
    at: 'x',
    when: 'POST /2/tweets',
    kind: 'cut-after',
  },
  {
    id: 'x-429',
    label: 'X refuses posts: too many',
    at: 'x',
    when: 'POST /2/tweets',
    kind: '429',
    retryAfterSeconds: 60,
  },
  { id: 'x-500', label: 'X is down', at: 'x', when: /./, kind: '500' },
  {
    id: 'slack-429',
    label: 'Slack limits new messages',
    at: 'slack',
    when: 'chat.postMessage',
    kind: '429',
    retryAfterSeconds: 5,
  },
  {
    id: 'slack-slow',
    label: 'Slack takes 2 seconds to update',
    at: 'slack',
    when: 'chat.update',
    kind: 'delay',
    delayMs: 2_000,
  },
  {
    id: 'twice',
    label: 'Slack delivers each press twice',
    at: 'slack',
    when: 'deliver:interactive',
    kind: 'duplicate',
  },
];

/** What a visitor can break, and mend again. */
export function createSwitches(stage: Stage) {
  const mend = new Map<string, () => void>();
  const blows: Readonly<Record<string, { readonly label: string; readonly run: () => Promise<void> | void }>> = {
    socket: { label: 'Cut Slack’s connection to the app', run: () => stage.slack.sockets.cut() },
    restart: {
      label: 'Stop the app and start it again',
      async run() {
        await stage.stopApp();
        await stage.startApp();
      },
    },
  };

  return {
    /** @throws Error for a switch that is not there. */
    async set(id: string, on: boolean): Promise<void> {
      const blow = blows[id];
      if (blow !== undefined) return blow.run();
      const trouble = TROUBLES.find((one) => one.id === id);
      if (trouble === undefined) throw new Error(`there is no fault ${id}`);
      mend.get(id)?.();
      mend.delete(id);
      const { at, id: _id, label: _label, ...fault } = trouble;
      const faults: Faults = at === 'x' ? stage.x.faults : stage.slack.faults;
      if (on) mend.set(id, faults.add(fault));
    },
    items: (): SwitchItem[] => [
      ...TROUBLES.map(({ id, label }) => ({ is: 'switch' as const, id, label, on: mend.has(id) })),
      ...Object.entries(blows).map(([id, { label }]) => ({ is: 'switch' as const, id, label, on: null })),
    ],
  };
}

export type Switches = ReturnType<typeof createSwitches>;
