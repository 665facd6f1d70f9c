import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Clock } from '../clock.ts';
import type { Store, StoreFault, StoreLog, StoreProbe } from './index.ts';
import { probeFolder } from './lowdb/probe.ts';
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

function folderOf(url: string): string {
  const path = url.startsWith('file:') ? url.slice('file:'.length) : '';
  if (path.startsWith('//')) return fileURLToPath(url);
  if (path !== '') return resolve(path);
  // Only the scheme: the rest of a database's URL may hold a password.
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0] ?? 'no scheme';
  throw new Error(`STORE_URL: there is no store for "${scheme}". Write file: and a folder, such as file:./data`);
}
