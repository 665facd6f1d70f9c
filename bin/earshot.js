#!/usr/bin/env node
// The command `earshot`; what it does is compiled, so this file only looks for it.
import { existsSync } from 'node:fs';

const compiled = new URL('../dist/src/triage/main.js', import.meta.url);
if (existsSync(compiled)) {
  await import(compiled.href);
} else {
  console.error('Earshot is not built yet: run npm ci (or npm run build) in its folder, then try again.');
  process.exitCode = 1;
}
