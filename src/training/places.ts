import { fileURLToPath } from 'node:url';

/** The project's folder; this file runs as dist/src/training/places.js. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Our own labelled posts. */
export const CORPUS = `${ROOT}src/training/corpus`;
/** Where the packaged weights and their card are kept. */
export const MODEL = `${ROOT}src/triage/model`;
/** Where the app that runs looks for them. */
export const BUILT_MODEL = `${ROOT}dist/src/triage/model`;
