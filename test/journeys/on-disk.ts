import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** All that the store has on disk, as one text. */
export async function onDisk(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.join('\n');
}
