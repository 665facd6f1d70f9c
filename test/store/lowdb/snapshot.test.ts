import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { takeSnapshot } from '../../../src/store/lowdb/snapshot.ts';

const NAMES = ['meta.json', 'page-000001.json', 'page-000002.json'];

/** A store's files, each with the same number in it, and an app that replaces all of them between two links. */
function busyStore() {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-snapshot-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const into = join(folder, 'backup-1');
  mkdirSync(into);
  let version = 0;
  function write(): void {
    version += 1;
    for (const name of NAMES) {
      writeFileSync(join(folder, `${name}.tmp`), String(version));
      renameSync(join(folder, `${name}.tmp`), join(folder, name));
    }
  }
  write();
  writeFileSync(join(folder, 'lock'), '');
  return { folder, into, write, held: () => NAMES.map((name) => readFileSync(join(into, name), 'utf8')) };
}

describe('a snapshot', () => {
  it('is of one instant, however often the files are replaced while it is taken', () => {
    const { folder, into, write, held } = busyStore();
    let links = 0;
    const names = takeSnapshot(folder, into, (from, to) => {
      linkSync(from, to);
      links += 1;
      if (links % 2 === 1 && links < 20) write();
    });
    expect(names).toEqual(NAMES);
    expect(new Set(held()).size).toBe(1);
    expect(links).toBeGreaterThan(NAMES.length);
    expect(readdirSync(into).sort()).toEqual(NAMES);
  });

  it('of a store that never stands still is given up, with the remedy', () => {
    const { folder, into, write } = busyStore();
    const taking = () =>
      takeSnapshot(folder, into, (from, to) => {
        linkSync(from, to);
        write();
      });
    expect(taking).toThrow(/changes too fast to be copied/);
  });

  it('keeps what it holds when the store goes on', () => {
    const { folder, into, write, held } = busyStore();
    takeSnapshot(folder, into);
    write();
    expect(held()).toEqual(['1', '1', '1']);
  });
});
