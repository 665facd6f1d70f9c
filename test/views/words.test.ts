import { describe, expect, test } from 'vitest';
import { LIMIT } from '../../views/limit.ts';
import { wordsFor } from '../../views/words/index.ts';

/** Every text with its name; texts with values are given large numbers or words, as they take them. */
function textsOf(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') return [[path, filled((...values) => Reflect.apply(words, null, values))]];
  return Object.entries(typeof words === 'object' && words !== null ? words : {}).flatMap(([name, inner]) =>
    textsOf(inner, `${path}.${name}`),
  );
}

function filled(text: (...values: readonly (string | number)[]) => unknown): string {
  try {
    return String(text(123_456, 100_000, 1_000));
  } catch {
    return String(text('Wort', 'word', 'слово'));
  }
}

const longerThan = (max: number, words: object) => textsOf(words).filter(([, text]) => text.length > max);

describe.each(['en', 'de'] as const)('the words in %s', (language) => {
  const words = wordsFor(language);

  test('titles and buttons fit a modal', () => {
    expect(longerThan(LIMIT.modalTitle, words.forms.title)).toEqual([]);
    const { submit, cancel, done } = words.forms;
    expect(longerThan(LIMIT.modalButton, { submit, cancel, done })).toEqual([]);
  });

  test('buttons of messages are short', () => {
    expect(longerThan(30, words.card.buttons)).toEqual([]);
  });

  test('all are texts that Slack takes as they are', () => {
    const odd = textsOf(words).filter(([, text]) => text.trim() === '' || /[<>&]|undefined|NaN|\[object/.test(text));
    expect(odd).toEqual([]);
    expect(textsOf(words).length).toBeGreaterThan(200);
  });
});

test('German says everything that English says, in German', () => {
  const en = textsOf(wordsFor('en'));
  const de = new Map(textsOf(wordsFor('de')));
  expect([...de.keys()].toSorted()).toEqual(en.map(([name]) => name).toSorted());
  const same = en.filter(([name, text]) => de.get(name) === text && text.split(' ').length > 3);
  expect(same).toEqual([]);
});

test('German addresses nobody as du or Sie', () => {
  const addressed = textsOf(wordsFor('de')).filter(([, text]) =>
    /\b(?:du|dein\w*|euch|euer|Ihnen|Sie|Ihre?n?)\b/.test(text),
  );
  expect(addressed).toEqual([]);
});
