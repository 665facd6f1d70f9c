import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { decided } from './desk/decision.ts';
import { DESK } from './desk/ref.ts';
import { type Settings, settingsSchema } from './desk/settings.ts';
import type { Store } from './store/index.ts';

/** `desk.json` can't be used; each line of the message names a value and the remedy. */
export class SettingsFault extends Error {
  override readonly name = 'SettingsFault';
}

/**
 * The team's settings are read from `desk.json` once, at the first start, and live in the store from then on.
 * @returns whether settings were taken over now
 */
export async function takeOverSettings(store: Store, file: string): Promise<boolean> {
  if ((await store.read(DESK)) !== undefined) return false;
  const settings = await readSettings(file);
  const { created } = await store.create('desk', DESK.id, () =>
    decided({ type: 'desk', id: 'desk', settings, history: [], handled: [] }),
  );
  return created;
}

/** The settings in a file; the defaults where there is none. */
async function readSettings(file: string): Promise<Settings> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{}';
    throw new SettingsFault(`${file} can't be read: check its permissions.`, { cause: error });
  });
  const parsed = settingsSchema.safeParse(parseJson(text, file));
  if (parsed.success) return parsed.data;
  throw new SettingsFault(`${file} has faults:\n${z.prettifyError(parsed.error)}`);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SettingsFault(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
