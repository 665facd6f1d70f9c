import { describe, expect, it } from 'vitest';
import { createPracticeClock } from '../../practice/clock.ts';
import { isFound, searchFrom } from '../../src/desk/find.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { createPastAnswers } from '../../src/recall/past-answers.ts';
import { createRecall } from '../../src/recall/recall.ts';
import { aMention, aPost, aPublication } from '../desk/examples.ts';

function said(id: number, question: string, answer: string, fields: Partial<Mention> = {}): Mention {
  const posts = [aPost({ id: String(id), text: question })] as const;
  return aMention({
    id: `x:${id}`,
    number: id,
    posts,
    publications: [aPublication({ text: answer, inReplyTo: String(id) })],
    status: 'answered',
    ...fields,
  });
}

const asks = (text: string, fields: Partial<Mention> = {}) =>
  aMention({ id: 'x:9999', number: 9999, posts: [aPost({ id: '9999', text })], ...fields });

function holding(...mentions: readonly Mention[]) {
  const answers = createPastAnswers();
  for (const mention of mentions) answers.put(mention);
  return answers;
}

const SUITCASE = said(1, '@nordair my suitcase is still in Oslo', 'It is on the next flight to you.');
const REFUND = said(2, '@nordair where is my refund for the cancelled flight', 'The refund leaves us on Friday.');
const AUSFALL = said(
  3,
  'Schon wieder Internetausfall in Altona, seit Stunden!',
  'In Altona wird ein Kabel getauscht.',
  {
    lang: 'de',
  },
);
const texts = (found: readonly { readonly answer: { readonly text: string } }[]) =>
  found.map(({ answer }) => answer.text);

describe('what we said last time', () => {
  it('is what was answered to the most similar words', () => {
    const answers = holding(SUITCASE, REFUND, AUSFALL);
    expect(texts(answers.closestTo(asks('Suitcases lost in Oslo again'), 3))).toEqual([
      'It is on the next flight to you.',
    ]);
    expect(texts(answers.closestTo(asks('no refund since my flight was cancelled'), 3))[0]).toBe(
      'The refund leaves us on Friday.',
    );
    expect(answers.closestTo(asks('Xyzzy plugh'), 3)).toEqual([]);
    expect(answers.closestTo(asks('👍'), 3)).toEqual([]);
  });

  it('folds umlauts, endings and compounds', () => {
    const parts = said(4, 'Internet und Ausfall, immer wieder', 'Das Modem war es.', { lang: 'de' });
    const answers = holding(parts, AUSFALL, SUITCASE);
    const found = texts(answers.closestTo(asks('Internetausfaelle in ALTONA', { lang: 'de' }), 3));
    expect(found[0]).toBe('In Altona wird ein Kabel getauscht.');
    expect(texts(holding(parts).closestTo(asks('Internetausfall', { lang: 'de' }), 3))).toEqual(['Das Modem war es.']);
    const strasse = said(5, 'Die Straße ist ohne Netz, Störung?', 'Ein Bagger war es.', { lang: 'de' });
    expect(texts(holding(strasse).closestTo(asks('strasse ohne netz: stoerung!', { lang: 'de' }), 3))).toEqual([
      'Ein Bagger war es.',
    ]);
  });

  it('puts the customer’s language first', () => {
    const german = said(6, 'Router dead in Kiel', 'Wir tauschen den Router.', { lang: 'de' });
    const english = said(7, 'Router is dead in Kiel, and slow', 'We send a new router.', { lang: 'en' });
    const found = (lang: 'de' | 'en') =>
      texts(holding(german, english).closestTo(asks('Router dead in Kiel', { lang }), 3))[0];
    expect(found('de')).toBe('Wir tauschen den Router.');
    expect(found('en')).toBe('We send a new router.');
  });

  it('prefers the answer after which nothing more came', () => {
    const again = aPost({ id: '81', text: 'that did not help', at: '2026-11-24T12:00:00.000Z' });
    const poor = said(8, 'router dead in Kiel', 'Please turn the router off and on.');
    const { posts } = poor;
    const good = said(10, 'router dead in Kiel', 'A technician comes on Friday.');
    expect(
      texts(holding({ ...poor, posts: [posts[0], again] }, good).closestTo(asks('router dead in Kiel'), 1)),
    ).toEqual(['A technician comes on Friday.']);
  });

  it('never is what was said in the mention itself, and says the same words once', () => {
    const same = said(11, 'my suitcase in Oslo', 'It is on the next flight to you.');
    const answers = holding(SUITCASE, same);
    expect(answers.closestTo(asks('suitcase Oslo'), 3)).toHaveLength(1);
    expect(holding(SUITCASE).closestTo(SUITCASE, 3)).toEqual([]);
  });

  it('forgets at once what is forgotten, deleted or reduced', () => {
    const answers = holding(SUITCASE, REFUND);
    const [publication] = SUITCASE.publications;
    if (publication === undefined) throw new Error('no publication');
    answers.put({ ...SUITCASE, publications: [{ ...publication, status: 'deleted' }] });
    expect(answers.closestTo(asks('my suitcase is in Oslo'), 3)).toEqual([]);
    answers.put(SUITCASE);
    expect(answers.closestTo(asks('my suitcase is in Oslo'), 3)).toHaveLength(1);
    expect(answers.size()).toBe(2);
  });

  it('keeps to a number of answers, and pushes the oldest out', () => {
    const answers = createPastAnswers(100);
    for (let id = 1; id <= 101; id += 1) {
      const post = {
        id: `p${id}`,
        url: 'https://x.com/a/status/1',
        at: new Date(Date.UTC(2026, 0, 1) + id * 1_000).toISOString(),
      };
      answers.put(said(id, `case w${id}`, 'x', { publications: [aPublication({ text: 'We are there', post })] }));
    }
    expect(answers.size()).toBe(91);
    expect(answers.closestTo(asks('case w101'), 1)).toHaveLength(1);
    expect(answers.closestTo(asks('case w1'), 1)[0]?.answer.question).not.toBe('case w1');
  });
});

/** A made-up history: every mention answered, in words of which some hundred are common and the rest rare. */
function history(size: number): Mention[] {
  const word = (seed: number) => `w${((seed * 2_654_435_761) >>> 0) % 4_000}ord`;
  return Array.from({ length: size }, (_, index) => {
    const words = Array.from({ length: 14 }, (__, place) => word(index * 31 + place * (1 + (index % 7))));
    return said(index + 1, `@nordair ${words.join(' ')}`, `We see to ${words[3]} now and write again by noon.`);
  });
}

/** Milliseconds, the median of several. */
async function timed(run: () => Promise<unknown>, times = 9): Promise<number> {
  const all: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    await run();
    all.push(performance.now() - began);
  }
  return all.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

describe('the index over a store', () => {
  it('is read beside everything else, then follows each change at once', async () => {
    let all: readonly Mention[] = history(2_000);
    const store = { list: async () => all } as never;
    const recall = createRecall({ store, clock: createPracticeClock() });
    expect(await recall.closestTo(asks('suitcase Oslo'), 3)).toBeNull();
    await recall.ready();
    expect(await recall.closestTo(asks('suitcase Oslo'), 3)).toEqual([]);
    all = [...all, { ...SUITCASE, id: 'x:5000' }];
    expect(await recall.closestTo(asks('suitcase Oslo'), 3)).toHaveLength(1);
    const last = all.at(-1);
    if (last === undefined) throw new Error('no mention');
    all = [...all.slice(0, -1), { ...last, forgotten: { by: 'U0ANNA', at: '2026-11-25T10:00:00.000Z' } as never }];
    expect(await recall.closestTo(asks('suitcase Oslo'), 3)).toEqual([]);
    await recall.stop();
  });

  it('answers at 20,000 mentions in less than a search by words through all of them takes', async () => {
    const all = history(20_000);
    const recall = createRecall({ store: { list: async () => all } as never, clock: createPracticeClock() });
    await recall.ready();
    const mention = { ...(all[7] ?? SUITCASE), id: 'x:9999' };
    const search = searchFrom('nowhere');
    if (search === null) throw new Error('nothing to look for');
    const opened = await timed(() => recall.closestTo(mention, 12));
    const looked = await timed(async () => all.filter((one) => isFound(one, search)));

    expect(opened / looked).toBeLessThan(0.6);
    await recall.stop();
  }, 60_000);
});
