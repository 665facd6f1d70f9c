import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PACKAGED_WEIGHTS } from '../../src/triage/packaged.ts';
import { decodeWeights, encodeWeights, readWeights, WeightsFault } from '../../src/triage/weights.ts';

const packaged = readFileSync(PACKAGED_WEIGHTS);

async function fileWith(bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-weights-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'weights.bin');
  await writeFile(file, bytes);
  return file;
}

function flipped(at: number): Uint8Array {
  const bytes = Uint8Array.from(packaged);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

describe('the weights', () => {
  test('are the same after they were written and read, but for what rounds to nothing', () => {
    const read = decodeWeights(packaged);
    const again = decodeWeights(encodeWeights(read));
    expect(again.complaint).toEqual(read.complaint);
    expect(again.brushOff).toEqual(read.brushOff);
    expect(again.lexicon).toEqual(read.lexicon);
    expect(again.languages).toEqual(read.languages);
    expect(read.complaint.weights.size).toBeGreaterThan(10_000);
  });

  test.each([
    ['cut', packaged.subarray(0, 5_000)],
    ['longer', Buffer.concat([packaged, Buffer.from([0])])],
    ['changed in one bit', flipped(packaged.length - 7)],
    ['empty', new Uint8Array()],
    ['something else', Buffer.from('{"format":"other"}\n')],
  ])('that are %s are refused, with the file and the remedy', async (_how, bytes) => {
    const file = await fileWith(bytes);
    expect(() => readWeights(file)).toThrow(WeightsFault);
    expect(() => readWeights(file)).toThrow(`${file}. Put the file back`);
  });

  test('that are missing are named', () => {
    expect(() => readWeights('/nowhere/weights.bin')).toThrow(/\(ENOENT\): \/nowhere\/weights\.bin.*npm run train/);
  });
});
