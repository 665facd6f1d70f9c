import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFound, searchFrom } from '../../src/desk/find.ts';
import { aMention, aPost, aPublication } from './examples.ts';

const MENTION = aMention({
  author: { id: '77', handle: 'mia_travels', name: 'Mia Grünwald', followers: null },
  posts: [
    aPost({ text: 'Where is my\nwhite suitcase?', versions: [{ id: '1', text: 'Where is my black suitcase?' }] }),
    aPost({ id: '1002', text: 'Die Straße in Düsseldorf, im Café.' }),
  ],
  publications: [aPublication({ text: 'It is on flight NR12.' })],
  topics: ['Late delivery'],
  ticket: 'CASE-4711',
});

function finds(query: string): boolean {
  const search = searchFrom(query);
  if (search === null) throw new Error(`${query} looks for nothing`);
  return isFound(MENTION, search);
}

describe('what is looked for', () => {
  it.each([
    ['suitcase'],
    ['SUIT'],
    ['suitcase nr12'],
    ['black'],
    ['strasse duesseldorf cafe'],
    ['STRASSE'],
    ['Dusseldorf'],
    ['düsseldorf café'],
    ['grünwald'],
    ['gruenwald'],
    ['@mia_travels'],
    ['delivery'],
    ['case-4711'],
    ['"my white suitcase"'],
    ['„white suitcase“ where'],
    ['#42'],
    ['#42 suitcase'],
    ['from:mia'],
    ['from:@MIA_travels suitcase'],
    ['topic:late'],
    ['topic:"late delivery" from:mia'],
  ])('%s is found', (query) => {
    expect(finds(query)).toBe(true);
  });

  it.each([
    ['suitcase refund'],
    ['"suitcase white"'],
    ['"suitcase? die"'],
    ['#4'],
    ['#42 #43'],
    ['from:suitcase'],
    ['topic:suitcase'],
    ['topic:delivery topic:billing'],
  ])('%s is not', (query) => {
    expect(finds(query)).toBe(false);
  });

  it.each([[''], ['  '], ['""'], ['from:""']])('%j is nothing', (query) => {
    expect(searchFrom(query)).toBeNull();
  });

  it('is anything that somebody types: the words of a text find that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const search = searchFrom(text);
        if (search === null || search.numbers.length + search.from.length + search.topics.length > 0) return;
        expect(isFound(aMention({ posts: [aPost({ text })] }), search)).toBe(true);
      }),
    );
  });
});
