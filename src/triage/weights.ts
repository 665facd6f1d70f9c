import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { LexiconTable } from './lexicon.ts';

/** A linear model: what each feature adds to the score. */
export interface Linear {
  readonly bias: number;
  readonly weights: ReadonlyMap<number, number>;
}

export const QUIET_KINDS = ['question', 'praise', 'other'] as const;
export type QuietKind = (typeof QUIET_KINDS)[number];

/** How a score becomes a probability in one language, and from which probability on a post counts as a complaint. */
export interface Calibration {
  readonly slope: number;
  readonly shift: number;
  readonly threshold: number;
}

export interface Weights {
  readonly lexicon: LexiconTable;
  readonly complaint: Linear;
  /** What a post is that is no complaint: the highest score wins. */
  readonly quiet: Readonly<Record<QuietKind, Linear>>;
  /** Whether a reply of ours brushes its reader off. */
  readonly brushOff: Linear;
  readonly languages: Readonly<Record<'de' | 'en', Calibration>>;
  /** How many posts of each set it learned from. */
  readonly learnedFrom: Readonly<Record<string, number>>;
  /** Of a team's own weights: the packaged ones that its corrections moved. */
  readonly basedOn: string | null;
}

export interface ReadWeights extends Weights {
  /** The checksum of its numbers. */
  readonly id: string;
}

/** The weights can't be used; the message names the file, what is wrong with it and what to do. */
export class WeightsFault extends Error {
  override readonly name = 'WeightsFault';
}

const FORMAT = 'earshot triage weights 1';
const calibration = z.strictObject({ slope: z.number(), shift: z.number(), threshold: z.number().min(0).max(1) });
const linear = z.strictObject({ bias: z.number(), scale: z.number().positive() });
const header = z.strictObject({
  format: z.literal(FORMAT),
  sizes: z.strictObject({
    lexicon: z.int().min(0),
    complaint: z.int().min(0),
    quiet: z.int().min(0),
    brushOff: z.int().min(0),
  }),
  complaint: linear,
  quiet: z.strictObject({ question: linear, praise: linear, other: linear }),
  brushOff: linear,
  languages: z.strictObject({ de: calibration, en: calibration }),
  learnedFrom: z.record(z.string(), z.int()),
  basedOn: z.string().nullable(),
  sha256: z.string(),
});

/** One line of JSON, then the numbers: 32 bits for each feature, 8 for each weight, little-endian. */
export function encodeWeights(weights: Weights): Uint8Array {
  const { lexicon, complaint, quiet, brushOff, languages, learnedFrom, basedOn } = weights;
  const shared = new Set(QUIET_KINDS.flatMap((kind) => [...quiet[kind].weights.keys()]));
  const tables = {
    complaint: rounded(complaint, complaint.weights.keys()),
    quiet: roundedEach(quiet, shared),
    brushOff: rounded(brushOff, brushOff.weights.keys()),
  };
  const body = Buffer.concat([
    ...[lexicon.hashes, tables.complaint.hashes, tables.quiet.question.hashes, tables.brushOff.hashes].map(wide),
    Buffer.from(lexicon.feelings.buffer),
    ...[tables.complaint, ...QUIET_KINDS.map((kind) => tables.quiet[kind]), tables.brushOff].map(({ steps }) =>
      Buffer.from(steps.buffer),
    ),
  ]);
  const head: z.infer<typeof header> = {
    format: FORMAT,
    sizes: {
      lexicon: lexicon.hashes.length,
      complaint: tables.complaint.hashes.length,
      quiet: tables.quiet.question.hashes.length,
      brushOff: tables.brushOff.hashes.length,
    },
    complaint: { bias: complaint.bias, scale: tables.complaint.scale },
    quiet: {
      question: { bias: quiet.question.bias, scale: tables.quiet.question.scale },
      praise: { bias: quiet.praise.bias, scale: tables.quiet.praise.scale },
      other: { bias: quiet.other.bias, scale: tables.quiet.other.scale },
    },
    brushOff: { bias: brushOff.bias, scale: tables.brushOff.scale },
    languages,
    learnedFrom,
    basedOn,
    sha256: sha256(body),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]);
}

/** @throws WeightsFault when the file is missing, cut or changed */
export function readWeights(file: string | URL): ReadWeights {
  const name = file instanceof URL ? file.pathname : file;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new WeightsFault(`The triage's weights can't be read (${code}): ${name}. ${REMEDY}`, { cause: error });
  }
  try {
    return decodeWeights(bytes);
  } catch (error) {
    throw new WeightsFault(`The triage's weights are damaged: ${name}. ${REMEDY}`, { cause: error });
  }
}

const REMEDY = 'Put the file back (git checkout, npm run build), or make a new one with npm run train.';

/** @throws Error when they are cut or changed */
export function decodeWeights(bytes: Uint8Array): ReadWeights {
  const end = bytes.indexOf(0x0a);
  const head = header.parse(JSON.parse(Buffer.from(bytes.subarray(0, end)).toString('utf8')));
  const body = bytes.slice(end + 1);
  if (sha256(body) !== head.sha256) throw new Error('what it holds is not what was written');
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  let at = 0;
  function wideOf(size: number): Uint32Array {
    const from = at;
    at += 4 * size;
    return Uint32Array.from({ length: size }, (_, i) => view.getUint32(from + 4 * i, true));
  }
  function narrow(size: number): Int8Array {
    const from = at;
    at += size;
    return Int8Array.from({ length: size }, (_, i) => view.getInt8(from + i));
  }
  const { lexicon, complaint, quiet, brushOff } = head.sizes;
  const hashes = {
    lexicon: wideOf(lexicon),
    complaint: wideOf(complaint),
    quiet: wideOf(quiet),
    brushOff: wideOf(brushOff),
  };
  const table = ({ bias, scale }: z.infer<typeof linear>, known: Uint32Array): Linear => {
    const steps = narrow(known.length);
    return { bias, weights: new Map(Array.from(known, (hash, i) => [hash, (steps[i] ?? 0) * scale])) };
  };
  const read = {
    lexicon: { hashes: hashes.lexicon, feelings: narrow(lexicon) },
    complaint: table(head.complaint, hashes.complaint),
    quiet: {
      question: table(head.quiet.question, hashes.quiet),
      praise: table(head.quiet.praise, hashes.quiet),
      other: table(head.quiet.other, hashes.quiet),
    },
    brushOff: table(head.brushOff, hashes.brushOff),
    languages: head.languages,
    learnedFrom: head.learnedFrom,
    basedOn: head.basedOn,
    id: head.sha256,
  };
  if (at !== body.length) throw new Error('it is longer or shorter than it says');
  return read;
}

interface Rounded {
  readonly hashes: Uint32Array;
  readonly steps: Int8Array;
  readonly scale: number;
}

/** What rounds to nothing is left out, unless other tables share the list. */
function rounded({ weights }: Linear, list: Iterable<number>, keepsAll = false): Rounded {
  const hashes = [...list].sort((a, b) => a - b);
  const largest = hashes.reduce((most, hash) => Math.max(most, Math.abs(weights.get(hash) ?? 0)), 0);
  const scale = largest === 0 ? 1 : largest / 127;
  const rows = hashes
    .map((hash) => [hash, Math.round((weights.get(hash) ?? 0) / scale)] as const)
    .filter(([, step]) => keepsAll || step !== 0);
  return {
    hashes: Uint32Array.from(rows, ([hash]) => hash),
    steps: Int8Array.from(rows, ([, step]) => step),
    scale,
  };
}

function roundedEach(quiet: Weights['quiet'], shared: ReadonlySet<number>): Readonly<Record<QuietKind, Rounded>> {
  const used = [...shared].filter((hash) => QUIET_KINDS.some((kind) => roundsToSomething(quiet[kind], hash)));
  return {
    question: rounded(quiet.question, used, true),
    praise: rounded(quiet.praise, used, true),
    other: rounded(quiet.other, used, true),
  };
}

/** Weights this small are dust: they would round to nothing. */
const DUST = 0.002;

function roundsToSomething({ weights }: Linear, hash: number): boolean {
  return Math.abs(weights.get(hash) ?? 0) > DUST;
}

function wide(numbers: Uint32Array): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [i, number] of numbers.entries()) bytes.writeUInt32LE(number, 4 * i);
  return bytes;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
