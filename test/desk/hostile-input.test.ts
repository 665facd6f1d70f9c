import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSystemClock } from '../../src/clock.ts';
import { arrive } from '../../src/desk/arrive.ts';
import { dangerWords } from '../../src/desk/danger.ts';
import { decided } from '../../src/desk/decision.ts';
import { lookup } from '../../src/desk/facets.ts';
import { isFound, searchFrom } from '../../src/desk/find.ts';
import { setTopics, topicsFrom } from '../../src/desk/labels.ts';
import { parsePeriod } from '../../src/desk/period.ts';
import { toPublicText } from '../../src/desk/public-text.ts';
import { mentionRef } from '../../src/desk/ref.ts';
import { reportOf } from '../../src/desk/report.ts';
import { datesFrom, numberFrom, spansFrom, timeFrom } from '../../src/desk/settings-text.ts';
import { splitText } from '../../src/desk/split.ts';

import { openStore } from '../../src/store/open.ts';
import { CORPUS, CORPUS_TEXTS } from '../hostile-corpus.ts';
import { triage } from '../triage/model.ts';
import { aDesk, aMention, anArrival, aPost, aPress, berlin, granted } from './examples.ts';

const NOW = berlin('2026-11-24T10:00');
/** Made to keep regular expressions busy. */
const BUSY = [
  'a',
  '!',
  '.',
  '@',
  '/',
  ' ',
  'ä',
  '!!?',
  'https://',
  'nie wieder ',
  '@a ',
  '"',
  '#1 ',
  '<!',
  '&lt;',
  ':a',
  '1/2 ',
];
const LONG = [...BUSY.map((piece) => piece.repeat(Math.ceil(100_000 / piece.length))), ...CORPUS_TEXTS];

/** All that reads somebody's words. */
function readEverywhere(text: string): void {
  triage(text, 'de');
  triage(text, text);
  dangerWords(text);
  const search = searchFrom(text.slice(0, 300));
  const author = { id: text.slice(0, 30), handle: text.slice(0, 300), name: text.slice(0, 300), followers: 3 };
  const { state } = arrive(anArrival({ post: aPost({ text }), author }), 42, 'C0CARE', aDesk(), NOW);
  if (search !== null) isFound(state, search);
  const found = searchFrom('late "white van"');
  if (found !== null) isFound(state, found);
  topicsFrom(text);
  toPublicText(text);
  splitText(text, '');
  parsePeriod(text, 'Europe/Berlin', NOW);
  spansFrom(text);
  datesFrom(text);
  timeFrom(text);
  numberFrom(text);
}

describe('whatever somebody writes', () => {
  test.each(LONG.map((text, index) => [index, text.slice(0, 12), text] as const))(
    'text %i (%j …) breaks nothing and holds nothing up',
    (_index, _head, text) => {
      const started = performance.now();
      readEverywhere(text);
      // A tenth of it is enough on a busy machine; what grows with the square of the length took twenty.
      expect(performance.now() - started).toBeLessThan(10_000);
    },
  );

  test('breaks nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => readEverywhere(text)),
      { numRuns: 200 },
    );
  });

  test('is kept as it is, and found again by names that objects have of their own', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'earshot-hostile-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const clock = createSystemClock();
    const store = await openStore(`file:${folder}`, { clock });
    const names = [...new Set([...Object.values(CORPUS), 'hasOwnProperty'])];
    for (const [index, name] of names.entries()) {
      const author = { id: name, handle: name, name, followers: null };
      const post = aPost({ id: `${1_000 + index}`, text: name });
      await store.create('mention', `x:${post.id}`, (number) =>
        arrive(anArrival({ author, post, conversation: name }), number, 'C0CARE', aDesk(), NOW),
      );
    }
    await store.close();
    const again = await openStore(`file:${folder}`, { clock });
    onTestFinished(() => again.close());
    for (const [index, name] of names.entries()) {
      const ref = await again.find(lookup.post('x', `${1_000 + index}`));
      expect(ref?.id).toBe(`x:${1_000 + index}`);
      const state = await again.read(mentionRef(ref?.id ?? ''));
      // Halves of characters become one in UTF-8.
      expect(state?.posts[0].text).toBe(name);
      expect(state?.author.handle).toBe(name);
    }
    expect(await again.find(lookup.post('x', '__proto__'))).toBeUndefined();
    expect(await again.find(lookup.post('__proto__', 'constructor'))).toBeUndefined();
    expect(await again.read(mentionRef('__proto__'))).toBeUndefined();
    expect(await again.list('mention')).toHaveLength(names.length);
  });

  test('a topic may be called as it likes, and is counted under its name', () => {
    const topics = ['__proto__', 'constructor', 'toString', 'valueOf'];
    const wish = { seen: [], wanted: topics };
    const { state } = granted(setTopics(aMention(), aPress(), wish, [], NOW));
    expect(state.topics).toEqual(topics);
    const report = reportOf([state], { from: '2026-11-24', to: '2026-11-24' }, aDesk());
    expect(JSON.stringify(report)).toContain('"__proto__"');
    expect(JSON.stringify(report)).toContain('"constructor"');
    expect(decided(state).state).toBe(state);
  });
});
