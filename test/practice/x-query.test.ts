import { describe, expect, it } from 'vitest';
import { startX } from './x-bench.ts';

const POSTS = ['Nordbahn zu spät', 'Nord Bahn zu spät', 'Bahn aus Nord', '@nordbahn zu spät', 'Nordbahn pünktlich'];

async function found(query: string): Promise<readonly string[] | string> {
  const { x, caller } = await startX();
  for (const text of POSTS) x.world.post({ author: 'anna', text });
  const { status, body } = await caller.get('/2/tweets/search/recent', { query });
  if (status !== 200) return JSON.stringify(body);
  return POSTS.filter((text) => JSON.stringify(body).includes(`"text":"${text}"`));
}

describe('a query on the practice X', () => {
  it.each([
    ['nordbahn OR "nord bahn"', [POSTS[0], POSTS[1], POSTS[4]]],
    ['(nordbahn OR "nord bahn") -pünktlich', [POSTS[0], POSTS[1]]],
    ['nordbahn pünktlich OR nord', [POSTS[1], POSTS[2], POSTS[4]]],
    ['-(pünktlich OR nord) nordbahn', [POSTS[0]]],
    ['@nordbahn', [POSTS[3]]],
    ['nordbahn or bahn', []],
  ])('%s', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  it.each(['(nordbahn', '-nordbahn', '"nord', 'nordbahn OR', 'is:retweet', 'x '.repeat(300)])(
    'is refused: %s',
    async (query) => {
      expect(await found(query)).toContain('Invalid Request');
    },
  );
});
