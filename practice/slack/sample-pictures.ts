import { crc32, deflateSync } from 'node:zlib';
import { SAMPLE_NAMES, type SampleName } from './blocks/sample-names.ts';

type Rgb = readonly [red: number, green: number, blue: number];

/** Drawn when somebody chooses one: no picture is kept in the project. */
export function samplePicture(name: string): Buffer | undefined {
  const known = SAMPLE_NAMES.find((one) => one === name);
  return known === undefined ? undefined : DRAWN[known]();
}

const DRAWN: Readonly<Record<SampleName, () => Buffer>> = {
  'router.png': () => png(96, 64, (x, y) => (y > 40 ? [40, 44, 60] : x % 24 < 3 ? [20, 20, 24] : [220, 228, 236])),
  'coverage-map.png': () =>
    png(128, 96, (x, y) => ((x - 64) ** 2 + (y - 48) ** 2 < 900 ? [200, 60, 60] : [90, 160, 90])),
  'poster-6-mb.png': () => png(1_500, 1_400, (x, y) => [x % 256, y % 256, (x + y) % 256], 0),
};

/** The smallest PNG that decoders take: https://www.w3.org/TR/png-3/ */
function png(width: number, height: number, colour: (x: number, y: number) => Rgb, level = 9): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows.set(colour(x, y), y * (1 + width * 3) + 1 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(typed.length + 8);
  framed.writeUInt32BE(data.length, 0);
  typed.copy(framed, 4);
  framed.writeUInt32BE(crc32(typed), typed.length + 4);
  return framed;
}
