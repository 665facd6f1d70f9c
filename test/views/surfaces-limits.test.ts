import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CORPUS, CORPUS_TEXTS } from '../hostile-corpus.ts';
import { hostileText } from './hostile.ts';
import { faultsOf } from './oracle.ts';
import { hostileContext, SURFACES, worldOf } from './surfaces.ts';

const VIEWS = fileURLToPath(new URL('../../views/', import.meta.url));
/** Frames that others fill: whatever is in them is drawn by a surface of its own. */
const FRAMES = ['formModal', 'readingModal', 'settingsForm'];
const DRAWS =
  /^export function (\w+)\((?:[^()]|\([^()]*\))*\): (?:Message|ChartedMessage|ModalView|HomeView)(?: \| null)? \{/gm;

/** The faults of all that is drawn with this word everywhere, each with its surface. */
function faultsWith(word: string, language: 'en' | 'de', only = Object.keys(SURFACES)): string[] {
  const world = worldOf(word, hostileContext(word, language));
  return only.flatMap((name) =>
    (SURFACES[name]?.(world) ?? []).flatMap((surface) =>
      surface === null ? [] : faultsOf(surface).map((fault) => `${name}: ${fault}`),
    ),
  );
}

describe('every surface', () => {
  test('of the views is walked', () => {
    const files = readdirSync(VIEWS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const found = files
      .filter((file) => !file.startsWith('words'))
      .flatMap((file) => [...readFileSync(`${VIEWS}${file}`, 'utf8').matchAll(DRAWS)].map(([, name = '']) => name));
    expect(found.length).toBeGreaterThan(70);
    expect(found.filter((name) => !FRAMES.includes(name)).toSorted()).toEqual(Object.keys(SURFACES).toSorted());
  });

  describe.each(['en', 'de'] as const)(
    'in %s shows hostile words as harmless ones, whoever wrote them:',
    (language) => {
      test.each(Object.keys(CORPUS))('%s', { timeout: 60_000 }, (what) => {
        expect(faultsWith(CORPUS[what] ?? '', language)).toEqual([]);
      });

      test('all in one', () => {
        expect(faultsWith(CORPUS_TEXTS.at(-1) ?? '', language)).toEqual([]);
      });

      test('and any others', { timeout: 180_000 }, () => {
        const any = fc.oneof(
          hostileText,
          fc.string({ unit: 'binary' }),
          fc.subarray([...CORPUS_TEXTS]).map((all) => all.join(' ').slice(0, 20_000)),
        );
        fc.assert(
          fc.property(any, fc.subarray(Object.keys(SURFACES), { minLength: 5, maxLength: 12 }), (word, names) => {
            expect(faultsWith(word, language, names)).toEqual([]);
          }),
          { numRuns: 40 },
        );
      });
    },
  );
});
