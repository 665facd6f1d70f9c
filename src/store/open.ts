import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Clock } from '../clock.ts';
import type { Aggregate } from '../desk/ref.ts';
import type { BackupReport, RestoreReport, Store, StoreFault, StoreLog, StoreProbe } from './index.ts';
import { backupFolder } from './lowdb/backup.ts';
import { probeFolder } from './lowdb/probe.ts';
import { readStoreFolder } from './lowdb/read-store.ts';
import { restoreFolder } from './lowdb/restore.ts';
import { createLowdbStore } from './lowdb/store.ts';

interface OpenStoreDeps {
  readonly clock: Clock;
  readonly log?: StoreLog;
  /** Another process has taken the store over: nothing more can be saved, and this one must end. Called once. */
  readonly onLost?: (fault: StoreFault) => void;
}

/**
 * Opens the store that a STORE_URL names. `file:./data` and `file:data` are folders beside the working directory,
 * `file:/var/lib/earshot` and `file:///var/lib/earshot` absolute ones. Errors: `StoreFault`, or an error that names the
 * URL's scheme when there is no store for it.
 */
export async function openStore(url: string, deps: OpenStoreDeps): Promise<Store> {
  return createLowdbStore({ folder: folderOf(url), ...deps });
}

/** Looks at the store that a STORE_URL names, without disturbing whoever uses it. Errors: as `openStore`. */
export async function probeStore(url: string): Promise<StoreProbe> {
  return probeFolder(folderOf(url));
}

/** All that the store of a STORE_URL holds, also while an app uses it; see lowdb/read-store.ts. Errors: as `openStore`. */
export async function readStore(url: string): Promise<readonly Aggregate[]> {
  return readStoreFolder(folderOf(url));
}

/** The folder that a STORE_URL names, where a team may keep more than the store. Errors: as `openStore`. */
export function storeFolder(url: string): string {
  return folderOf(url);
}

interface CopyDeps {
  readonly clock: Clock;
  /** Hears what is done, as sentences. */
  readonly say: (sentence: string) => void;
}

/** Copies the store that a STORE_URL names, also while an app uses it; see lowdb/backup.ts. Errors: as `openStore`. */
export async function backupStore(url: string, to: string, deps: CopyDeps): Promise<BackupReport> {
  return backupFolder({ folder: folderOf(url), to, ...deps });
}

/** Puts a backup in the place of the store; see lowdb/restore.ts. Errors: as `openStore`. */
export async function restoreStore(
  url: string,
  from: string,
  { log, ...deps }: CopyDeps & { readonly replace: boolean; readonly log: StoreLog },
): Promise<RestoreReport> {
  return restoreFolder({ folder: folderOf(url), from, log, ...deps });
}

function folderOf(url: string): string {
  const path = url.startsWith('file:') ? url.slice('file:'.length) : '';
  if (path.startsWith('//')) return fileURLToPath(url);
  if (path !== '') return resolve(path);
  // Only the scheme: the rest of a database's URL may hold a password.
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0] ?? 'no scheme';
  throw new Error(`STORE_URL: there is no store for "${scheme}". Write file: and a folder, such as file:./data`);
}
