import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { prefixedManifest } from './manifest.ts';

const USAGE = `npm run manifest -- --prefix es-              prints a manifest whose commands are /es-reply, /es-incident …
npm run manifest -- --prefix es- --out FILE   writes it to a file`;

/** Beside package.json; this file runs as dist/src/manifest/main.js. */
const MANIFEST = fileURLToPath(new URL('../../../manifest.yml', import.meta.url));

/** Bad arguments, or a file that can't be written. */
const EXIT_USAGE = 2;

try {
  const { values } = parseArgs({
    options: { prefix: { type: 'string', default: '' }, out: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) console.log(USAGE);
  else await write(values.prefix, values.out);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(USAGE);
  process.exitCode = EXIT_USAGE;
}

async function write(prefix: string, out: string | undefined): Promise<void> {
  const text = await prefixedManifest(MANIFEST, prefix);
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  await writeFile(out, text);
  console.log(`${out} is written: paste it at api.slack.com/apps, "Create New App", "From a manifest".`);
  if (prefix !== '')
    console.log(`Then put SLACK_COMMAND_PREFIX=${prefix} into .env: Earshot's own texts name the commands.`);
}
