import type { Stage } from '../stage.ts';
import { BLOWS, TROUBLES } from './troubles.ts';
import type { SwitchItem } from './wire.ts';

/** What a visitor can break, and mend again. */
export function createSwitches(stage: Stage) {
  const mend = new Map<string, () => void>();

  return {
    /** @throws Error for a switch that is not there. */
    async set(id: string, on: boolean): Promise<void> {
      const blow = BLOWS[id];
      if (blow !== undefined) return blow.run(stage);
      const trouble = TROUBLES.find((one) => one.id === id);
      if (trouble === undefined) throw new Error(`there is no fault ${id}`);
      mend.get(id)?.();
      mend.delete(id);
      if (on) mend.set(id, trouble.begin(stage));
    },
    items: (): SwitchItem[] => [
      ...TROUBLES.map(({ id, label }) => ({ is: 'switch' as const, id, label, on: mend.has(id) })),
      ...Object.entries(BLOWS).map(([id, { label }]) => ({ is: 'switch' as const, id, label, on: null })),
    ],
  };
}

export type Switches = ReturnType<typeof createSwitches>;
