import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSystemClock } from '../../src/clock.ts';
import { takeOverSettings } from '../../src/first-settings.ts';
import { readScopes } from '../../src/manifest/manifest.ts';
import { DISK } from '../../src/store/lowdb/file-system.ts';
import { pidSpace } from '../../src/store/lowdb/process-start.ts';
import { createLowdbStore } from '../../src/store/lowdb/store.ts';
import { clockAhead, lines, MANIFEST, openPractice, troubles } from './doctor-bench.ts';

const MINUTE_MS = 60_000;

describe('when all is well', () => {
  it('finds nothing wrong, and says whom it found where', async () => {
    const practice = await openPractice();
    const findings = await practice.diagnose();
    expect(troubles(findings)).toEqual([]);
    const all = lines(findings).join('\n');
    expect(all).toContain('ok Slack: bot token: @earshot in Practice (https://practice.slack.com/)');
    expect(all).toContain('ok Slack: channel: Earshot is in #support');
    expect(all).toContain('ok Slack: Socket Mode: Slack offers a connection');
    expect(all).toContain('ok X: account: @nordbahn');
    expect(all).toContain('ok X: token: it may read and write');
    expect(all).toMatch(/ok X: mentions: a poll takes \d.*; 299 of 300 reads are left until \d\d:\d\d UTC/);
    expect(all).toContain('ok Clocks: Slack: this clock agrees');
    expect(all).toContain('ok Clocks: X: this clock agrees');
    expect(all).toMatch(/info Costs: X: .*\$0\.20/);
  });

  it('publishes nothing, changes nothing, and leaves no trace on disk', async () => {
    const practice = await openPractice();
    const before = await practice.files();
    await practice.diagnose();
    expect(await practice.files()).toEqual(before);
    expect(practice.x.world.requests.filter(({ method }) => !['GET', 'HEAD'].includes(method))).toEqual([]);
    const asked = practice.slack.workspace.requests.map(({ method }) => method).sort();
    expect(asked).toEqual(['apps.connections.open', 'auth.test', 'conversations.info']);
    expect(practice.slack.sockets.count()).toBe(0);
  });

  it('asks X who we are only once, as X bills it', async () => {
    const practice = await openPractice();
    await practice.diagnose();
    expect(practice.x.world.requests.filter(({ path }) => path === '/2/users/me')).toHaveLength(1);
  });
});

describe('each broken thing is named with its remedy, and hides no other', () => {
  it('a wrong bot token', async () => {
    const practice = await openPractice();
    const found = troubles(await practice.diagnose({ SLACK_BOT_TOKEN: 'xoxb-wrong' }));
    expect(found).toContainEqual(expect.stringMatching(/^error Slack: bot token: .*invalid_auth → .*SLACK_BOT_TOKEN/));
    expect(found.filter((one) => !one.startsWith('error Slack'))).toEqual([]);
  });

  it('a wrong app token', async () => {
    const practice = await openPractice();
    const found = troubles(await practice.diagnose({ SLACK_APP_TOKEN: 'xapp-wrong' }));
    expect(found).toEqual([
      expect.stringMatching(/^error Slack: Socket Mode: .*invalid_auth → .*connections:write for SLACK_APP_TOKEN/),
    ]);
  });

  it('a missing scope, and one too many', async () => {
    const practice = await openPractice();
    const scopes = await readScopes(MANIFEST);
    practice.slack.setScopes([...scopes.filter((scope) => scope !== 'im:write'), 'reactions:write']);
    expect(troubles(await practice.diagnose())).toEqual([
      expect.stringMatching(/^error Slack: scopes: im:write is missing → .*App Manifest.*Reinstall/),
      expect.stringMatching(/^warn Slack: scopes: more than Earshot uses: reactions:write → Remove/),
    ]);
  });

  it('a bot that is not in the channel', async () => {
    const practice = await openPractice();
    const { id } = practice.slack.workspace.addChannel({ name: 'care', bot: false });
    expect(troubles(await practice.diagnose({ SLACK_CHANNEL: id }))).toEqual([
      'error Slack: channel: Earshot is not in #care → Type /invite @Earshot in #care.',
    ]);
  });

  it('a channel that is not there, or private and not shown', async () => {
    const practice = await openPractice();
    expect(troubles(await practice.diagnose({ SLACK_CHANNEL: 'C0GONE' }))).toEqual([
      expect.stringMatching(/^error Slack: channel: Slack says channel_not_found → Is C0GONE the id .*\/invite/),
    ]);
  });

  it('an archived channel', async () => {
    const practice = await openPractice();
    practice.slack.workspace.archive(practice.channel.id);
    expect(troubles(await practice.diagnose())).toEqual([
      expect.stringMatching(/^error Slack: channel: #support is archived → Unarchive/),
    ]);
  });

  it('an X token that was revoked', async () => {
    const practice = await openPractice();
    practice.x.setRevoked(true);
    expect(troubles(await practice.diagnose())).toEqual([
      expect.stringMatching(/^error X: account: X does not accept the keys \(Unauthorized\) → Copy all four/),
    ]);
  });

  it('an X token that can only read', async () => {
    const practice = await openPractice();
    practice.x.setReadOnly(true);
    expect(troubles(await practice.diagnose())).toEqual([
      expect.stringMatching(/^error X: token: it can only read.* → .*"Read and write", then regenerate/),
    ]);
  });

  it('an X account without credits', async () => {
    const practice = await openPractice();
    practice.x.setOutOfCredits(true);
    expect(troubles(await practice.diagnose())).toEqual([
      expect.stringMatching(/^error X: account: .*does not have any credits.* → Buy credits/),
    ]);
  });

  it('a poll that X would not allow so often, and a limit that is used up', async () => {
    const practice = await openPractice();
    expect(troubles(await practice.diagnose({ X_POLL_SECONDS: '1' }))).toEqual([
      'warn X: mentions: 900 polls in 15 minutes are more than X allows (300) → Set X_POLL_SECONDS to 3 or more.',
    ]);
    practice.x.limits.leave('mentions', 1);
    expect(troubles(await practice.diagnose())).toEqual([
      expect.stringMatching(/^warn X: mentions: the limit is used/),
    ]);
  });

  it('servers that can not be reached', async () => {
    const practice = await openPractice();
    const nowhere = { SLACK_API_URL: 'http://127.0.0.1:9/api/', X_API_URL: 'http://127.0.0.1:9' };
    const found = await practice.diagnose(nowhere);
    expect(troubles(found).map((one) => one.split(':', 2).join(':'))).toEqual([
      'error Slack: bot token',
      'error Slack: Socket Mode',
      'error Slack: channel',
      'error X: account',
    ]);
    expect(lines(found)).toContain('info Clocks: X: its time could not be asked');
  });

  it.each([
    [5 * MINUTE_MS, '5 minutes ahead'],
    [-90_000, '90 seconds behind'],
  ])('a clock that is off by %i ms', async (ms, said) => {
    const practice = await openPractice();
    const found = troubles(await practice.diagnose({}, clockAhead(ms)));
    expect(found.filter((one) => one.includes('Clocks'))).toEqual([
      expect.stringMatching(new RegExp(`^error Clocks: Slack: this clock is ${said}.* → .*set-ntp`)),
      expect.stringMatching(new RegExp(`^error Clocks: X: this clock is ${said}`)),
    ]);
  });

  it('a clock that is a little off only warns', async () => {
    const practice = await openPractice();
    const found = troubles(await practice.diagnose({}, clockAhead(30_000)));
    expect(found).toHaveLength(2);
    expect(found.every((one) => one.startsWith('warn Clocks'))).toBe(true);
  });

  it('variables that are missing: each is named, and the rest is still looked at', async () => {
    const practice = await openPractice();
    const findings = await practice.diagnose({ X_API_KEY: undefined, SLACK_APP_TOKEN: '' });
    expect(troubles(findings)).toEqual([
      expect.stringMatching(/^error Environment: X_API_KEY is missing → /),
      expect.stringMatching(/^error Environment: SLACK_APP_TOKEN is missing → .*Socket Mode/),
    ]);
    expect(lines(findings)).toContain('ok Slack: channel: Earshot is in #support');
    expect(lines(findings)).toContain('info X: not checked, see Environment');
  });

  it('a search that X does not take, while one that it takes is fine', async () => {
    const practice = await openPractice();
    const broken = troubles(await practice.diagnose({ X_SEARCH: '(Nordbahn OR' }));
    expect(broken).toEqual([expect.stringMatching(/^warn X: search: X refuses it .* → .*Mentions come without it/)]);
    const findings = await practice.diagnose({ X_SEARCH: 'Nordbahn OR "Nord Bahn"' });
    expect(troubles(findings)).toEqual([]);
    expect(lines(findings)).toContain('ok X: search: X takes the words of X_SEARCH');
  });

  it('says what only Slack can show when it sends signed requests', async () => {
    const practice = await openPractice();
    const http = { SLACK_APP_TOKEN: undefined, SLACK_SIGNING_SECRET: 'shh', PORT: '3000' };
    const findings = await practice.diagnose(http);
    expect(troubles(findings)).toEqual([]);
    expect(lines(findings).join('\n')).toContain('info Slack: Socket Mode is not used');
  });

  it('never repeats a secret', async () => {
    const practice = await openPractice();
    practice.x.setRevoked(true);
    const said = JSON.stringify(await practice.diagnose({ SLACK_BOT_TOKEN: 'xoxb-secret', SLACK_APP_TOKEN: 'secret' }));
    for (const secret of ['xoxb-secret', '"secret', practice.x.keys.apiSecret, practice.x.keys.accessSecret]) {
      expect(said).not.toContain(secret);
    }
  });
});

async function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

async function lockAs(folder: string, owner: { readonly pid: number; readonly host: string }) {
  const path = join(folder, 'data', 'lock');
  const space = await pidSpace(DISK);
  const text = JSON.stringify({ ...owner, space, start: null, since: '2026-03-01T08:00:00.000Z', token: 't' });
  await mkdir(join(folder, 'data'), { mode: 0o700 });
  await writeFile(path, text);
  return { path, text };
}

describe('the store', () => {
  it('that can not be written to is named with its place', async () => {
    const practice = await openPractice();
    const file = join(practice.folder, 'taken');
    await writeFile(file, '');
    for (const place of [file, join(file, 'data')]) {
      expect(troubles(await practice.diagnose({ STORE_URL: `file:${place}` }))).toEqual([
        expect.stringMatching(/^error Store: .*taken.* → Give STORE_URL a folder/),
      ]);
    }
  });

  it.skipIf(process.getuid?.() === 0)('in a folder that is read-only is named', async () => {
    const practice = await openPractice();
    const place = join(practice.folder, 'data');
    await mkdir(place, { mode: 0o500 });
    expect(troubles(await practice.diagnose())).toEqual([expect.stringMatching(/^error Store: .*EACCES/)]);
  });

  it('of another kind than there is names the scheme', async () => {
    const practice = await openPractice();
    expect(troubles(await practice.diagnose({ STORE_URL: 'redis://localhost' }))).toEqual([
      expect.stringMatching(/^error Store: .*no store for "redis:"/),
    ]);
  });

  it('that a process left locked when it died is free, and its lock is left to the next start', async () => {
    const practice = await openPractice();
    const lock = await lockAs(practice.folder, { pid: await endedPid(), host: hostname() });
    expect(troubles(await practice.diagnose())).toEqual([]);
    expect(await readFile(lock.path, 'utf8')).toBe(lock.text);
  });

  it('that another machine holds is in use', async () => {
    const practice = await openPractice();
    const lock = await lockAs(practice.folder, { pid: 1, host: 'elsewhere' });
    expect(troubles(await practice.diagnose())).toEqual([
      expect.stringMatching(/^warn Store: Earshot is running already: process 1 on machine elsewhere uses this store/),
    ]);
    expect(await readFile(lock.path, 'utf8')).toBe(lock.text);
  });

  it('with a damaged page is named, and not touched', async () => {
    const practice = await openPractice();
    const place = join(practice.folder, 'data');
    await mkdir(place, { mode: 0o700 });
    await writeFile(join(place, 'page-000001.json'), '{"version":');
    expect(troubles(await practice.diagnose())).toEqual([
      expect.stringMatching(/^error Store: .*page-000001\.json is damaged.* → Bring the file back/),
    ]);
    expect(await readdir(place)).toEqual(['page-000001.json']);
  });
});

describe('what the settings name in Slack', () => {
  const write = (file: string, settings: object) =>
    writeFile(file, JSON.stringify({ leads: ['U0CARLA'], ...settings }));

  it('is looked up: channels, user groups, and who is on call', async () => {
    const practice = await openPractice();
    const { workspace } = practice.slack;
    const praise = workspace.addChannel({ name: 'praise' });
    const group = workspace.addUserGroup({ handle: 'net', users: [] });
    const anna = workspace.addUser({ name: 'anna' });
    await write(practice.deskFile, {
      channels: [{ kinds: ['praise'], channel: praise.id }],
      escalation: { group: group.id },
      onCall: { mon: [anna.id] },
    });
    const findings = await practice.diagnose();
    expect(troubles(findings)).toEqual([]);
    expect(lines(findings)).toEqual(
      expect.arrayContaining([
        'ok Slack: channel of the settings: Earshot is in #praise',
        'ok Slack: user groups of the settings: all 1 are there',
        'ok Slack: on call: all 1 are there',
        expect.stringMatching(/^info Slack: lock: nobody is named/),
      ]),
    );
  });

  it('and is not there is named with its remedy', async () => {
    const practice = await openPractice();
    const { workspace } = practice.slack;
    const praise = workspace.addChannel({ name: 'praise', bot: false });
    const gone = workspace.addUser({ name: 'ben' });
    workspace.user(gone.id).deleted = true;
    await write(practice.deskFile, {
      channels: [{ kinds: ['praise'], channel: praise.id }],
      escalation: { group: 'S0GONE', channels: { S0GONE: 'C0GONE' } },
      onCall: { mon: [gone.id], sun: ['U0GONE'] },
    });
    expect(troubles(await practice.diagnose())).toEqual([
      expect.stringMatching(
        /^error Slack: channel of the settings: Earshot is not in #praise → Type \/invite @Earshot/,
      ),
      expect.stringMatching(/^warn Slack: channel C0GONE of the settings: Slack says channel_not_found → /),
      expect.stringMatching(/^warn Slack: user groups of the settings: Slack knows no S0GONE → /),
      expect.stringMatching(/^warn Slack: on call: U0GONE: Slack says user_not_found → Name somebody else/),
      expect.stringMatching(/^warn Slack: on call: @ben is no longer active → Name somebody else/),
    ]);
  });
});

describe('the settings', () => {
  it('with faults in desk.json are named value by value', async () => {
    const practice = await openPractice();
    await writeFile(practice.deskFile, '{"publishers":["anna"]}');
    expect(troubles(await practice.diagnose())).toEqual([expect.stringMatching(/^error Settings: .*publishers.* → /s)]);
  });

  it('that let nobody publish are a warning', async () => {
    const practice = await openPractice();
    await writeFile(practice.deskFile, '{}');
    const nobody = [expect.stringMatching(/^warn Settings: .*nobody may publish.* → /)];
    expect(troubles(await practice.diagnose())).toEqual(nobody);
    await rm(practice.deskFile);
    expect(troubles(await practice.diagnose())).toEqual(nobody);
  });

  it('in the store count, and desk.json no more', async () => {
    const practice = await openPractice();
    const folder = join(practice.folder, 'data');
    const store = await createLowdbStore({ folder, clock: createSystemClock() });
    await takeOverSettings(store, practice.deskFile, async () => 'en');
    await store.close();
    await writeFile(practice.deskFile, 'not even JSON');
    const findings = await practice.diagnose();
    expect(troubles(findings)).toEqual([]);
    expect(lines(findings)).toContain('ok Settings: kept in the store');
    expect(lines(findings).join('\n')).toMatch(/info Settings: .*desk\.json is not read any more/);
  });
});
