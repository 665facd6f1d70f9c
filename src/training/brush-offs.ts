import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ROOT } from './places.ts';

const judged = z.strictObject({
  lang: z.enum(['de', 'en']),
  brushOff: z.boolean(),
  /** How it brushes off, or what makes it a good reply. */
  sort: z.string(),
  text: z.string().min(1),
});
const teaching = judged.extend({
  /** Written after the rules were, in other words than theirs; the model learns from it all the same. */
  heldOut: z.boolean(),
});

/** A sentence or reply of ours to an unhappy customer, and whether it brushes them off. */
export type JudgedReply = z.infer<typeof judged>;
/** One that may teach. */
export type BrushOffExample = z.infer<typeof teaching>;

/** All that may teach. @throws Error for a line that is none */
export function readBrushOffs(root: string = ROOT): readonly BrushOffExample[] {
  return linesOf(`${root}src/training/examples/brush-off.jsonl`).map((line) => teaching.parse(line));
}

/**
 * What only measures. The rule: written before anybody saw what the check says of it, never changed since, and neither
 * rules nor weights nor thresholds are mended by what it shows. @throws Error for a line that is none
 */
export function readHeldBrushOffs(root: string = ROOT): readonly JudgedReply[] {
  return linesOf(`${root}src/training/examples/brush-off-held.jsonl`).map((line) => judged.parse(line));
}

function linesOf(file: string): readonly unknown[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line): unknown => JSON.parse(line));
}
