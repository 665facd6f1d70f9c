import type { Scored } from '../scoring.ts';
import type { Section } from './section.ts';
import { figure, tableOf } from './table.ts';

const BINS = 10;

export const calibration: Section = {
  name: 'calibration',
  title: 'Whether the probabilities hold: of the posts with 0.3, three in ten should be complaints',
  lines: (bench) => {
    const unseen = bench
      .unseen()
      .map(({ is, probability, row }) => ({ is, score: probability, set: row.set, source: row.source }));
    const named: readonly (readonly [string, readonly Scored[]])[] = [
      ['complaints', unseen.filter(({ set }) => set === 'complaints')],
      ['German Twitter, Facebook', unseen.filter(({ set }) => set === 'german')],
      [
        'airlines',
        bench.airlines().map(({ text, isComplaint }) => ({ is: isComplaint, score: bench.triage(text, '').complaint })),
      ],
      ['own', unseen.filter(({ set }) => set === 'own')],
    ];
    const there = named.filter(([, posts]) => posts.length > 0);
    return [
      ...tableOf([
        ['said', ...there.flatMap(([name]) => ['posts', name])],
        ...Array.from({ length: BINS }, (_, bin) => [
          `${figure(bin / BINS).slice(0, 3)}–${figure((bin + 1) / BINS).slice(0, 3)}`,
          ...there.flatMap(([, posts]) => binOf(posts, bin)),
        ]),
        ['Brier score', ...there.flatMap(([, posts]) => ['', figure(brier(posts))])],
        ['always the share', ...there.flatMap(([, posts]) => ['', figure(brierOfShare(posts))])],
      ]),
    ];
  },
};

/** How many posts were put there, and which share of them are complaints. */
function binOf(posts: readonly Scored[], bin: number): readonly string[] {
  const inside = posts.filter(({ score }) => Math.min(BINS - 1, Math.floor(score * BINS)) === bin);
  const share = inside.filter(({ is }) => is).length / inside.length;
  return [String(inside.length), inside.length === 0 ? '' : figure(share)];
}

/** The mean squared distance between what was said and what is; 0 is perfect. */
function brier(posts: readonly Scored[]): number {
  return posts.reduce((sum, { is, score }) => sum + (score - (is ? 1 : 0)) ** 2, 0) / posts.length;
}

/** The same for whoever says the share of complaints of every post. */
function brierOfShare(posts: readonly Scored[]): number {
  const share = posts.filter(({ is }) => is).length / posts.length;
  return share * (1 - share);
}
