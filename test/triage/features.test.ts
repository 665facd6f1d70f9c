import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { featuresOf } from '../../src/triage/features.ts';
import { createLexicon, lexiconTable } from '../../src/triage/lexicon.ts';
import { tokensOf } from '../../src/triage/tokens.ts';

const lexicon = createLexicon(
  lexiconTable(
    new Map([
      ['bad', -3],
      ['great', 3],
      ['schlecht', -2.5],
    ]),
  ),
);
const numbers = (text: string) => new Set(featuresOf(text, lexicon).hashes);
const shared = (a: string, b: string) => [...numbers(a)].filter((hash) => numbers(b).has(hash)).length;

describe('what the model sees of a post', () => {
  test('is pieces: words without # and drawn-out letters, signs, emoji, and sorts of names, links and numbers', () => {
    const words = (text: string) => tokensOf(text).map(({ word }) => word);
    expect(words('@Acme #Fail sooooo LATE!!! 😡')).toEqual(['<at>', 'fail', 'soo', 'late', '!!', '😡']);
    expect(words('seit 8:15, Zug 4711000 https://t.co/a ?!')).toEqual([
      'seit',
      '<time>',
      ',',
      'zug',
      '<num+>',
      '<url>',
      '?!',
    ]);
    expect(words("don't, it's Größe…")).toEqual(["don't", ',', "it's", 'größe', '…']);
  });

  test('does not change with who is named, with the number, the link, or the apostrophe', () => {
    expect(numbers('@acme my bill is wrong')).toEqual(numbers('@other my bill is wrong'));
    expect(numbers('late by 20 min http://a.b')).toEqual(numbers('late by 35 min http://c.d'));
    expect(numbers('it doesn’t work &amp; never did')).toEqual(numbers("it doesn't work & never did"));
  });

  test('knows what was negated, and turns how it feels', () => {
    const plainly = numbers('this is great');
    expect([...numbers('this is not great')].filter((hash) => !plainly.has(hash)).length).toBeGreaterThan(3);
    expect(shared('not great', 'not good at all, bad')).toBeLessThan(shared('great', 'great thing'));
  });

  test('says of each feature where it was seen', () => {
    const { tokens, first, last } = featuresOf('no signal here', lexicon);
    expect(tokens.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [3, 9],
      [10, 14],
    ]);
    expect(first.some((from, i) => from === 0 && last[i] === 1)).toBe(true);
    expect(first.every((from, i) => from <= (last[i] ?? -1))).toBe(true);
  });

  test('is the same each time, finite, and none of it twice, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const once = featuresOf(text, lexicon);
        expect(featuresOf(text, lexicon)).toEqual(once);
        expect(new Set(once.hashes).size).toBe(once.hashes.length);
        expect(once.values.every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
