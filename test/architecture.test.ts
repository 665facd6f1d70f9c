import { describe, expect, it } from 'vitest';
import { cycleIn, roomOf, violations, waysBetweenRooms } from './architecture/rules.ts';
import { importsOf, readDependencies, readSources } from './architecture/source.ts';

const sources = readSources(['src', 'commands', 'views', 'practice']);

/** Files that are there to be imported, beside the example itself. */
function house(files: Readonly<Record<string, string>>) {
  const known = [
    'src/clock.ts',
    'src/app.ts',
    'src/main.ts',
    'src/holidays.ts',
    'src/intake.ts',
    'src/desk/mention.ts',
    'src/desk/remind.ts',
    'src/store/index.ts',
    'src/store/lowdb/store.ts',
    'src/training/learn.ts',
    'src/networks/index.ts',
    'src/networks/x/client.ts',
    'src/slack/index.ts',
    'src/slack/people.ts',
    'src/dispatch/dispatch.ts',
    'commands/index.ts',
    'views/card.ts',
    'practice/stage.ts',
  ];
  return new Map([...known.map((path) => [path, ''] as const), ...Object.entries(files)]);
}

function judge(path: string, source: string): readonly string[] {
  return violations(house({ [path]: source }));
}

describe('the house', () => {
  it('keeps to the import table, to its clock and to small files', () => {
    expect(sources.size).toBeGreaterThan(100);
    expect(violations(sources)).toEqual([]);
  });

  it('has no file outside of the rooms', () => {
    expect([...sources.keys()].filter((path) => roomOf(path) === null)).toEqual([]);
  });

  it('has no way from a room back to itself', () => {
    expect(cycleIn(waysBetweenRooms(sources))).toBeNull();
  });

  it('ships every package that the app loads', () => {
    const shipped = readDependencies();
    const loaded = [...sources]
      .filter(([path]) => !path.startsWith('practice/') && !path.startsWith('src/training/'))
      .flatMap(([path, source]) => importsOf(path, source))
      .filter(({ file, specifier, isType }) => file === null && !isType && !specifier.startsWith('node:'))
      .map(({ specifier }) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'));
    expect(loaded.length).toBeGreaterThan(10);
    expect(loaded.filter((name) => !shipped.includes(name))).toEqual([]);
  });

  it('is read to the last import', () => {
    for (const [path, source] of sources) {
      const lines = source.split('\n').filter((line) => /^import\b|^(?:export\b.*|\}) from '/.test(line));
      const opened = lines.filter((line) => /^import (?:type )?\{$/.test(line)).length;
      const statics = importsOf(path, source).length;
      expect(statics, path).toBeGreaterThanOrEqual(lines.length - opened);
    }
  });
});

describe('the check lets pass', () => {
  it.each([
    [
      'src/desk/a.ts',
      "import { z } from 'zod';\nimport { TZDate } from '@date-fns/tz';\nimport { b } from './remind.ts';",
    ],
    ['src/desk/length.ts', "import twitterText from 'twitter-text';"],
    ['views/a.ts', "import type { KnownBlock } from '@slack/types';\nimport { b } from '../src/desk/mention.ts';"],
    [
      'src/store/lowdb/a.ts',
      "import { Low } from 'lowdb';\nimport { join } from 'node:path';\nimport { b } from '../index.ts';",
    ],
    ['src/networks/x/a.ts', "import { TwitterApi } from 'twitter-api-v2';\nimport type { Logger } from 'pino';"],
    ['src/slack/a.ts', "import { App } from '@slack/bolt';\nimport { card } from '../../views/card.ts';"],
    ['src/dispatch/limiter.ts', "import Bottleneck from 'bottleneck';"],
    ['src/watch.ts', "import type { Store } from './store/index.ts';\nimport { b } from './desk/remind.ts';"],
    ['commands/a.ts', "import { b } from '../src/slack/people.ts';\nimport { c } from '../src/networks/index.ts';"],
    ['src/app.ts', "import { b } from './store/lowdb/store.ts';\nimport { c } from '../commands/index.ts';"],
    ['src/doctor/a.ts', "import type { Store } from '../store/index.ts';\nimport { b } from '../desk/mention.ts';"],
    ['src/holidays.ts', "const { default: D } = await import('date-holidays');"],
    ['practice/start.ts', "import { createApp } from '../src/app.ts';\nimport { WebSocketServer } from 'ws';"],
    ['practice/a.ts', 'setTimeout(run, Date.now());'],
    ['src/clock.ts', 'const now = () => new Date();'],
    ['src/desk/a.ts', '// Date.now() and new Date() are banned here, import x from "fs"\nconst a = new Date(ms);'],
    ['views/a.ts', "const words = 'setTimeout( and fetch( it';\nconst pattern = /['\"]Math.random/;"],
  ])('in %s what is right there: %j', (path, source) => {
    expect(judge(path, source)).toEqual([]);
  });
});

describe('the check stops', () => {
  it.each([
    ['the desk that reads files', 'src/desk/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['the app that trains', 'src/intake.ts', "import { learn } from './training/learn.ts';"],
    ['a wiring file that trains', 'src/app.ts', "import { learn } from './training/learn.ts';"],
    ['the desk that knows a view', 'src/desk/a.ts', "import { card } from '../../views/card.ts';"],
    ['the desk that knows a port', 'src/desk/a.ts', "import type { Store } from '../store/index.ts';"],
    ['the desk that logs', 'src/desk/a.ts', "import type { Logger } from 'pino';"],
    ['the desk that knows Slack', 'src/desk/a.ts', "import type { KnownBlock } from '@slack/types';"],
    ['twitter-text outside of its home', 'src/desk/a.ts', "import twitterText from 'twitter-text';"],
    ['a view that loads Slack’s types', 'views/a.ts', "import { KnownBlock } from '@slack/types';"],
    [
      'a view with inline types, which load the package',
      'views/a.ts',
      "import { type KnownBlock } from '@slack/types';",
    ],
    ['a view that parses', 'views/a.ts', "import { z } from 'zod';"],
    ['a view that calls the store', 'views/a.ts', "import { store } from '../src/store/index.ts';"],
    ['a view that hashes', 'views/a.ts', "import { createHash } from 'node:crypto';"],
    ['a network that draws', 'src/networks/x/a.ts', "import { card } from '../../../views/card.ts';"],
    ['a store that knows a network', 'src/store/lowdb/a.ts', "import type { N } from '../../networks/index.ts';"],
    ['Slack’s client in the store', 'src/store/a.ts', "import { WebClient } from '@slack/web-api';"],
    ['X’s client outside of its home', 'src/networks/a.ts', "import { TwitterApi } from 'twitter-api-v2';"],
    ['lowdb outside of its home', 'src/store/a.ts', "import { Low } from 'lowdb';"],
    ['a second limiter', 'src/dispatch/lane.ts', "import Bottleneck from 'bottleneck';"],
    ['dispatch that goes past the port', 'src/dispatch/a.ts', "import { b } from '../slack/people.ts';"],
    ['the watch that goes past the port', 'src/watch.ts', "import { b } from './store/lowdb/store.ts';"],
    ['intake that draws', 'src/intake.ts', "import { card } from '../views/card.ts';"],
    ['a command that goes past the port', 'commands/a.ts', "import { b } from '../src/store/lowdb/store.ts';"],
    ['a command that dispatches', 'commands/a.ts', "import { b } from '../src/dispatch/dispatch.ts';"],
    ['a logger of its own', 'src/intake.ts', "import { pino } from 'pino';"],
    ['a doctor that posts', 'src/doctor/a.ts', "import { b } from '../dispatch/dispatch.ts';"],
    ['a doctor that opens the store', 'src/doctor/a.ts', "import { b } from '../store/lowdb/store.ts';"],
    ['a doctor with Slack’s client', 'src/doctor/a.ts', "import { WebClient } from '@slack/web-api';"],
    ['a manifest that asks the store', 'src/manifest/a.ts', "import { b } from '../store/index.ts';"],
    ['a second reader of YAML', 'src/doctor/a.ts', "import { parse } from 'yaml';"],
    ['practice in the app', 'src/app.ts', "import { stage } from '../practice/stage.ts';"],
    ['the app in practice', 'practice/stage.ts', "import { createApp } from '../src/app.ts';"],
    ['practice that knows the desk', 'practice/start.ts', "import type { M } from '../src/desk/mention.ts';"],
    ['practice with our client', 'practice/a.ts', "import { TwitterApi } from 'twitter-api-v2';"],
    ['a room that the table does not know', 'src/extra/a.ts', "import { b } from '../desk/mention.ts';"],
    ['a package that the table does not know', 'src/intake.ts', "import _ from 'lodash';"],
    ['a builtin without its prefix', 'src/store/a.ts', "import fs from 'fs';"],
    ['a file that is not there', 'src/intake.ts', "import { b } from './desk/gone.ts';"],
    ['a file without its ending', 'src/intake.ts', "import { b } from './desk/mention';"],
    ['an import over several lines', 'views/a.ts', "import {\n  a,\n  b,\n} from '../src/store/index.ts';"],
    ['an import without names', 'src/desk/a.ts', "import 'node:fs';"],
    ['an export from elsewhere', 'src/desk/a.ts', "export * from '../store/index.ts';"],
    ['an export of a type from elsewhere', 'src/desk/a.ts', "export type { Store } from '../store/index.ts';"],
    ['an import at run time', 'src/desk/a.ts', "const fs = await import('node:fs');"],
    ['an import of nobody knows what', 'src/slack/a.ts', 'const it = await import(name);'],
    ['an import behind a comment', 'src/desk/a.ts', "/* it's */ import fs from 'node:fs';"],
    ['require', 'src/store/a.ts', "const fs = require('node:fs');"],
    ['Date.now', 'src/intake.ts', 'const now = Date.now();'],
    ['the time in a template', 'src/slack/a.ts', `const key = \`\${Date.now()}\`;`],
    ['new Date()', 'views/a.ts', 'const now = new Date();'],
    ['new Date', 'commands/a.ts', 'const now = new Date;'],
    ['a timer', 'src/dispatch/a.ts', 'setTimeout(run, 5);'],
    ['a timer from Node', 'src/dispatch/a.ts', "import { setTimeout as sleep } from 'node:timers/promises';"],
    ['an interval', 'src/slack/a.ts', 'setInterval(run, 5);'],
    ['chance', 'src/desk/a.ts', 'const id = Math.random();'],
    ['the monotonic clock', 'src/store/a.ts', 'const start = performance.now();'],
    ['the environment in the desk', 'src/desk/a.ts', 'const zone = process.env.TZ;'],
    ['a call from a view', 'views/a.ts', "const it = await fetch('https://example.com');"],
    ['a file of 251 lines', 'practice/a.ts', 'const a = 1;\n'.repeat(251)],
  ])('%s', (_, path, source) => {
    const found = judge(path, source);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((fault) => fault.startsWith(path))).toBe(true);
  });

  it('a way back between rooms', () => {
    const rooms = house({
      'src/intake.ts': "import { w } from './watch.ts';",
      'src/watch.ts': "import type { S } from './store/index.ts';",
      'src/store/index.ts': "import type { I } from '../intake.ts';",
    });
    expect(cycleIn(waysBetweenRooms(rooms))).toBe('src/intake.ts → src/watch.ts → src/store → src/intake.ts');
  });
});
