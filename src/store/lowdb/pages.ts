import { join } from 'node:path';
import { Low } from 'lowdb';
import { createDurableFile, type DurableFile } from './durable-file.ts';
import type { Entry } from './entry.ts';
import type { FileSystem } from './file-system.ts';
import { type Migration, NO_NUMBERS, type Numbers, type PageData, parsePage, versionOf } from './schema.ts';

/** A file of whole aggregates with their effects. An aggregate never leaves its page. */
export interface Page {
  readonly name: string;
  readonly bytes: number;
  /** Writes the page with these entries put in or replaced. Errors: `StoreFault`; the page is then as before. */
  save(changed: Iterable<Entry>, numbers: Numbers): Promise<void>;
}

export interface Pages {
  /** The page that an aggregate is on. */
  of(key: string): Page | undefined;
  /** The page that takes in new aggregates: the last one, until it is full. */
  open(): Page;
  isFull(page: Page, addedBytes: number): boolean;
  /** Remembers where saved aggregates are. */
  keep(page: Page, keys: Iterable<string>): void;
}

export interface PageFile {
  readonly low: Low<PageData>;
  readonly file: DurableFile<PageData>;
}

const NAME = /^page-(\d{6,})\.json(?:$|\.damaged-)/;

export function pageName(id: number): string {
  return `page-${String(id).padStart(6, '0')}.json`;
}

/** The id in a page's name, or in the name of one that was set aside; null for any other file. */
export function pageIdOf(name: string): number | null {
  const id = NAME.exec(name)?.[1];
  return id === undefined ? null : Number(id);
}

/** Whether a file of this name is read as a page. */
export function isPage(name: string): boolean {
  const id = pageIdOf(name);
  return id !== null && name === pageName(id);
}

/** Whether a start set it aside, as it was damaged. */
export function isSetAside(name: string): boolean {
  return name.includes('.json.damaged-');
}

interface PageFileOptions {
  readonly folder: string;
  readonly fs: FileSystem;
  readonly migrations: readonly Migration[];
}

/** One page's own lowdb file, not read yet. */
export function openPageFile(name: string, { folder, fs, migrations }: PageFileOptions): PageFile {
  const file = createDurableFile({
    path: join(folder, name),
    fs,
    parse: (text) => parsePage(text, migrations),
  });
  const empty = { version: versionOf(migrations), numbers: NO_NUMBERS };
  return { low: new Low<PageData>(file, { ...empty, aggregates: [] }), file };
}

/** `entries` are what the file holds already. */
export function createPage(name: string, { low, file }: PageFile, entries: Iterable<Entry>, version: number): Page {
  let byKey = new Map([...entries].map((entry) => [entry.key, entry]));
  return {
    name,
    get bytes() {
      return file.bytes();
    },
    async save(changed, numbers) {
      const next = new Map(byKey);
      for (const entry of changed) next.set(entry.key, entry);
      const aggregates = [...next.values()].map(({ number, state, rows }) => ({ number, state, effects: [...rows] }));
      low.data = { version, numbers, aggregates };
      await low.write();
      byKey = next;
    },
  };
}

interface PagesOptions {
  /** A page of this size or more takes in no new aggregate. */
  readonly pageBytes: number;
  readonly newPage: (name: string) => Page;
  /** The highest id that any page ever had. */
  readonly lastId: number;
  /** The page with that id, if it is still there. */
  readonly last: Page | undefined;
}

export function createPages({ pageBytes, newPage, lastId, last }: PagesOptions): Pages {
  const pageOf = new Map<string, Page>();
  let id = lastId;
  let open = last;
  return {
    of: (key) => pageOf.get(key),
    open() {
      if (open === undefined || open.bytes >= pageBytes) {
        id += 1;
        open = newPage(pageName(id));
      }
      return open;
    },
    isFull: (page, addedBytes) => page.bytes + addedBytes >= pageBytes,
    keep(page, keys) {
      for (const key of keys) pageOf.set(key, page);
    },
  };
}
