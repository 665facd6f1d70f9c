import { describe, expect, test } from 'vitest';
import { surgeWords } from '../../src/desk/surge-words.ts';

describe('the common words of a surge', () => {
  test('are those that other days’ posts do not have, as they are spelled, two that stand together as one', () => {
    const surge = ['Kein Internet in Köln', 'kein Internet seit 9, Köln', 'Router tot, kein Internet. Köln-Deutz'];
    const others = Array.from({ length: 20 }, () => 'Router seit gestern langsam, Techniker kam nicht');
    expect(surgeWords(surge, others)).toEqual(['kein Internet']);
    expect(surgeWords([...surge, 'Köln geht nix, kein Internet'], others)).toEqual(['kein Internet', 'Köln']);
  });

  test('name no questions and no hours, and nothing that a comma parts', () => {
    const posts = [
      'No signal in Husum since nine, what is going on?',
      'no signal, Plön',
      'no signal since nine, what’s up',
    ];
    expect(surgeWords(posts, [])).toEqual(['no signal']);
    expect(
      surgeWords(['router dead, invoice wrong', 'router dead, invoice wrong', 'router dead, invoice wrong'], []),
    ).toEqual(['invoice wrong', 'router dead']);
  });

  test('leave out handles, links and what every post has', () => {
    const posts = ['@acme https://t.co/x app crashed', 'the app crashed @acme', 'app crashed again', 'my app crashed'];
    expect(surgeWords(posts, [])).toEqual(['app crashed']);
    expect(surgeWords(posts, posts)).toEqual([]);
  });
});
