import { describe, expect, it, test } from 'vitest';
import { folding, matching, pairsOf } from '../../src/training/measure/pairs.ts';

const ROOT = `${process.cwd()}/`;
const all = [...pairsOf('pairs', ROOT), ...pairsOf('pairs-held', ROOT)];

test('our labelled pairs are many, in both languages and across them, and none is there twice', () => {
  expect(all.length).toBeGreaterThanOrEqual(230);
  for (const lang of ['de', 'en', 'x']) expect(all.filter((one) => one.lang === lang).length).toBeGreaterThan(10);
  expect(new Set(all.map(({ a, b }) => `${a} ${b}`)).size).toBe(all.length);
});

// What is found must not become less unnoticed; the second set was written after the words of causes were.
describe.each([
  ['pairs', { fold: [0.95, 0.92], match: [0.94, 0.84] }],
  ['pairs-held', { fold: [0.88, 0.92], match: [0.82, 0.57] }],
] as const)('of the set %s', (name, floors) => {
  const pairs = pairsOf(name, ROOT);

  it('folding takes in what says the same, and hardly anything else', () => {
    const { precision, recall } = folding(pairs);
    expect(precision).toBeGreaterThan(floors.fold[0]);
    expect(recall).toBeGreaterThan(floors.fold[1]);
  });

  it('matching finds one cause in other words', () => {
    const { precision, recall } = matching(pairs);
    expect(precision).toBeGreaterThan(floors.match[0]);
    expect(recall).toBeGreaterThan(floors.match[1]);
  });
});
