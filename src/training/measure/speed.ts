import { createHash } from 'node:crypto';
import { readOwn } from '../rows.ts';
import type { Bench, Section } from './section.ts';
import { tableOf } from './table.ts';

const ROUNDS = 5;
const HASHED = 'x'.repeat(65_536);

export const speed: Section = {
  name: 'speed',
  title: 'Time for a post, language included; beside it a sha256 of 64 kB on this machine, to compare machines with',
  lines: (bench) => {
    const triage = triageMs(bench);
    const yardstick = hashMs();
    return tableOf([
      ['', 'milliseconds', 'ratio'],
      ['triage of a post', triage.toFixed(4), (triage / yardstick).toFixed(2)],
      ['sha256 of 64 kB', yardstick.toFixed(4), '1.00'],
    ]);
  },
};

/** Milliseconds for a post, as the network would have said nothing of its language: the slower case. The fastest round. */
export function triageMs({ corpus, triage }: Pick<Bench, 'corpus' | 'triage'>): number {
  const posts = readOwn(corpus);
  return fastest(() => {
    for (const { text } of posts) triage(text, '');
  }, posts.length);
}

export function hashMs(): number {
  return fastest(() => {
    for (let i = 0; i < 100; i++) createHash('sha256').update(HASHED).digest();
  }, 100);
}

function fastest(run: () => void, times: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const started = process.hrtime.bigint();
    run();
    least = Math.min(least, Number(process.hrtime.bigint() - started) / 1e6 / times);
  }
  return least;
}
