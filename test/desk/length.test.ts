import { describe, expect, it } from 'vitest';
import { cashtagCount, hasLink, weightedLength } from '../../src/desk/length.ts';

describe('length, as X counts it', () => {
  it.each([
    ['Hello', 5],
    ['Grüße', 5],
    [`see https://example.com/${'long'.repeat(30)}`, 27],
    ['👋🏽', 2],
    ['👨‍👩‍👧‍👦', 2],
    ['日本', 4],
  ])('%s', (text, length) => {
    expect(weightedLength(text)).toEqual({ length, limit: 280, valid: true });
  });

  it('calls a text valid up to 280, and none that is empty', () => {
    expect(weightedLength('a'.repeat(280)).valid).toBe(true);
    expect(weightedLength('a'.repeat(281))).toEqual({ length: 281, limit: 280, valid: false });
    expect(weightedLength('').valid).toBe(false);
  });

  it('finds links, also without https://', () => {
    expect(hasLink('see https://example.com/a')).toBe(true);
    expect(hasLink('see example.com')).toBe(true);
    expect(hasLink('at 10.30 in the shop')).toBe(false);
  });

  it('counts cashtags, not prices', () => {
    expect(cashtagCount('$ABC and $DEF cost $200')).toBe(2);
  });
});
