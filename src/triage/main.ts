import { once } from 'node:events';
import { parseArgs } from 'node:util';
import type { Triaged } from '../desk/triage.ts';
import { linesOf } from './lines.ts';
import { PACKAGED_WEIGHTS } from './packaged.ts';
import { createTriage } from './triage.ts';
import { readWeights } from './weights.ts';

const USAGE = `npx earshot triage < posts.txt    judges one post a line; prints one JSON object a line:
  kind (complaint, question, praise, other), complaint (probability 0–1), lang (de, en, other), reasons
Exit code 1: it can't work, and why. 2: not understood.`;

const EXIT_FAULT = 1;
const EXIT_USAGE = 2;

if (isTriage()) await run();

function isTriage(): boolean {
  try {
    const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
    if (!values.help && positionals.length === 1 && positionals[0] === 'triage') return true;
    if (!values.help) throw new Error(`There is no "${positionals.join(' ')}".`);
    console.log(USAGE);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error(USAGE);
    process.exitCode = EXIT_USAGE;
  }
  return false;
}

async function run(): Promise<void> {
  // Whoever reads may have seen enough: `npx earshot triage | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : EXIT_FAULT));
  try {
    const triage = createTriage(readWeights(PACKAGED_WEIGHTS));
    process.stdin.setEncoding('utf8');
    for await (const text of linesOf(process.stdin)) {
      if (!process.stdout.write(`${asLine(triage(text, ''))}\n`)) await once(process.stdout, 'drain');
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = EXIT_FAULT;
  }
}

/** Also readers that know more line ends than \n find one object in one line. */
function asLine({ kind, complaint, lang, reasons }: Triaged): string {
  const json = JSON.stringify({ kind, complaint: Number(complaint.toFixed(4)), lang, reasons });
  return json.replace(/[\u0085\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
