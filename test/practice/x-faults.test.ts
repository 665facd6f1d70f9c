import { describe, expect, it } from 'vitest';
import { startX } from './x-bench.ts';

const CREATE = 'POST /2/tweets';

describe('the rate limits of the practice X', () => {
  it('count down in the headers and refuse until the window is over', async () => {
    const { x, clock, caller } = await startX();
    x.limits.leave('me', 1);
    const last = await caller.get('/2/users/me');
    expect(last.headers.get('x-rate-limit-remaining')).toBe('0');
    expect(last.headers.get('x-rate-limit-limit')).toBe('75');
    const refused = await caller.get('/2/users/me');
    expect([refused.status, refused.body]).toMatchObject([429, { title: 'Too Many Requests' }]);
    const reset = Number(refused.headers.get('x-rate-limit-reset')) * 1000;
    expect(reset).toBe(Math.ceil((clock.now().getTime() + 15 * 60_000) / 1000) * 1000);
    await clock.jumpTo(new Date(reset));
    expect((await caller.get('/2/users/me')).status).toBe(200);
    expect(x.world.rejections).toMatchObject([{ status: 429 }]);
  });

  it('allow 100 posts in 15 minutes', async () => {
    const { caller } = await startX();
    const statuses: number[] = [];
    for (let n = 0; n < 101; n += 1) statuses.push((await caller.post('/2/tweets', { text: `Nummer ${n}` })).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(100);
    expect(statuses[100]).toBe(429);
  });
});

describe('faults of the practice X', () => {
  it.each([
    ['500', 500, 0],
    ['500-after', 500, 1],
  ] as const)('%s answers %d and leaves %d posts', async (kind, status, posts) => {
    const { x, caller } = await startX();
    x.faults.add({ when: CREATE, kind, times: 1 });
    expect((await caller.post('/2/tweets', { text: 'Hallo' })).status).toBe(status);
    expect(x.world.ours()).toHaveLength(posts);
    expect(x.world.rejections).toEqual([]);
  });

  it.each([
    ['cut-before', 0],
    ['cut-after', 1],
  ] as const)('%s gives no answer and leaves %d posts', async (kind, posts) => {
    const { x, caller } = await startX();
    x.faults.add({ when: CREATE, kind, times: 1 });
    await expect(caller.post('/2/tweets', { text: 'Hallo' })).rejects.toThrow('fetch failed');
    expect(x.world.ours()).toHaveLength(posts);
  });

  it('429 comes with the headers of its reset, or without any', async () => {
    const { x, clock, caller } = await startX();
    x.faults.add({ when: CREATE, kind: '429', times: 1, retryAfterSeconds: 120 });
    x.faults.add({ when: CREATE, kind: '429', times: 1 });
    const [limited, bare] = [
      await caller.post('/2/tweets', { text: 'a' }),
      await caller.post('/2/tweets', { text: 'a' }),
    ];
    expect(limited.status).toBe(429);
    expect(Number(limited.headers.get('x-rate-limit-reset'))).toBeGreaterThan(clock.now().getTime() / 1000 + 110);
    expect(bare.status).toBe(429);
    expect(bare.headers.has('x-rate-limit-reset')).toBe(false);
  });

  it('delay answers late', async () => {
    const { x, caller } = await startX();
    x.faults.add({ when: CREATE, kind: 'delay', delayMs: 60, times: 1 });
    const started = performance.now();
    expect((await caller.post('/2/tweets', { text: 'a' })).status).toBe(201);
    expect(performance.now() - started).toBeGreaterThan(55);
  });

  it('a token that may only read says so beside each answer, and publishes nothing', async () => {
    const { x, caller } = await startX();
    expect((await caller.get('/2/users/me')).headers.get('x-access-level')).toBe('read-write');
    x.setReadOnly(true);
    expect((await caller.get('/2/users/me')).headers.get('x-access-level')).toBe('read');
    expect((await caller.post('/2/tweets', { text: 'Hallo' })).status).toBe(403);
    expect(x.world.ours()).toEqual([]);
  });

  it('a revoked token and missing credits refuse everything until they are mended', async () => {
    const { x, caller } = await startX();
    x.setRevoked(true);
    expect(await caller.get('/2/users/me')).toMatchObject({ status: 401, body: { title: 'Unauthorized' } });
    x.setRevoked(false);
    x.setOutOfCredits(true);
    expect(await caller.get('/2/users/me')).toMatchObject({ status: 402, body: { title: 'CreditsDepleted' } });
    x.setOutOfCredits(false);
    expect((await caller.get('/2/users/me')).status).toBe(200);
    expect(x.world.requests.map((seen) => seen.status)).toEqual([401, 402, 200]);
    expect(x.world.rejections).toEqual([]);
  });

  it('garbled answers are no JSON, and the next one is', async () => {
    const { x, caller } = await startX();
    x.garble('GET /2/users/me');
    await expect(caller.get('/2/users/me')).rejects.toThrow(SyntaxError);
    expect((await caller.get('/2/users/me')).status).toBe(200);
  });
});

describe('waiting for the practice X', () => {
  it('resolves at the change that was waited for', async () => {
    const { x } = await startX();
    const waiting = x.world.waitFor(() => x.world.ours().find((post) => post.written.includes('endlich')), 'our post');
    x.world.post({ author: 'nordbahn', text: 'noch nicht' });
    x.world.post({ author: 'nordbahn', text: 'endlich' });
    expect((await waiting).written).toBe('endlich');
  });

  it('resolves at a call as well', async () => {
    const { x, caller } = await startX();
    const polled = x.world.waitFor(() => x.world.requests.length > 0, 'a call');
    await caller.get('/2/users/me');
    expect(await polled).toBe(true);
  });

  it('fails at its deadline with what was public and what was called', async () => {
    const { x, caller } = await startX();
    x.world.post({ author: 'anna', text: '@nordbahn hört ihr mich?' });
    await caller.get('/2/users/me');
    const waiting = x.world.waitFor(() => x.world.ours()[0], 'our answer to @anna', 20);
    await expect(waiting).rejects.toThrow(
      /our answer to @anna\n.*\n.*@anna: @nordbahn hört ihr mich\?\n.*\n.*GET \/2\/users\/me 200/,
    );
  });
});
