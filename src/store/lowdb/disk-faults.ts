import { StoreFault } from '../index.ts';
import { codeOf } from './error-code.ts';
import type { FileSystem } from './file-system.ts';

const DENIED = ['EACCES', 'EPERM'];
const UNWRITABLE = ['ENOSPC', 'EDQUOT', 'EROFS'];

/** Customers' words and staff's names are for whoever runs the app alone. */
const OWNER_ONLY = 0o700;

/** Makes the folder, and those above it, unless it is there. Errors: `StoreFault`. */
export async function makeFolder(folder: string, fs: FileSystem): Promise<void> {
  try {
    await fs.mkdir(folder, { recursive: true, mode: OWNER_ONLY });
  } catch (error) {
    throw folderFault(error, folder);
  }
}

/** The folder can't be made or looked into. */
export function folderFault(error: unknown, folder: string): StoreFault {
  const code = codeOf(error) ?? 'unknown error';
  switch (code) {
    case 'EEXIST':
    case 'ENOTDIR':
      return new StoreFault(
        'no-folder',
        `${folder} can't be a folder (${code}): there is a file of this name in its path. Name another folder in STORE_URL, or move the file away.`,
        error,
      );
    case 'ENOENT':
    case 'ENAMETOOLONG':
    case 'ELOOP':
      return new StoreFault(
        'no-folder',
        `${folder} is no folder that can be used (${code}). Check STORE_URL, and that its disk is mounted.`,
        error,
      );
    default:
      return UNWRITABLE.includes(code) ? writeFault(error, folder) : readFault(error, folder);
  }
}

/** Something is there and can't be read: nothing is known about it, so nothing is done to it. */
export function readFault(error: unknown, path: string): StoreFault {
  const code = codeOf(error) ?? 'unknown error';
  const remedy = DENIED.includes(code)
    ? `Give this user the right to read it${whoWeAre()}, then start again.`
    : 'Look at the disk (dmesg, its cables, the network behind it), then start again. If the file is lost, move it away: Earshot then starts without it and says what is missing; or bring back a backup with npm run restore.';
  return new StoreFault('unreadable', `The store can't read ${path} (${code}). Nothing was changed. ${remedy}`, error);
}

/** A failed write as a fault that says what to do. */
export function writeFault(error: unknown, path: string): StoreFault {
  if (error instanceof StoreFault) return error;
  const code = codeOf(error) ?? 'unknown error';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new StoreFault(
        'disk-full',
        `The store can't save ${path}: no space left (${code}). What was saved is safe: free some space, then try again.`,
        error,
      );
    case 'EROFS':
      return new StoreFault(
        'read-only',
        `The store can't save ${path}: its disk can only be read (${code}), as after an error of the disk or by its mount. What was saved is safe: look at the disk (dmesg), mount it for writing, then try again.`,
        error,
      );
    case 'EACCES':
    case 'EPERM':
      return new StoreFault(
        'read-only',
        `The store can't save ${path}: writing is not allowed (${code}). Give this user the right to write to the folder${whoWeAre()}.`,
        error,
      );
    default:
      return new StoreFault(
        'write-failed',
        `The store can't save ${path} (${code}). What was saved is safe: check the disk, then try again.`,
        error,
      );
  }
}

/** Whom the folder is to belong to: the usual cause is one that root or another user made. */
function whoWeAre(): string {
  const uid = process.getuid?.();
  return uid === undefined ? '' : ` (this process is user ${uid}; chown -R ${uid} the folder)`;
}
