import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { createSystemClock } from '../clock.ts';
import { loadDotEnv } from '../dot-env.ts';
import { diagnose } from './doctor.ts';
import { hasErrors } from './examine.ts';
import { formatReport, reportAsJson } from './format.ts';

const USAGE = `npm run doctor              checks everything that a start needs; publishes nothing
npm run doctor -- --json    the same for other programs
Exit code 1 when something is wrong.`;

/** Beside package.json; this file runs as dist/src/doctor/main.js. */
const MANIFEST = fileURLToPath(new URL('../../../manifest.yml', import.meta.url));

const EXIT_ERRORS = 1;
const EXIT_USAGE = 2;

const options = readOptions();
if (options !== null) await run(options.json);

function readOptions(): { readonly json: boolean } | null {
  try {
    const { values } = parseArgs({
      options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    });
    if (!values.help) return values;
    console.log(USAGE);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error(USAGE);
    process.exitCode = EXIT_USAGE;
  }
  return null;
}

async function run(asJson: boolean): Promise<void> {
  const dotEnvFault = loadDotEnv('.env');
  const findings = await diagnose({
    env: process.env,
    dotEnvFault,
    nodeVersion: process.versions.node,
    deskFile: 'desk.json',
    manifestFile: MANIFEST,
    clock: createSystemClock(),
    head: fetch,
    log: pino({ level: 'silent' }),
  });
  const isColoured = process.stdout.isTTY && process.env.NO_COLOR === undefined;
  console.log(asJson ? reportAsJson(findings) : formatReport(findings, isColoured));
  if (hasErrors(findings)) process.exitCode = EXIT_ERRORS;
}
