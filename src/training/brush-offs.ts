import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ROOT } from './places.ts';

const schema = z.strictObject({
  lang: z.enum(['de', 'en']),
  brushOff: z.boolean(),
  /** How it brushes off, or what makes it a good reply. */
  sort: z.string(),
  text: z.string().min(1),
  /** Written after the rules were, and never used to mend them. */
  heldOut: z.boolean(),
});

/** A sentence or reply of ours to an unhappy customer, and whether it brushes them off. */
export type BrushOffExample = z.infer<typeof schema>;

/** All of them. @throws Error for a line that is none */
export function readBrushOffs(root: string = ROOT): readonly BrushOffExample[] {
  const lines = readFileSync(`${root}src/training/examples/brush-off.jsonl`, 'utf8').trim().split('\n');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}
