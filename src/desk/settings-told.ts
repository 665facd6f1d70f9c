import { z } from 'zod';
import { type Settings, settingsSchema } from './settings.ts';
import { NOTHING } from './settings-changes.ts';
import { toldRules } from './urgency-settings.ts';

const ARROW = ' → ';

/** A line of the desk's history about a setting, taken apart again. */
export interface ToldChange {
  /** Which of the settings. */
  readonly part: keyof Settings;
  /** The path below it, such as `complaint`; empty where there is none. */
  readonly below: string;
  readonly from: string;
  readonly to: string;
}

const parts: readonly string[] = Object.keys(settingsSchema.shape);
const isPart = (name: string): name is keyof Settings => parts.includes(name);

/** @returns null for a line that is written otherwise, as of a setting that is no more */
export function toldChange(text: string): ToldChange | null {
  const [, part = '', below = '', values = ''] = /^(\w+)(?:\.([\w.-]+))?: ([\s\S]*)$/.exec(text) ?? [];
  const [from, to, ...more] = values.split(ARROW);
  if (!isPart(part) || from === undefined || to === undefined || more.length > 0) return null;
  return { part, below, from, to };
}

/** Values that the history keeps as JSON; null where they are something else, or no longer fit. */
export const toldLists = {
  rules: (value: string) => listIn(toldRules, value),
  channels: (value: string) => listIn(settingsSchema.shape.channels, value),
  chain: (value: string) => listIn(z.array(z.object({ to: z.string(), minutes: z.number() })), value),
  weekly: (value: string) => listIn(z.array(z.object({ day: z.string(), time: z.string() })), value),
};

function listIn<T>(schema: z.ZodType<T>, value: string): T | null {
  if (value === NOTHING) return schema.safeParse([]).data ?? null;
  try {
    return schema.safeParse(JSON.parse(`[${value}]`)).data ?? null;
  } catch {
    return null;
  }
}
