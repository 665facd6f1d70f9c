import { cp } from 'node:fs/promises';
import { basename } from 'node:path';
import { type AppDeps, createApp } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';

const FILE = 'file:';

/**
 * The unmodified app, and its death within one process: the next one starts on a copy of the store as it was at that
 * instant, without the dead one's lock. What the dead one still saves stays in the folder that nobody reads again.
 */
export function createMortalApps() {
  let storeUrl: string | undefined;
  let deaths = 0;
  return {
    createApp(config: Config, deps: AppDeps) {
      storeUrl ??= config.storeUrl;
      return createApp({ ...config, storeUrl }, deps);
    },
    /** The folder that the next start finds. */
    storeFolder(): string {
      const folder = storeUrl?.slice(FILE.length);
      if (folder === undefined) throw new Error('no app was started yet');
      return folder;
    },
    async rememberStore(): Promise<void> {
      const folder = storeUrl?.slice(FILE.length);
      if (folder === undefined) throw new Error('no app was started yet');
      deaths += 1;
      const copy = `${folder}-after-${deaths}`;
      // A page that is being written is renamed in the end: what is not there yet is not on disk.
      const isKept = (path: string) => basename(path) !== 'lock' && !path.endsWith('.tmp');
      await cp(folder, copy, { recursive: true, filter: isKept });
      storeUrl = `${FILE}${copy}`;
    },
  };
}
