import { readConfigParts } from '../config.ts';
import { loadDotEnv } from '../dot-env.ts';

/** Not done, or not wholly; the message says why. */
export const EXIT_FAULT = 1;
/** Not understood, or STORE_URL is not right. */
const EXIT_USAGE = 2;

/** The STORE_URL of the environment or of .env; null when there is none that is right, which is said. */
export function storeUrl(): string | null {
  const unreadable = loadDotEnv('.env');
  const url = unreadable === null ? readConfigParts(process.env).storeUrl : null;
  if (url !== null) return url;
  console.error(unreadable ?? 'STORE_URL is not right: write file: and a folder, such as file:./data');
  process.exitCode = EXIT_USAGE;
  return null;
}

export function usage(error: unknown, text: string): void {
  console.error(messageOf(error));
  console.error(text);
  process.exitCode = EXIT_USAGE;
}

export function fail(error: unknown): void {
  console.error(messageOf(error));
  process.exitCode = EXIT_FAULT;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
