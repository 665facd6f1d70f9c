import { execFile } from 'node:child_process';
import { cp, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const PROJECT = resolve(import.meta.dirname, '..');

/**
 * Compiles a file with what it imports into a folder of its own, for a process of its own: Node 20 runs no TypeScript.
 * Returns that folder; the files in it are where they are in the project.
 */
export async function compiled(file: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-compiled-'));
  const compilerOptions = { rootDir: PROJECT, outDir: folder, noCheck: true, sourceMap: false };
  const config = {
    extends: join(PROJECT, 'tsconfig.json'),
    compilerOptions,
    include: [],
    files: [join(PROJECT, file)],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  await promisify(execFile)(process.execPath, [join(PROJECT, 'node_modules/typescript/bin/tsc'), '-p', folder]);
  // As the build does: the app looks for its weights beside the compiled files.
  await cp(join(PROJECT, 'src/triage/model'), join(folder, 'src/triage/model'), { recursive: true });
  return folder;
}
