import { createHash } from 'node:crypto';
import type { Weights } from '../triage/weights.ts';

const BEGIN = '<!-- written by npm run train -->';
const END = '<!-- end -->';

/** The model card with what belongs to these very weights. */
export function cardWith(card: string, { learnedFrom, languages }: Weights, bytes: Uint8Array): string {
  const [before] = card.split(BEGIN);
  const after = card.slice(card.indexOf(END));
  const sets = Object.entries(learnedFrom).map(([set, posts]) => `${posts} of \`${set}\``);
  const thresholds = Object.entries(languages).map(([lang, { threshold }]) => `${threshold} (${lang})`);
  const lines = [
    `\`weights.bin\`, ${bytes.length} bytes, sha256 \`${checksum(bytes)}\`.`,
    `Learned from ${sets.join(', ')} posts. A complaint from ${thresholds.join(', ')} on.`,
  ];
  return `${before}${BEGIN}\n${lines.join('\n')}\n${after}`;
}

export function checksum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
