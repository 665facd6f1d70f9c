import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPracticeClock } from '../../practice/clock.ts';
import { createFeed } from '../../practice/page-server/feed.ts';
import { openPage } from '../../practice/page-server/index.ts';
import { nextMorning } from '../../practice/page-server/time.ts';
import { setStage } from '../../practice/stage.ts';

const MANIFEST = join(import.meta.dirname, '../../manifest.yml');

/** The page's server between practice servers without an app: what it takes and refuses needs none. */
async function serve() {
  const clock = createPracticeClock(new Date('2026-11-24T09:00:00+01:00'));
  const createApp = () => ({ start: async () => {}, stop: async () => {} });
  const stage = await setStage({ createApp, clock, log: pino({ level: 'silent' }), pollMs: 5_000 });
  onTestFinished(() => stage.stop());
  const folder = await mkdtemp(join(tmpdir(), 'earshot-page-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'index.html'), '<p>page</p>');
  const page = await openPage({ stage, folder, manifest: MANIFEST, pollMs: 5_000, prepared: false });
  onTestFinished(() => page.stop());
  const act = async (body: unknown) => {
    const response = await fetch(`${page.url}api/act`, { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, done: await response.json() };
  };
  return { stage, page, folder, act };
}

/** A status with headers that fetch would not send. */
function ask(url: string, path: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(new URL(url), { path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

describe('the server of the practice page', () => {
  it('serves the built page with a policy that loads nothing from elsewhere', async () => {
    const { page } = await serve();
    const response = await fetch(page.url);
    expect(await response.text()).toBe('<p>page</p>');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is no way for another site, nor out of its folder', async () => {
    const { page } = await serve();
    expect(await ask(page.url, '/', { host: 'evil.example' })).toBe(403);
    expect(await ask(page.url, '/api/act', { origin: 'https://evil.example' })).toBe(403);
    expect(await ask(page.url, '/../../../etc/passwd', {})).toBe(404);
    expect(await ask(page.url, '/..%2f..%2fpackage.json', {})).toBe(404);
    expect(await ask(page.url, '/api/file/F0NOBODY', {})).toBe(404);
  });

  it('posts as a customer, and names us so that the app hears of it', async () => {
    const { stage, act } = await serve();
    const sent = await act({ do: 'post', username: 'sabine_r', text: 'Hallo?', inReplyTo: null });
    expect(sent).toEqual({ status: 200, done: { ok: true } });
    expect(stage.x.world.timeline().map(({ written }) => written)).toEqual(['@NordfunkHilft Hallo?']);
  });

  it.each([
    [{ do: 'post', username: 'no spaces', text: 'x', inReplyTo: null }, /a handle has/],
    [{ do: 'post', username: 'ok', text: '  ', inReplyTo: null }, /write something/],
    [{ do: 'switch', id: 'moon', on: true }, /no fault moon/],
    [{ do: 'fly' }, /./],
  ])('refuses %j and says why', async (body, why) => {
    const { act } = await serve();
    const { status, done } = await act(body);
    expect(status).toBe(400);
    expect(JSON.stringify(done)).toMatch(/^{"ok":false,"error":/);
    expect(JSON.stringify(done)).toMatch(why);
  });

  it('knows the commands of the manifest and no other', async () => {
    const { stage, act } = await serve();
    const typed = { do: 'command', as: stage.people.anna, channel: stage.channels.support, text: '' };
    const { done } = await act({ ...typed, command: '/giphy' });
    expect(done).toEqual({ ok: false, error: '/giphy is not a valid command.' });
  });

  it('says which folder lacks the page', async () => {
    const { stage } = await serve();
    const nowhere = { stage, folder: '/nowhere', manifest: MANIFEST, pollMs: 5_000, prepared: false };
    await expect(openPage(nowhere)).rejects.toThrow(/\/nowhere has no index.html. Run npm run build/);
  });
});

describe('the feed', () => {
  it('tells everything first, and from then on what changed or went', async () => {
    let items = new Map([
      ['a', '1'],
      ['b', '2'],
    ]);
    const feed = createFeed(() => items);
    onTestFinished(() => feed.stop());
    const heard: unknown[] = [];
    const next = new Promise<void>((resolve) => {
      feed.listen((delta) => {
        heard.push(JSON.parse(delta));
        if (heard.length === 2) resolve();
      });
    });
    items = new Map([
      ['a', '1'],
      ['c', '3'],
    ]);
    feed.stir();
    await next;
    expect(heard).toEqual([
      { reset: true, set: { a: 1, b: 2 }, gone: [] },
      { reset: false, set: { c: 3 }, gone: ['b'] },
    ]);
  });
});

it('the next morning begins at eight in Berlin, also when the clocks change that night', () => {
  expect(nextMorning(new Date('2026-10-24T22:00:00+02:00')).toISOString()).toBe('2026-10-25T07:00:00.000Z');
  expect(nextMorning(new Date('2026-11-24T03:00:00+01:00')).toISOString()).toBe('2026-11-25T07:00:00.000Z');
});
