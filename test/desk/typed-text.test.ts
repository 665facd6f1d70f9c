import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asTyped } from '../../src/desk/typed-text.ts';

describe('what Slack hands over, as a person would have typed it', () => {
  test.each([
    ['Tom &amp; Anna &lt;3', 'Tom & Anna <3'],
    ['see <https://example.com/a?b=1&amp;c=2|our page>', 'see https://example.com/a?b=1&c=2'],
    ['write to <mailto:a@example.com|a@example.com>', 'write to a@example.com'],
    ['&amp;lt; stays what it was', '&lt; stays what it was'],
    ['<@U012|ben> knows', '<@U012|ben> knows'],
  ])('%s', (mrkdwn, typed) => {
    expect(asTyped(mrkdwn)).toBe(typed);
  });

  test('undoes what Slack does to plain words', () => {
    const slackEscape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => asTyped(slackEscape(text)) === text));
  });
});
