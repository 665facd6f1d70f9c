import fs from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { z } from 'zod';

/** Where a write of the store can be halted: half of the text is in its file, or all of it, and the rename is next. */
export const halt = z.enum(['half', 'before-rename']);
export type Halt = z.infer<typeof halt>;

const STORED = /(?:page-\d+|meta)\.json(?:\.tmp)?$/;

/**
 * Puts itself between the app and its disk, to halt one write at a moment that no clock could hit. To be called before
 * the app's modules are loaded, for they take their file functions from `node:fs/promises`. What is halted never goes on:
 * the process waits for its SIGKILL.
 */
export function createHaltingDisk(onHalt: () => void) {
  let next: Halt | null = null;
  const { open, rename } = fs.promises;

  async function reach(where: Halt): Promise<void> {
    if (next !== where) return;
    onHalt();
    await new Promise(() => {});
  }

  function halting(file: FileHandle): FileHandle {
    const write = file.writeFile.bind(file);
    file.writeFile = async (data, options) => {
      if (next === 'half' && typeof data === 'string') {
        await write(data.slice(0, data.length / 2), options);
        await reach('half');
      }
      return write(data, options);
    };
    return file;
  }

  Object.assign(fs.promises, {
    async open(...args: Parameters<typeof open>) {
      const file = await open(...args);
      return STORED.test(String(args[0])) ? halting(file) : file;
    },
    async rename(...args: Parameters<typeof rename>) {
      if (STORED.test(String(args[1]))) await reach('before-rename');
      return rename(...args);
    },
  });
  syncBuiltinESMExports();

  return {
    /** Halts the next write there. */
    haltAt(where: Halt): void {
      next = where;
    },
  };
}
