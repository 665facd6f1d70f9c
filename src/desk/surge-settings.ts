import { z } from 'zod';

/** How easily a surge is told: `off` never. */
export const SENSITIVITIES = ['off', 'low', 'normal', 'high'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** What `desk.json` says about surges. */
export const surgeSettings = z.strictObject({ sensitivity: z.enum(SENSITIVITIES).default('normal') }).prefault({});
