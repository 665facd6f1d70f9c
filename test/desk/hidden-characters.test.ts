import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutHidden } from '../../src/desk/hidden-characters.ts';
import { hasLink, weightedLength } from '../../src/desk/length.ts';
import { toPublicText } from '../../src/desk/public-text.ts';
import { spokenName } from '../../src/desk/spoken-name.ts';
import { fillTemplate } from '../../src/desk/templates.ts';
import { CORPUS, CORPUS_TEXTS } from '../hostile-corpus.ts';

const anyText = fc.oneof(fc.constantFrom(...CORPUS_TEXTS), fc.string({ unit: 'binary', maxLength: 200 }));

describe('a text of ours', () => {
  test.each([
    ['👩‍👩‍👧‍👦 👨🏽‍💻 ❤️‍🔥 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇩🇪', '👩‍👩‍👧‍👦 👨🏽‍💻 ❤️‍🔥 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇩🇪'],
    ['می‌خواهم', 'می‌خواهم'],
    ['Donau\u00ADdampf', 'Donau\u00ADdampf'],
    ['one\ntwo\tthree', 'one\ntwo\tthree'],
    ['\uFEFFpasted\u200B from\u2060 somewhere', 'pasted from somewhere'],
    ['pay \u202Etfel\u202C', 'pay tfel'],
    ['a\uD800b\u0007c\uFFFEd\u{E0041}', 'abcd'],
  ])('%j is published as it is seen', (typed, seen) => {
    expect(withoutHidden(typed)).toBe(seen);
    expect(toPublicText(typed)).toEqual({ text: seen });
  });

  test('has nothing that nobody sees, whatever was typed or pasted, and is the same when it is sent again', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const result = toPublicText(typed);
        if (!('text' in result)) return;
        expect(result.text).not.toMatch(
          /[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF]|\p{Surrogate}|(?![\n\t])\p{Cc}/u,
        );
        expect(withoutHidden(result.text)).toBe(result.text);
      }),
      { numRuns: 500 },
    );
  });

  test('counts as X counts it: in Unicode’s composed form, and with no character that X refuses', () => {
    expect(toPublicText('Zoe\u0308')).toEqual({ text: 'Zoë' });
    fc.assert(
      fc.property(
        anyText.map((text) => text.slice(0, 3_000)),
        (typed) => {
          const result = toPublicText(typed);
          if (!('text' in result)) return;
          const { length, limit, valid } = weightedLength(result.text);
          expect(weightedLength(result.text.normalize('NFD')).length).toBe(length);
          expect(valid).toBe(length <= limit);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a customer’s name in a text of ours', () => {
  const [look] = [
    { id: 't', lang: 'en', purpose: 'reply', title: 'T', text: 'Hi {name} ({handle}), {byWhen}!' } as const,
  ];

  test.each([
    ['Jane Doe', 'Jane Doe'],
    ['Zoë 🌈', 'Zoë 🌈'],
    ['{handle} {byWhen} {name}', '{handle} {byWhen} {name}'],
    ['@elon', 'elon'],
    ['<!channel>', '!channel>'],
    ['<<!here>> <@!here>', '!here>> !here>'],
    ['Tom <3', 'Tom <3'],
    [':party_parrot: Tom', 'party_parrot Tom'],
    ['Free money https://evil.com', '@jane'],
    ['evil.com', '@jane'],
    ['\u202Eenaj\u202C', 'enaj'],
    ['\u200B\u3164', '@jane'],
    ['', '@jane'],
    ['x'.repeat(60), '@jane'],
    ['Tom\n\nPS: call 0900', 'Tom PS: call 0900'],
  ])('%j is said as %j', (name, said) => {
    expect(spokenName(name, 'jane')).toBe(said);
    const text = fillTemplate(look, { name, handle: 'jane', byWhen: 'by noon' });
    expect(text).toBe(`Hi ${said} (@jane), by noon!`);
  });

  test('links nothing, names nobody else and never keeps a text from going out', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...Object.values(CORPUS)), fc.string({ unit: 'binary' })), (name) => {
        const text = fillTemplate({ ...look, text: 'Hi {name}, we look.' }, { name, handle: 'jane' });
        expect(hasLink(text)).toBe(false);
        expect(text.replace('@jane', '')).not.toMatch(/[@#$]|<[@#!]/);
        expect(toPublicText(text)).toHaveProperty('text');
      }),
      { numRuns: 500 },
    );
  });
});
