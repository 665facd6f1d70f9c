import { describe, expect, test } from 'vitest';
import { causeLikeness, likeness, SAME, sketch } from '../../src/desk/likeness.ts';
import { CORPUS_TEXTS } from '../hostile-corpus.ts';

function alike(a: string, b: string): number {
  return likeness(sketch(a), sketch(b));
}

function oneCause(a: string, b: string): number {
  return causeLikeness(sketch(a), sketch(b));
}

describe('two texts that say the same', () => {
  test('are recognised in another order, with other signs, names and links', () => {
    const text = 'No internet since this morning in Leeds. What is going on?';
    expect(alike(text, '@anna NO INTERNET in Leeds since this morning!!! what is going on?? https://x.example/1')).toBe(
      1,
    );
  });

  test('are recognised with a typing mistake and drawn out words', () => {
    expect(alike('Mein Router ist schon wieder kaputt', 'mein rooouter ist schon wieder kaputt')).toBe(1);
    expect(alike('Die Verpackung war zerrissen und leer', 'Die Verpakcung war zerrissen und leer')).toBeGreaterThan(
      0.4,
    );
  });

  test('make the same numbers in every run', () => {
    expect(sketch('Kein Netz in Köln').bands).toEqual(sketch('kein netz in KÖLN!').bands);
    expect(sketch('Kein Netz in Köln').bands[0]).toBe(3264643522);
  });

  test('share a band, so that they are found without looking at all others', () => {
    const shared = (a: string, b: string) => sketch(a).bands.filter((band) => sketch(b).bands.includes(band)).length;
    expect(
      shared('Your app crashes every time I open it', 'your app crashes each time when I open it'),
    ).toBeGreaterThan(0);
    for (const town of ['Husum', 'Eckernförde', 'Neumünster', 'Springfield', 'Oldenswort']) {
      expect(
        shared('Kein Netz in Kiel! Was ist da los?', `Kein Netz in ${town}! Was ist da los?`),
        town,
      ).toBeGreaterThan(0);
      expect(shared('No internet in Kiel today', `no internet in ${town} today!!`), town).toBeGreaterThan(0);
    }
    expect(shared('Your app crashes every time I open it', 'Wann macht die Filiale am Samstag auf?')).toBe(0);
  });
});

describe('two texts that share words alone', () => {
  test.each([
    ['kein Netz in Köln', 'kein Netz in Hamburg'],
    ['no internet since this morning', 'internet was never this fast'],
    ['wifi is down', 'wifi is back, thank you!'],
    ['ICE 597 verspätet', 'ICE 612 verspätet'],
    ['how much is the new plan', 'the new plan is a rip off, far too expensive'],
    ['my flight is delayed', 'my delivery is delayed'],
  ])('do not say the same: %s / %s', (a, b) => {
    expect(alike(a, b)).toBeLessThan(SAME.words);
    expect(oneCause(a, b)).toBeLessThan(SAME.cause);
  });
});

describe('one cause', () => {
  test('is recognised in other words and in the other language', () => {
    expect(oneCause('Kein Internet seit heute früh', 'Ist die Leitung wieder down?')).toBeGreaterThan(SAME.cause);
    expect(oneCause('Kein Netz in Berlin', 'no network in Berlin')).toBeGreaterThan(SAME.cause);
    expect(oneCause('Kein Netz in Berlin', 'no signal at all in Berlin')).toBeGreaterThan(SAME.cause);
  });

  test('is told by whoever asks when it is over, too, and not by whoever is glad that it is', () => {
    const outage = 'Mobilfunk in Kiel tot';
    expect(oneCause(outage, 'Mobilfunk tot in Kiel. Wann geht es wieder?')).toBeGreaterThan(SAME.cause);
    expect(oneCause('signal is down', 'signal is down, when will it be back up?')).toBeGreaterThan(SAME.cause);
    expect(oneCause(outage, 'Mobilfunk in Kiel geht wieder')).toBeLessThan(SAME.cause);
  });
});

test.each(CORPUS_TEXTS.map((text, index) => [index, text] as const))(
  'a hostile text is compared as any other: %i',
  (_, text) => {
    const itself = alike(text, text);
    expect(itself === 0 || itself === 1).toBe(true);
    expect(alike(text, 'Kein Netz in Köln')).toBeLessThan(SAME.words);
  },
);

test.each(['', '😡😡😡', '!!!', '@anna https://x.example'])(
  'a text without words is like none, itself included: %s',
  (text) => {
    expect(alike(text, text)).toBe(0);
    expect(sketch(text).bands).toEqual([]);
  },
);
