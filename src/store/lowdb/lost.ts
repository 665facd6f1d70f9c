import type { LostFile } from '../index.ts';
import { isSetAside, pageIdOf } from './pages.ts';
import type { Folder } from './read-folder.ts';

const ASIDE = '.damaged-';
/** As `setAside` writes an instant into a name: without colons. */
const STAMP = /^(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(.+)$/;

/** Names of files that were set aside and are not there again: one whose file was put back only waits to be deleted. */
export function stillMissing(names: readonly string[]): readonly string[] {
  return names.filter((name) => isSetAside(name) && !names.includes(fileOf(name)));
}

/** What was on the pages that are missing, as far as those that are there show it. */
export function lostFiles(names: readonly string[], { pages }: Pick<Folder, 'pages'>): readonly LostFile[] {
  const hasSettings = pages.some(({ entries }) => entries.some(({ ref }) => ref.type === 'desk'));
  const lost = stillMissing(names).map((aside) => ({
    file: fileOf(aside),
    aside,
    at: instantOf(aside),
    mentions: mentionsOn(pageIdOf(aside) ?? 0, pages),
    settings: !hasSettings,
  }));
  return lost.sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** New mentions go to the last page, so a page has the numbers between those of its neighbours. */
function mentionsOn(id: number, pages: Folder['pages']): LostFile['mentions'] {
  const numbers = (isBeside: (page: number) => boolean) =>
    pages
      .filter(({ name }) => isBeside(pageIdOf(name) ?? 0))
      .flatMap(({ entries }) => entries.filter(({ ref }) => ref.type === 'mention').map(({ number }) => number));
  const from = numbers((page) => page < id).reduce((most, number) => Math.max(most, number), 0) + 1;
  const later = numbers((page) => page > id);
  if (later.length === 0) return { from, to: null };
  const to = later.reduce((least, number) => Math.min(least, number)) - 1;
  return to < from ? null : { from, to };
}

function fileOf(aside: string): string {
  return aside.slice(0, aside.indexOf(ASIDE));
}

function instantOf(aside: string): string {
  return aside.slice(aside.indexOf(ASIDE) + ASIDE.length).replace(STAMP, '$1:$2:$3');
}
