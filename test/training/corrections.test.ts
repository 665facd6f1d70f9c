import { existsSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSystemClock } from '../../src/clock.ts';
import { arrive } from '../../src/desk/arrive.ts';
import { changeKind } from '../../src/desk/handling.ts';
import type { Kind, Mention } from '../../src/desk/mention.ts';
import { withoutPerson } from '../../src/desk/reduced.ts';
import { openStore, readStore } from '../../src/store/open.ts';
import { correctionsOf } from '../../src/training/corrections.ts';
import { readOwn } from '../../src/training/rows.ts';
import { tuned } from '../../src/training/tune.ts';
import { chooseWeights, TEAM_WEIGHTS } from '../../src/triage/choose.ts';
import { PACKAGED_WEIGHTS } from '../../src/triage/packaged.ts';
import { createTriage } from '../../src/triage/triage.ts';
import { encodeWeights, readWeights } from '../../src/triage/weights.ts';
import { aDesk, aMention, anArrival, aPost, aPress, berlin, granted } from '../desk/examples.ts';

const NOW = berlin('2026-11-24T10:00');
const desk = aDesk();
// A part: learning from all of them takes long where the machine is busy.
const own = readOwn(fileURLToPath(new URL('../../src/training/corpus', import.meta.url))).filter(
  (_, i) => i % 16 === 0,
);
const packaged = readWeights(PACKAGED_WEIGHTS);

function corrected(text: string, from: Kind, to: Kind): Mention {
  const mention = aMention({ posts: [aPost({ text })] }, desk, { kind: from });
  return granted(changeKind(mention, aPress(), to, desk, NOW)).state;
}

/** What a team of bakers corrected: their "Berliner" is no complaint, and "altbacken" always is one. */
const bakers = [
  ...Array.from({ length: 6 }, (_, i) => corrected(`Laib ${i} altbacken`, 'question', 'complaint')),
  ...Array.from({ length: 6 }, (_, i) => corrected(`Frage ${i} nach altem Brot fürs Gehege`, 'complaint', 'question')),
].map((mention) => ({ ...mention, lang: 'de' as const }));

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'earshot-team-'));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

describe('corrections', () => {
  test('are what staff said, of words that are still there, in languages that the model judges', () => {
    const one = corrected('Laib altbacken', 'question', 'complaint');
    expect(correctionsOf([{ ...one, lang: 'de' }])).toEqual([
      { text: 'Laib altbacken', lang: 'de', kind: 'complaint', isComplaint: true, set: 'corrections', source: null },
    ]);
    expect(correctionsOf([aMention()])).toEqual([]);
    expect(correctionsOf([{ ...one, kindBy: 'rule' }])).toEqual([]);
    expect(correctionsOf([{ ...one, lang: 'other' }])).toEqual([]);
    expect(correctionsOf([{ ...one, lang: 'de', posts: [{ ...one.posts[0], deletedAt: NOW.toISOString() }] }])).toEqual(
      [],
    );
    expect(correctionsOf([{ ...withoutPerson(one, NOW), lang: 'de' }])).toEqual([]);
  });

  test('move what is said of such posts, and leave the rest as it was', () => {
    const packagedOne = createTriage(packaged);
    const tunedOne = createTriage(tuned(packaged, correctionsOf(bakers), own));
    const said = (text: string) => [packagedOne(text, 'de').complaint, tunedOne(text, 'de').complaint] as const;
    const [was, is] = said('der Laib heute wieder altbacken');
    expect(is).toBeGreaterThan(was + 0.1);
    const [asked, asks] = said('Frage nach altem Brot fürs Gehege');
    expect(asks).toBeLessThan(asked - 0.03);
    const moved = own.map(({ text, lang }) =>
      Math.abs(packagedOne(text, lang).complaint - tunedOne(text, lang).complaint),
    );
    expect(moved.reduce((sum, one) => sum + one, 0) / moved.length).toBeLessThan(0.02);
  });

  test('without any, nothing moves', () => {
    const still = tuned(packaged, [], own);
    const shifts = [...still.complaint.weights].map(([hash, weight]) =>
      Math.abs(weight - (packaged.complaint.weights.get(hash) ?? 0)),
    );
    expect(shifts.filter((shift) => shift > 1e-6)).toEqual([]);
    expect(still.complaint.bias).toBeCloseTo(packaged.complaint.bias, 6);
  });

  test('are read out of a store that an app is using, which notices nothing', async () => {
    const url = `file:${await folder()}`;
    const store = await openStore(url, { clock: createSystemClock() });
    onTestFinished(() => store.close());
    await store.create('mention', 'x:1001', (number) => arrive(anArrival(), number, 'C0CARE', desk, NOW));
    const names = await readdir(url.slice('file:'.length));
    expect((await readStore(url)).map(({ type }) => type)).toEqual(['mention']);
    expect(await readdir(url.slice('file:'.length))).toEqual(names);
  });
});

describe('the weights that an app starts with', () => {
  test('are the packaged ones, and the team’s own where there are any', async () => {
    const place = await folder();
    expect(chooseWeights(place)).toMatchObject({ from: 'package', doubt: null });
    const file = join(place, TEAM_WEIGHTS);
    writeFileSync(file, encodeWeights(tuned(packaged, correctionsOf(bakers), own)));
    const chosen = chooseWeights(place);
    expect(chosen).toMatchObject({ from: { file }, doubt: null });
    expect(chosen.weights.learnedFrom).toMatchObject({ corrections: 12 });
  });

  test('are told with a doubt when the team’s own are older than the package, or damaged', async () => {
    const place = await folder();
    const file = join(place, TEAM_WEIGHTS);
    writeFileSync(file, encodeWeights({ ...packaged, basedOn: 'an older one' }));
    expect(chooseWeights(place)).toMatchObject({
      from: { file },
      doubt: expect.stringContaining('other packaged') as string,
    });
    writeFileSync(file, 'damaged');
    expect(chooseWeights(place)).toMatchObject({ from: 'package', doubt: expect.stringContaining(file) as string });
    expect(existsSync(file)).toBe(true);
  });
});
