import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { redirect, routeTo } from '../../src/networks/x/address.ts';
import { readPages } from '../../src/networks/x/pages.ts';
import { readRefusal } from '../../src/networks/x/refusal.ts';
import { xContract } from '../contracts/x-contract.ts';
import { checkXRequest } from '../contracts/x-requests.ts';
import { faultOf, LONG_AGO, startNetwork } from './x-bench.ts';

const MENTIONS = 'GET /2/users/:id/mentions';
const CREATE = 'POST /2/tweets';

describe('X’s rate limits', () => {
  it('put a refused call off until the reset that X names', async () => {
    const { x, clock, network } = await startNetwork();
    await network.self();
    x.faults.add({ when: MENTIONS, kind: '429', times: 1, retryAfterSeconds: 120 });
    const fault = await faultOf(network.readMentions(null, LONG_AGO));
    expect(fault).toMatchObject({ act: 'retry', limited: true });
    const afterMs = fault.act === 'retry' ? fault.afterMs : 0;
    expect(afterMs).toBeGreaterThan(119_000);
    expect(afterMs).toBeLessThanOrEqual(122_000);
    await clock.jump(afterMs);
    expect((await network.readMentions(null, LONG_AGO)).posts).toEqual([]);
  });

  it('keep calls back before X has to refuse them', async () => {
    const { x, clock, network } = await startNetwork();
    x.limits.leave('create', 1);
    await network.publish('die letzte', null);
    const fault = await faultOf(network.publish('eine zu viel', null));
    expect(fault).toMatchObject({ act: 'retry', limited: true });
    expect(x.world.requests.filter((seen) => seen.call === CREATE)).toHaveLength(1);
    await clock.jump(fault.act === 'retry' ? fault.afterMs : 0);
    await network.publish('eine zu viel', null);
    expect(x.world.rejections).toEqual([]);
  });

  it('of one kind of call leave the others alone', async () => {
    const { x, network } = await startNetwork();
    x.limits.leave('create', 1);
    await network.publish('die letzte', null);
    expect((await network.readMentions(null, LONG_AGO)).posts).toEqual([]);
  });

  it('without headers put the call off for a minute', async () => {
    const { x, network } = await startNetwork();
    x.faults.add({ when: CREATE, kind: '429', times: 1 });
    expect(await faultOf(network.publish('Hallo', null))).toMatchObject({ act: 'retry', afterMs: 61_000 });
    expect(await faultOf(network.publish('Hallo', null))).toMatchObject({ act: 'retry', limited: true });
    expect(x.world.requests.filter((seen) => seen.call === CREATE)).toHaveLength(1);
  });
});

describe('faults of X', () => {
  it.each(['500', 'cut-before', 'cut-after', '500-after'] as const)(
    '%s on a read is tried again later, by the caller',
    async (kind) => {
      const { x, network } = await startNetwork();
      await network.self();
      x.faults.add({ when: MENTIONS, kind, times: 1 });
      expect(await faultOf(network.readMentions(null, LONG_AGO))).toMatchObject({ act: 'retry', limited: false });
      expect(x.world.requests.filter((seen) => seen.call === MENTIONS)).toHaveLength(1);
    },
  );

  it('a read that is not answered in time, or not in JSON, is tried again later', async () => {
    const { x, network } = await startNetwork({ timeoutMs: 300 });
    await network.self();
    x.faults.add({ when: MENTIONS, kind: 'delay', delayMs: 600, times: 1 });
    expect((await faultOf(network.readMentions(null, LONG_AGO))).act).toBe('retry');
    x.garble(MENTIONS);
    expect((await faultOf(network.readMentions(null, LONG_AGO))).act).toBe('retry');
  });

  it('a revoked token and missing credits are for a person', async () => {
    const { x, network } = await startNetwork();
    await network.self();
    x.setRevoked(true);
    expect(await faultOf(network.readMentions(null, LONG_AGO))).toMatchObject({
      act: 'give-up',
      code: 'not-authorised',
    });
    expect(await faultOf(network.publish('a', null))).toMatchObject({ act: 'give-up', code: 'not-authorised' });
    x.setRevoked(false);
    x.setOutOfCredits(true);
    expect(await faultOf(network.publish('a', null))).toMatchObject({ act: 'give-up', code: 'out-of-credits' });
    expect(await faultOf(network.readMentions(null, LONG_AGO))).toMatchObject({ code: 'out-of-credits' });
  });

  it('hold no secret, neither in what is thrown nor in what is logged', async () => {
    const { x, network, logged } = await startNetwork();
    x.faults.add({ when: CREATE, kind: '500', times: 1 });
    x.faults.add({ when: CREATE, kind: 'cut-after', times: 1 });
    const thrown: unknown[] = [];
    for (const text of ['a', 'b']) await network.publish(text, null).catch((error: unknown) => thrown.push(error));
    x.setRevoked(true);
    await network.publish('c', null).catch((error: unknown) => thrown.push(error));
    const all = `${inspect(thrown, { depth: 12, showHidden: true })} ${logged()}`;
    expect(thrown).toHaveLength(3);
    const { apiKey, apiSecret, accessToken, accessSecret } = x.keys;
    for (const secret of [apiKey, apiSecret, accessToken, accessSecret, 'oauth_signature'])
      expect(all).not.toContain(secret);
  });

  it.each([
    [403, { detail: 'You are not permitted to perform this action.' }, 'refused'],
    [
      403,
      { detail: 'Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.' },
      'not-authorised',
    ],
    [403, { errors: [{ code: 187, message: 'Status is a duplicate.' }] }, 'duplicate'],
    [
      400,
      { errors: [{ message: 'You attempted to reply to a Post that is deleted or not visible to you.' }] },
      'post-gone',
    ],
    [404, '', 'refused'],
    [404, { title: 'Not Found' }, 'post-gone'],
    [418, null, 'refused'],
  ])('%d %j means %s', (status, body, code) => {
    expect(readRefusal(status, body).code).toBe(code);
    expect(readRefusal(status, body).detail).not.toBe('');
  });
});

describe('a listing of X', () => {
  const pagesOf = async (answers: unknown[]): Promise<number> => {
    const client = {
      get: async () => answers.shift(),
      post: async () => undefined,
      put: async () => undefined,
      upload: async () => undefined,
      delete: async () => undefined,
    };
    let pages = 0;
    for await (const page of readPages(client, 'GET users/:id/mentions', 'users/1/mentions', {}))
      pages += page.data?.length ?? 0;
    return pages;
  };

  it('that is refused with a 200 is no empty listing', async () => {
    const refused = { errors: [{ title: 'Not Found Error', detail: 'Could not find user with id: [1].' }] };
    expect(await faultOf(pagesOf([refused]))).toMatchObject({ act: 'retry', why: 'Could not find user with id: [1].' });
    expect(await faultOf(pagesOf(['<html>']))).toMatchObject({ act: 'retry' });
  });

  it('goes on past an empty page, and ends when tokens come without new posts', async () => {
    const page = (token: string, ids: string[]) => ({ data: ids.map((id) => ({ id })), meta: { next_token: token } });
    const empty = { meta: { next_token: 'b' } };
    const repeats = ['c', 'd', 'e'].map((token) => page(token, ['3']));
    expect(await pagesOf([page('a', ['1', '2']), empty, page('c', ['3']), ...repeats, page('f', ['4'])])).toBe(6);
  });
});

describe('the address of X', () => {
  it('may have a path of its own', async () => {
    const { x, network } = await startNetwork({ basePath: '/some/x' });
    expect(x.url).toMatch(/\/some\/x$/);
    x.world.post({ author: 'anna', text: '@nordbahn da?' });
    expect((await network.readMentions(null, LONG_AGO)).posts).toHaveLength(1);
    await network.publish('Da!', null);
    expect(x.world.rejections).toEqual([]);
  });

  it.each([
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/2/tweets?ids=1%2C2'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/2/tweets?ids=1%2C2'],
    ['https://proxy.example/x/', 'https://proxy.example/x/2/tweets?ids=1%2C2'],
  ])('%s becomes %s', (address, expected) => {
    expect(redirect(new URL('https://api.x.com/2/tweets?ids=1%2C2'), new URL(address)).href).toBe(expected);
  });

  it('decides how to connect, and X’s own needs no detour', () => {
    expect(Reflect.get(routeTo('http://127.0.0.1:1').agent, 'protocol')).toBe('http:');
    expect(Reflect.get(routeTo('https://proxy.example').agent, 'protocol')).toBe('https:');
    expect(routeTo('https://proxy.example').plugins).toHaveLength(1);
    expect(routeTo('https://api.x.com/').plugins).toEqual([]);
  });
});

it.skipIf(xContract === undefined)('asks X only for what its own document knows', async () => {
  const { x, network } = await startNetwork();
  const mention = x.world.post({ author: 'anna', text: '@nordbahn hallo' });
  await network.readMentions((await network.readMentions(null, LONG_AGO)).cursor, LONG_AGO);
  const { id } = await network.publish('Hallo!', mention.id);
  await network.publish('Hallo alle!', null);
  await network.findOwn('Hallo!', mention.id, LONG_AGO);
  await network.remove(id);
  expect(x.world.requests).toHaveLength(7);
  expect(x.world.requests.flatMap(checkXRequest)).toEqual([]);
});
