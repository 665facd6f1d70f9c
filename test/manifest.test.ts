import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { SlackPress } from '../commands/handler.ts';
import { handlers } from '../commands/index.ts';
import { heardBy } from '../commands/register.ts';
import { SHORTCUT } from '../views/ids.ts';
import { manifestFaults } from './manifest/slack-schema.ts';

const root = join(import.meta.dirname, '..');
const source: unknown = parse(readFileSync(join(root, 'manifest.yml'), 'utf8'));
const manifest = z
  .object({
    features: z.object({
      app_home: z.object({
        home_tab_enabled: z.boolean(),
        messages_tab_enabled: z.boolean(),
        messages_tab_read_only_enabled: z.boolean(),
      }),
      slash_commands: z.array(z.object({ command: z.string(), usage_hint: z.string(), should_escape: z.boolean() })),
      shortcuts: z.array(z.object({ type: z.string(), callback_id: z.string() })),
    }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
      interactivity: z.object({ is_enabled: z.boolean() }),
      socket_mode_enabled: z.boolean(),
    }),
  })
  .parse(source);

/** https://docs.slack.dev/reference/methods: the scopes of each method that we call, in all kinds of channels. */
const METHOD_SCOPES: Readonly<Record<string, readonly string[]>> = {
  // With an app-level token, which the manifest does not ask for.
  'apps.connections.open': [],
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  // With `include_all_metadata` it needs no more: `metadata.message:read` is for events.
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'files.delete': ['files:write'],
  'files.list': ['files:read'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'files.completeUploadExternal': ['files:write'],
  'usergroups.list': ['usergroups:read'],
  'usergroups.users.list': ['usergroups:read'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

/** https://docs.slack.dev/reference/events */
const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
};

function heard(kind: SlackPress['kind']): string[] {
  const names = handlers.map(heardBy).flatMap((one) => (one.kind === kind ? one.names : []));
  return [...new Set(names)].sort();
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

/** The Web API methods in the rooms that may talk to Slack. */
function calledMethods(): string[] {
  const code = [...filesIn('src/slack'), ...filesIn('commands')].join('\n');
  const calls = [...code.matchAll(/\bclient\s*\.\s*((?:[a-z]\w*\s*\.\s*)+[a-z]\w*)\(/g)].map((match) => match[1] ?? '');
  expect(code).not.toMatch(/apiCall\(/);
  return [...new Set(calls.map((call) => call.replace(/\s/g, '')))];
}

describe('the manifest', () => {
  const faultsOf = manifestFaults();

  test.skipIf(faultsOf === null)('is valid by Slack’s own schema', () => {
    expect(faultsOf?.(source)).toEqual([]);
    expect(faultsOf?.({ ...z.record(z.string(), z.unknown()).parse(source), surprise: true })).not.toEqual([]);
  });

  test('has every command that the code hears, and no other', () => {
    const commands = manifest.features.slash_commands.map(({ command }) => command.slice(1)).sort();
    expect(commands).toEqual(heard('command'));
  });

  test('has names in commands arrive as ids', () => {
    expect(manifest.features.slash_commands.filter((one) => !one.should_escape)).toEqual([]);
  });

  test('has every shortcut that the code hears, and no other', () => {
    expect(manifest.features.shortcuts).toMatchObject(
      Object.values(SHORTCUT).map((callback_id) => ({ type: 'message', callback_id })),
    );
    expect(heard('shortcut')).toEqual(manifest.features.shortcuts.map((one) => one.callback_id).sort());
  });

  test('has every event that the code hears, and no other', () => {
    const events = manifest.settings.event_subscriptions.bot_events.map((event) => event.split('.')[0] ?? '');
    // That a message was deleted comes as one more kind of message.
    expect([...new Set(events)].sort()).toEqual(heard('event').filter((name) => name !== 'message_deleted'));
  });

  test('has interactivity, Socket Mode and a home tab, and lets people answer in direct messages', () => {
    expect(heard('action').length * heard('form').length).toBeGreaterThan(0);
    expect(manifest.settings).toMatchObject({ interactivity: { is_enabled: true }, socket_mode_enabled: true });
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  test('asks for exactly the scopes that are used', () => {
    const methods = calledMethods();
    expect(methods.filter((method) => METHOD_SCOPES[method] === undefined)).toEqual([]);
    expect(Object.keys(METHOD_SCOPES).filter((method) => !methods.includes(method))).toEqual([]);
    const events = manifest.settings.event_subscriptions.bot_events;
    const needed = [
      ...methods.flatMap((method) => METHOD_SCOPES[method] ?? []),
      ...events.flatMap((event) => EVENT_SCOPES[event] ?? [`unknown event ${event}`]),
      'commands',
    ];
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...new Set(needed)].sort());
  });
});
