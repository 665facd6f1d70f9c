import { describe, expect, it } from 'vitest';
import type { Meter } from '../../src/networks/index.ts';
import { createBill } from '../../src/networks/x/bill.ts';

const MENTIONS = 'GET users/:id/mentions';
const TIMELINE = 'GET users/:id/tweets';
const SEARCH = 'GET tweets/search/recent';

function openBill() {
  let now = new Date('2026-11-24T22:00:00Z');
  const entries: unknown[] = [];
  const meter: Meter = { spent: (...entry) => entries.push(entry) };
  const bill = createBill(meter, () => now);
  bill.read('GET users/me', { data: { id: '7', username: 'us' } });
  entries.length = 0;
  return {
    bill,
    tomorrow: () => {
      now = new Date('2026-11-25T00:00:00Z');
    },
    /** What came since the last look. */
    entries: () => entries.splice(0),
  };
}

const posts = (...ids: string[]) => ({ data: ids.map((id) => ({ id, author_id: '99' })) });

describe('what X bills', () => {
  it('is a post once in a UTC day, however it is read', () => {
    const { bill, entries, tomorrow } = openBill();
    bill.read(MENTIONS, posts('1', '2'));
    bill.read(SEARCH, posts('2', '3'));
    bill.read('GET tweets', { data: { id: '3', author_id: '99' } });
    expect(entries()).toEqual([
      ['mention-read', 2, 2_000],
      ['other-read', 1, 5_000],
      ['other-read', 0, 0],
    ]);
    tomorrow();
    bill.read(SEARCH, posts('2'));
    expect(entries()).toEqual([['other-read', 1, 5_000]]);
  });

  it('is less for our own posts, and nothing for an empty answer, which is a call all the same', () => {
    const { bill, entries } = openBill();
    bill.read(TIMELINE, { data: [{ id: '8', author_id: '7' }] });
    bill.read(TIMELINE, { meta: { result_count: 0 } });
    bill.read(SEARCH, { meta: { result_count: 0 } });
    expect(entries()).toEqual([
      ['own-read', 1, 1_000],
      ['own-read', 0, 0],
      ['other-read', 0, 0],
    ]);
  });

  it('is a reply to a customer, a post of its own or under our own, and far more with a link', () => {
    const { bill, entries } = openBill();
    const reply = (to: string) => ({ text: 'Hello', reply: { in_reply_to_tweet_id: to } });
    bill.wrote('POST tweets', reply('1'), { data: { id: '20' } });
    bill.wrote('POST tweets', { text: 'We know of it.' }, { data: { id: '21' } });
    bill.wrote('POST tweets', reply('21'), { data: { id: '22' } });
    bill.wrote('POST tweets', { text: 'See nordfunk.de/router' }, null);
    bill.wrote('DELETE tweets/:id', null, { data: { deleted: true } });
    bill.wrote('PUT tweets/:id/hidden', { hidden: true }, { data: { hidden: true } });
    expect(entries()).toEqual([
      ['reply', 1, 10_000],
      ['post', 1, 15_000],
      ['post', 1, 15_000],
      ['post-with-link', 1, 200_000],
      ['delete', 1, 10_000],
    ]);
  });
});
