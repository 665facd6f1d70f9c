import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkPlaces, weightedLength } from '../../src/desk/length.ts';
import { joinPosts, MOST_POSTS, splitText } from '../../src/desk/split.ts';

const LIMIT = 280;
const sentence = (words: number, word = 'wort') => `So ${Array.from({ length: words }, () => word).join(' ')}.`;
const bare = (text: string) => text.replaceAll(/\s+/g, '');

/** Words as people and hostile people write them. */
const word = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.string({ minLength: 1, maxLength: 14, unit: fc.constantFrom('a', 'b', 'e', 'n', 's', 'ä', 'ß') }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('👩‍👩‍👧‍👦', '👍🏽', '🇩🇪', '你好世界', 'Nr.', 'z.', 'B.', '@jane_doe', '#netz'),
  },
  { weight: 1, arbitrary: fc.constantFrom('https://nordfunk.de/stoerung?a=1&b=2', `https://x.de/${'a'.repeat(300)}`) },
  { weight: 1, arbitrary: fc.string({ minLength: 200, maxLength: 320, unit: fc.constantFrom('a', '漢', '👍🏽') }) },
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '. ', '! ', '\n', '  ')), { minLength: 1, maxLength: 60 })
  .map((parts) => parts.flat().join('').trim())
  .filter((one) => one !== '');
/** X's own parser takes its time. */
const RUNS = { numRuns: 60 };
const signature = fc.constantFrom('', ' ^AB');

describe('a text that fits', () => {
  it('into one post is not split', () => {
    expect(splitText('Wir kümmern uns.', ' ^AB')).toBeNull();
    expect(splitText('x'.repeat(280), '')).toBeNull();
  });

  it('not even into six posts is not split', () => {
    expect(splitText(sentence(600), '')).toBeNull();
  });
});

describe('a text in numbered posts', () => {
  it('is cut between sentences where that costs no further post', () => {
    const [one, two, three] = [sentence(30, 'eins'), sentence(25, 'zwei'), sentence(20, 'drei')];
    expect(splitText(`Hallo. ${one} ${two} ${three}`, ' ^AB')).toEqual([
      `1/2 Hallo. ${one}`,
      `2/2 ${two} ${three} ^AB`,
    ]);
  });

  it('is cut between words where a sentence would cost one', () => {
    const [one, two, three] = [sentence(22, 'eins'), sentence(42, 'zwei'), sentence(40, 'drei')];
    const posts = splitText(`${one} ${two} ${three}`, '');
    expect(posts).toHaveLength(2);
    expect(posts?.[0]).toMatch(/zwei$/);
  });

  it('takes "z. B.", "Nr. 5" and "3. Mai" for no end of a sentence', () => {
    const posts = splitText(`${sentence(35)} Das gilt z. B. für Nr. 5 seit dem 3. Mai ${sentence(40)}`, '');
    expect(posts?.[0]).toBe(`1/2 ${sentence(35)}`);
  });

  it('keeps an address whole, and its signature on the last post', () => {
    const address = 'https://nordfunk.de/stoerung/altona';
    const posts = splitText(`${sentence(48)} Mehr: ${address} ${sentence(48)}`, ' ^AB') ?? [];
    expect(posts.filter((post) => post.includes(address))).toHaveLength(1);
    expect(posts.map((post) => post.endsWith(' ^AB'))).toEqual([false, true]);
  });

  it('has no last post with nothing but the signature', () => {
    const posts = splitText(`${'x'.repeat(140)} ${'y'.repeat(138)}`, ' ^ABCD') ?? [];
    expect(posts).toEqual([`1/2 ${'x'.repeat(140)}`, `2/2 ${'y'.repeat(138)} ^ABCD`]);
  });

  it('loses nothing and keeps the order, and every post fits', () => {
    fc.assert(
      fc.property(text, signature, (whole, sign) => {
        const posts = splitText(whole, sign);
        if (posts === null) return;
        expect(posts.length).toBeGreaterThanOrEqual(2);
        expect(posts.length).toBeLessThanOrEqual(MOST_POSTS);
        for (const [index, post] of posts.entries()) {
          expect(post.startsWith(`${index + 1}/${posts.length} `)).toBe(true);
          expect(post.replace(sign, '').length).toBeGreaterThan(4);
          expect(weightedLength(post).length).toBeLessThanOrEqual(LIMIT);
        }
        expect(bare(joinPosts(posts))).toBe(bare(whole + sign));
      }),
      RUNS,
    );
  });

  it('never cuts an address, and a word only when it is longer than a post', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const posts = splitText(whole, '');
        if (posts === null) return;
        const addresses = linkPlaces(whole).map(([start, end]) => whole.slice(start, end));
        const found = posts.flatMap((post) => linkPlaces(post).map(([start, end]) => post.slice(start, end)));
        expect(found).toEqual(addresses);
        const words = new Set(whole.split(/\s+/));
        const cut = posts.flatMap((post) => post.slice(4).split(/\s+/)).filter((one) => !words.has(one));
        const long = [...words].filter((one) => weightedLength(one).length > LIMIT - 4);
        for (const piece of cut) expect(long.some((one) => one.includes(piece))).toBe(true);
      }),
      RUNS,
    );
  });

  it('becomes as many posts again when it is put together and split once more', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const posts = splitText(whole, '');
        if (posts === null) return;
        expect(splitText(joinPosts(posts), '')?.length ?? 1).toBeLessThanOrEqual(posts.length);
        expect(splitText(whole, '')).toEqual(posts);
      }),
      RUNS,
    );
  });
});
