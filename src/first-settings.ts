import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { decided } from './desk/decision.ts';
import { NEW_DESK } from './desk/desk-state.ts';
import { DESK } from './desk/ref.ts';
import { type Settings, settingsSchema } from './desk/settings.ts';
import type { Store } from './store/index.ts';

export type LanguageOf = (settings: Settings) => Promise<Settings['language']>;

/** `desk.json` can't be used; each line of the message names a value and the remedy. */
export class SettingsFault extends Error {
  override readonly name = 'SettingsFault';
}

/**
 * The team's settings are read from `desk.json` once, at the first start, and live in the store from then on.
 * @param languageOf the language of the people whom the file names, where it does not name the language itself
 * @returns whether settings were taken over now
 */
export async function takeOverSettings(store: Store, file: string, languageOf: LanguageOf): Promise<boolean> {
  if ((await store.read(DESK)) !== undefined) return false;
  const { namesLanguage, settings: read } = (await readDeskFile(file)) ?? DEFAULTS;
  const settings = namesLanguage ? read : { ...read, language: await languageOf(read) };
  const { created } = await store.create('desk', DESK.id, () => decided({ ...NEW_DESK, settings }));
  return created;
}

interface DeskFile {
  readonly settings: Settings;
  /** Whether the file itself says which language the app speaks. */
  readonly namesLanguage: boolean;
}

const DEFAULTS: DeskFile = { settings: settingsSchema.parse({}), namesLanguage: false };

/** The settings in a file, null where there is none. @throws SettingsFault */
export async function readDeskFile(file: string): Promise<DeskFile | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new SettingsFault(`${file} can't be read: check its permissions.`, { cause: error });
  });
  if (text === null) return null;
  const json = parseJson(text, file);
  const parsed = settingsSchema.safeParse(json);
  if (parsed.success) {
    return { settings: parsed.data, namesLanguage: typeof json === 'object' && json !== null && 'language' in json };
  }
  throw new SettingsFault(`${file} has faults:\n${z.prettifyError(parsed.error)}`);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes what stands there.
    throw new SettingsFault(`${file} is no JSON: an editor shows where a comma, a quote or a bracket is wrong.`);
  }
}
