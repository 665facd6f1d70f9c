import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * What the app's pages say, read by what is known of them rather than by the app's own reader: whoever checks a witness
 * does not ask him.
 */
const message = z.object({ channel: z.string(), ts: z.string() }).nullable();
const publication = z.object({
  id: z.string(),
  text: z.string(),
  by: z.string(),
  status: z.string(),
  post: z.object({ id: z.string() }).nullable(),
  fault: z.object({ code: z.string() }).nullable(),
});
const publisher = {
  id: z.string(),
  card: message,
  publications: z.array(publication),
  drafts: z.array(z.object({ text: z.string() })),
};
const clock = z.object({
  id: z.string(),
  post: z.string(),
  cause: z.string(),
  dueAt: z.string().nullable(),
  secondAt: z.string().nullable(),
  stopped: z.object({ at: z.string() }).nullable(),
});
const mention = z.object({
  ...publisher,
  type: z.literal('mention'),
  number: z.number(),
  status: z.string(),
  owner: z.string().nullable(),
  group: z.object({ id: z.string(), as: z.string() }).nullable(),
  posts: z.array(z.object({ id: z.string(), text: z.string() })),
  clocks: z.array(clock),
  promises: z.array(z.unknown()),
  escalations: z.array(
    z.object({
      id: z.string(),
      reason: z.string(),
      message,
      fault: z.string().nullable(),
      answers: z.array(z.object({ text: z.string() })),
    }),
  ),
});
const incident = z.object({ ...publisher, type: z.literal('incident') });
const channel = z.object({
  type: z.literal('channel'),
  id: z.string(),
  rounds: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      message,
      members: z.array(
        z.object({ mention: z.string(), clock: z.string(), threshold: z.string(), struckAt: z.string().nullable() }),
      ),
    }),
  ),
});
const row = z.object({
  key: z.string(),
  savedAt: z.string(),
  notBefore: z.string().nullable(),
  parked: z.string().nullable(),
});
const record = z.object({ state: z.looseObject({ type: z.string(), id: z.string() }), effects: z.array(row) });
const page = z.object({ aggregates: z.array(record) });

export type Mention = z.infer<typeof mention>;
export type Incident = z.infer<typeof incident>;
export type Channel = z.infer<typeof channel>;
export type Publication = z.infer<typeof publication>;

/** An effect that the world still waits for. */
export interface Waiting extends z.infer<typeof row> {
  readonly of: string;
}

export interface OnDisk {
  readonly mentions: readonly Mention[];
  readonly incidents: readonly Incident[];
  readonly channels: readonly Channel[];
  readonly effects: readonly Waiting[];
  /** Files that no reader can use, or that the app has set aside. */
  readonly damaged: readonly string[];
}

/** Reads the folder as it is at this instant; the app may be alive or dead. */
export function readDisk(folder: string): OnDisk {
  const damaged: string[] = [];
  const records: z.infer<typeof record>[] = [];
  for (const name of readdirSync(folder)) {
    if (name.includes('.damaged')) damaged.push(`${name} was set aside by the app`);
    if (!/^page-\d+\.json$/.test(name)) continue;
    try {
      records.push(...page.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))).aggregates);
    } catch (error) {
      damaged.push(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const all = <T>(type: string, shape: z.ZodType<T>): T[] =>
    records.filter(({ state }) => state.type === type).map(({ state }) => shape.parse(state));
  return {
    mentions: all('mention', mention),
    incidents: all('incident', incident),
    channels: all('channel', channel),
    effects: records.flatMap(({ state, effects }) =>
      effects.map((one) => ({ ...one, of: `${state.type}:${state.id}` })),
    ),
    damaged,
  };
}

/** The publication that carries this mark in its text, and whose it is. */
export function publicationWith(mark: string, { mentions, incidents }: OnDisk) {
  const found = [...mentions, ...incidents].flatMap((of) =>
    of.publications.filter(({ text }) => text.includes(mark)).map((one) => ({ of, publication: one })),
  );
  return found.at(-1);
}
