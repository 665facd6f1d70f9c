import { z } from 'zod';
import { type Effect, type EffectRow, PRIORITY } from '../../desk/effect.ts';
import type { Aggregate, AggregateType } from '../../desk/ref.ts';
import { withJudgement, withReports, withSafeDesk, withWholeDesk } from './migrations.ts';

/** Turns the record of an aggregate (`{ number, state, effects }`) of one version into one of the next. */
export type Migration = (record: unknown) => unknown;

/**
 * The first one turns version 1 into version 2, and so on: append, never change or remove. Whoever changes the shape of
 * a state, an effect or a page adds one here.
 */
export const MIGRATIONS: readonly Migration[] = [withReports, withWholeDesk, withSafeDesk, withJudgement];

export function versionOf(migrations: readonly Migration[]): number {
  return 1 + migrations.length;
}

/** The file's content can't be used; `reason` names no customer's words. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
}

/** The file was written by a later version of the app. */
export class Newer extends Error {
  override readonly name = 'Newer';
}

const TYPES = [
  'mention',
  'incident',
  'channel',
  'person',
  'desk',
  'spending',
] as const satisfies readonly AggregateType[];
export type Numbers = Readonly<Record<AggregateType, number>>;
export const NO_NUMBERS: Numbers = { mention: 0, incident: 0, channel: 0, person: 0, desk: 0, spending: 0 };

const instant = z.iso.datetime();
const count = z.number().int().min(0);
const numbers = z.object({
  mention: count.default(0),
  incident: count.default(0),
  channel: count.default(0),
  person: count.default(0),
  desk: count.default(0),
  spending: count.default(0),
});

const named = z.looseObject({ type: z.enum(TYPES), id: z.string().min(1) });
const typed = z.looseObject({ type: z.string().min(1) });

const row = z.object({
  key: z.string().min(1),
  effect: z.custom<Effect>((value) => typed.safeParse(value).success, 'no effect'),
  priority: z.literal(Object.values(PRIORITY)),
  notBefore: instant.nullable(),
  savedAt: instant,
  revision: count,
  attempts: count,
  unclear: z.boolean(),
  parked: z.string().nullable(),
}) satisfies z.ZodType<EffectRow>;

/** States are trusted beyond their name: only this app writes them, and migrations keep them current. */
const record = z.object({
  number: count,
  state: z.custom<Aggregate>((value) => named.safeParse(value).success, 'no aggregate'),
  effects: z.array(row),
});

const page = z.object({
  version: z.number().int().min(1),
  /** The highest number of each type that was given out when the page was written. */
  numbers,
  aggregates: z.array(record),
});
export type PageData = Readonly<z.infer<typeof page>>;

const meta = z.object({
  version: z.number().int().min(1),
  /** Up to here numbers may have been given out; see meta.ts. */
  reserved: numbers,
  /** Numbers up to here are gone with a page that was lost. */
  floor: numbers,
  cursors: z.record(z.string(), z.string()),
});
export type MetaData = Readonly<z.infer<typeof meta>>;

const older = z.looseObject({ version: z.number().int().min(1), aggregates: z.array(z.unknown()) });

/** A page's text, brought up to date; its `version` still is the one on disk. Errors: `Damaged`, `Newer`. */
export function parsePage(text: string, migrations: readonly Migration[]): PageData {
  const raw = parseJson(text);
  const { version } = versioned(raw, migrations);
  if (version === versionOf(migrations)) return check(page, raw);
  const old = check(older, raw);
  const steps = migrations.slice(version - 1);
  const aggregates = old.aggregates.map((one) => steps.reduce((current, migrate) => migrate(current), one));
  return check(page, { ...old, aggregates });
}

/** Errors: `Damaged`, `Newer`. */
export function parseMeta(text: string, migrations: readonly Migration[]): MetaData {
  const raw = parseJson(text);
  versioned(raw, migrations);
  return check(meta, raw);
}

function versioned(raw: unknown, migrations: readonly Migration[]): { version: number } {
  const envelope = check(z.looseObject({ version: z.number().int().min(1) }), raw);
  const known = versionOf(migrations);
  if (envelope.version > known) throw new Newer(`version ${envelope.version}, this app knows ${known}`);
  return envelope;
}

function parseJson(text: string): unknown {
  try {
    // What a file system adds when the power goes between the length of a file and its content.
    return JSON.parse(text.replace(/\0+$/, ''));
  } catch {
    // The parser's own message quotes the text: customers' words.
    throw new Damaged(text === '' ? 'empty' : 'not JSON');
  }
}

function check<T>(schema: z.ZodType<T>, raw: unknown): T {
  const { success, data, error } = schema.safeParse(raw);
  if (success) return data;
  const [issue] = error.issues;
  throw new Damaged(issue === undefined ? 'not a page' : `${issue.path.join('.')}: ${issue.message}`);
}
