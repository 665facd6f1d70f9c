import { join } from 'node:path';
import type { Clock } from '../../clock.ts';
import type { LostFile, StoreLog } from '../index.ts';
import { writeFault } from './disk-faults.ts';
import { syncFolder, TEMPORARY } from './durable-file.ts';
import type { Entry } from './entry.ts';
import { type FileSystem, removeQuietly } from './file-system.ts';
import { lostFiles, stillMissing } from './lost.ts';
import { createMemory, type Memory } from './memory.ts';
import { createMeta, highest, META, type Meta } from './meta.ts';
import { createPage, createPages, openPageFile, type Pages, pageIdOf, pageName } from './pages.ts';
import { type Fault, type Folder, readFolder } from './read-folder.ts';
import { type Migration, NO_NUMBERS, type Numbers, versionOf } from './schema.ts';

export interface LoadOptions {
  readonly folder: string;
  readonly fs: FileSystem;
  readonly clock: Clock;
  readonly log: StoreLog;
  readonly pageBytes: number;
  readonly migrations: readonly Migration[];
}

export interface Loaded {
  readonly memory: Memory;
  readonly pages: Pages;
  readonly meta: Meta;
  /** What is missing or set aside, as sentences that name the file. */
  readonly damage: readonly string[];
  readonly lost: readonly LostFile[];
}

/** Reads the folder into memory, mends what can be mended, and sets aside what can't. Errors: `StoreFault`. */
export async function load(options: LoadOptions): Promise<Loaded> {
  const { folder, fs, log } = options;
  const found = await readFolder(options);
  const rescues = found.damaged.map(({ rescue }) => rescue);
  for (const name of found.names) {
    if (name.endsWith(TEMPORARY) && !rescues.includes(name)) await removeQuietly(fs, join(folder, name));
  }
  const numbers = await mendMeta(found, options);
  const damage = [...(await setAside(found.damaged, options)), ...absent(found)];
  if (isDamaged(found, META)) await found.meta.write();
  for (const sentence of damage) log.warn({ folder }, sentence);
  const entries = found.pages.flatMap((page) => page.entries).sort((one, other) => one.number - other.number);
  const memory = createMemory();
  memory.put(entries, numbers);
  for (const entry of entries) memory.queue.inherit(entry);
  warnOfClashes(entries, memory, log);
  const names = await fs.readdir(folder);
  const pages = await openPages(found, numbers, options);
  return { memory, pages, meta: createMeta(found.meta), damage, lost: lostFiles(names, found) };
}

/**
 * Brings the meta file up to date and returns the highest numbers that were given out. When a page is lost now, all
 * that was reserved counts as given out; that is saved before the page is moved, so that a crash between does no harm.
 */
async function mendMeta(found: Folder, { migrations }: LoadOptions): Promise<Numbers> {
  const { meta, pages, damaged, names } = found;
  const { data } = meta;
  const version = versionOf(migrations);
  const isPageLost = damaged.some(({ name, rescue }) => name !== META && rescue === null);
  const floor = isPageLost ? highest(data.floor, data.reserved) : data.floor;
  const seen = pages.flatMap(({ file, entries }) => [file.low.data.numbers, ...entries.map(numberOf)]);
  const numbers = seen.reduce<Numbers>(highest, floor);
  meta.data = { ...data, version, floor, reserved: highest(data.reserved, numbers) };
  const isCurrent = names.includes(META) && data.version === version && !isPageLost;
  // A damaged one is written when it was set aside.
  if (!isCurrent && !isDamaged(found, META)) await meta.write();
  return numbers;
}

function isDamaged({ damaged }: Folder, name: string): boolean {
  return damaged.some((one) => one.name === name);
}

function numberOf({ ref, number }: Entry): Numbers {
  return { ...NO_NUMBERS, [ref.type]: number };
}

async function setAside(damaged: readonly Fault[], { folder, fs, clock }: LoadOptions): Promise<string[]> {
  const stamp = clock.now().toISOString().replaceAll(':', '-');
  const sentences: string[] = [];
  for (const { name, reason, rescue } of damaged) {
    const aside = `${name}.damaged-${stamp}`;
    try {
      if (rescue === null) await fs.rename(join(folder, name), join(folder, aside));
      else {
        // The name is never free: a crash in between would find the rescue without its page, as what is to be removed.
        await fs.link(join(folder, name), join(folder, aside));
        await fs.rename(join(folder, rescue), join(folder, name));
      }
      await syncFolder(fs, folder);
    } catch (error) {
      throw writeFault(error, join(folder, aside));
    }
    if (rescue !== null) {
      sentences.push(
        `${name} is damaged (${reason}) and was set aside as ${aside}. Nothing is missing: its last write was whole beside it.`,
      );
      continue;
    }
    const loss =
      name === META ? 'Networks are read from the start of the backfill again.' : 'What it holds is missing.';
    sentences.push(`${name} is damaged (${reason}) and was set aside as ${aside}. ${loss} ${RESTORE}`);
  }
  return sentences;
}

const RESTORE =
  'To get it back, stop the app and bring a backup back (npm run restore); what came since is read again from the network.';

/** What an earlier start set aside, or somebody took away. */
function absent({ names }: Folder): string[] {
  const aside = stillMissing(names);
  const ids = new Set(names.map(pageIdOf).filter((id) => id !== null));
  const missing: string[] = [];
  for (let id = 1; id < lastIdOf(names); id += 1) if (!ids.has(id)) missing.push(pageName(id));
  return [
    ...aside.map(
      (name) => `${name} was set aside at an earlier start. ${RESTORE} Once it is not needed any more, move it away.`,
    ),
    ...missing.map((name) => `${name} is missing. ${RESTORE}`),
    ...(!names.includes(META) && ids.size > 0 ? [`${META} is missing. ${RESTORE}`] : []),
  ];
}

function lastIdOf(names: readonly string[]): number {
  return names.reduce((last, name) => Math.max(last, pageIdOf(name) ?? 0), 0);
}

async function openPages(found: Folder, numbers: Numbers, options: LoadOptions): Promise<Pages> {
  const version = versionOf(options.migrations);
  const opened = found.pages.map(({ name, file, entries }) => ({
    file,
    entries,
    page: createPage(name, file, entries, version),
  }));
  for (const { page, file } of opened) if (file.low.data.version !== version) await page.save([], numbers);
  const lastId = lastIdOf(found.names);
  const pages = createPages({
    pageBytes: options.pageBytes,
    newPage: (name) => createPage(name, openPageFile(name, options), [], version),
    lastId,
    last: opened.find(({ page }) => page.name === pageName(lastId))?.page,
  });
  for (const { page, entries } of opened)
    pages.keep(
      page,
      entries.map(({ key }) => key),
    );
  return pages;
}

/** Lookups are made anew from the states, so a later version of the app may find two owners. */
function warnOfClashes(entries: readonly Entry[], memory: Memory, log: StoreLog): void {
  for (const { key, facets } of entries) {
    for (const lookup of facets.lookups) {
      const owner = memory.owner(lookup);
      if (owner !== key)
        log.warn({ lookup, owner, key }, 'store: two aggregates have the same lookup; one is found by it');
    }
  }
}
