import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readBrushOffs } from '../../src/training/brush-offs.ts';
import { checksum } from '../../src/training/card.ts';
import { learn } from '../../src/training/learn.ts';
import { readLexicon } from '../../src/training/lexicon-source.ts';
import { type Row, readOwn } from '../../src/training/rows.ts';
import { quality } from '../../src/training/scoring.ts';
import { createTriage } from '../../src/triage/triage.ts';
import { decodeWeights, encodeWeights, type Weights } from '../../src/triage/weights.ts';

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const MODEL = project('src/triage/model');
const packaged = readFileSync(`${MODEL}/weights.bin`);
const rows = readOwn(project('src/training/corpus'));
const plain = rows.filter(({ set }) => set === 'plain');
const hard = rows.filter(({ set }) => set === 'own');

function f1(weights: Weights, posts: readonly Row[]): number {
  const triage = createTriage(weights);
  return quality(posts.map((row) => ({ is: row.isComplaint, said: triage(row.text, row.lang).kind === 'complaint' })))
    .f1;
}

describe('our own labelled posts', () => {
  test('are at least 900 in each language, all of four kinds, and none twice', () => {
    for (const lang of ['de', 'en']) expect(rows.filter((row) => row.lang === lang).length).toBeGreaterThan(900);
    expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
    expect(new Set(rows.map(({ kind }) => kind)).size).toBe(4);
  });

  // They were learned from: this holds that the packaged file is the model and no other.
  test.each(['en', 'de'])('are told from each other by the packaged weights: %s', (lang) => {
    const of = (posts: readonly Row[]) => posts.filter((row) => row.lang === lang);
    const weights = decodeWeights(packaged);
    const triage = createTriage(weights);
    expect(f1(weights, of(plain))).toBeGreaterThan(0.85);
    expect(f1(weights, of(hard))).toBeGreaterThan(0.65);
    const kinds = of(plain).filter(({ text, kind }) => triage(text, lang).kind === kind);
    expect(kinds.length / of(plain).length).toBeGreaterThan(0.8);
  });

  test('are told by the weights alone: without them nobody knows', () => {
    const weights = decodeWeights(packaged);
    const empty = { ...weights, complaint: { bias: weights.complaint.bias, weights: new Map() } };
    expect(f1(empty, plain)).toBeLessThan(0.7);
  });
});

describe('training', () => {
  const some = rows.filter((_, i) => i % 40 === 0);
  const lexicon = readLexicon(project(''));
  const sayings = readBrushOffs(project('')).filter((_, i) => i % 40 === 0);

  test('gives the same bytes for the same posts, and a small file that works', () => {
    const learned = learn(some, sayings, lexicon);
    const bytes = encodeWeights(learned);
    expect(Buffer.from(encodeWeights(learn(some, sayings, lexicon))).equals(bytes)).toBe(true);
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(f1(decodeWeights(bytes), some)).toBeGreaterThan(0.7);
  });

  test('is told in the model card of these very weights', () => {
    const card = readFileSync(`${MODEL}/MODEL-CARD.md`, 'utf8');
    expect(packaged.length).toBeLessThan(1_000_000);
    expect(card).toContain(checksum(packaged));
    for (const [lang, { threshold }] of Object.entries(decodeWeights(packaged).languages)) {
      expect(card).toContain(`${threshold} (${lang})`);
    }
  });
});
