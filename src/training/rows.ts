import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { KINDS, type Kind } from '../desk/mention.ts';
import type { RECIPE } from './recipe.ts';

/** The sets that may teach. */
export type TrainingSet = keyof (typeof RECIPE)['counts'];

/** A labelled post. */
export interface Row {
  readonly text: string;
  readonly lang: 'de' | 'en';
  readonly isComplaint: boolean;
  /** null where the set only says that it is no complaint. */
  readonly kind: Kind | null;
  readonly set: TrainingSet | 'airlines';
  /** Where it stood: `twitter`, `facebook` or `other`; null where the set does not say. */
  readonly source: string | null;
}

const written = z.strictObject({ lang: z.enum(['en', 'de']), kind: z.enum(KINDS), text: z.string().min(1) });

/**
 * Posts that we wrote and labelled ourselves, one JSON object a line: hard cases; in the files ending in `-plain` the short ones
 * that a desk sees every day; in those ending in `-service` many of many trades, in their natural proportions.
 */
export function readOwn(folder: string): readonly Row[] {
  const files = readdirSync(folder).filter((name) => /^(?:de|en)\b.*\.jsonl$/.test(name));
  return files.sort().flatMap((name) =>
    linesOf(join(folder, name)).map((line) => {
      const { kind, text, lang } = written.parse(JSON.parse(line));
      const set = ownSetOf(name);
      return { text, lang, kind, isComplaint: kind === 'complaint', set, source: null };
    }),
  );
}

function ownSetOf(file: string): TrainingSet {
  if (file.endsWith('-plain.jsonl')) return 'plain';
  return file.endsWith('-service.jsonl') ? 'service' : 'own';
}

/** English tweets to companies (Preoţiuc-Pietro et al. 2019); empty when the folder has none. */
export function readComplaints(folder: string): readonly Row[] {
  return table(folder, 'complaints-train.tsv').map(({ label = '', text = '' }) => ({
    text,
    lang: 'en',
    isComplaint: label === 'complaint',
    kind: label === 'complaint' ? 'complaint' : null,
    set: 'complaints',
    source: 'twitter',
  }));
}

/**
 * German posts about a railway (GermEval 2017), without the news and forum articles of that set, which nobody wrote to a
 * company: they made Twitter and Facebook worse. Empty when the folder has none.
 */
export function readGerman(folder: string): readonly Row[] {
  const posts = table(folder, 'german-train.tsv').filter(({ source }) => source !== 'other');
  return posts.map(({ sentiment, relevant, source = null, text = '' }) => {
    const isComplaint = sentiment === 'negative' && relevant === 'true';
    const isPraise = sentiment === 'positive' && relevant === 'true';
    const kind = isComplaint ? 'complaint' : isPraise ? 'praise' : null;
    return { text, lang: 'de', isComplaint, kind, set: 'german', source };
  });
}

/** English tweets to airlines, to measure with alone: what reads them never trains. */
export function readAirlines(folder: string): readonly Row[] {
  return table(folder, 'airline-measure.tsv').map(({ sentiment, text = '' }) => ({
    text,
    lang: 'en',
    isComplaint: sentiment === 'negative',
    kind: sentiment === 'negative' ? 'complaint' : null,
    set: 'airlines',
    source: 'twitter',
  }));
}

/** Tab-separated with a line of names; the last column takes what is left. */
function table(folder: string, name: string): readonly Readonly<Record<string, string>>[] {
  const file = join(folder, name);
  if (!existsSync(file)) return [];
  const [head = '', ...lines] = linesOf(file);
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    const rest = cells.slice(names.length - 1).join('\t');
    return Object.fromEntries(names.map((column, i) => [column, i === names.length - 1 ? rest : (cells[i] ?? '')]));
  });
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');
}

/**
 * All that may teach: our own posts, and the shared sets where they are.
 * @throws Error when the folder is named but holds none of them
 */
export function readTeaching(corpus: string, data: string | null): readonly Row[] {
  const shared = data === null ? [] : [...readComplaints(data), ...readGerman(data)];
  if (data !== null && shared.length === 0) {
    throw new Error(`${data} has neither complaints-train.tsv nor german-train.tsv: is it the right folder?`);
  }
  return [...readOwn(corpus), ...shared];
}
