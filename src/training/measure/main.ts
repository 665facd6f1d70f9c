import { parseArgs } from 'node:util';
import { PACKAGED_WEIGHTS } from '../../triage/packaged.ts';
import { createTriage } from '../../triage/triage.ts';
import { readWeights } from '../../triage/weights.ts';
import { CORPUS, ROOT } from '../places.ts';
import { createBench } from './bench.ts';
import { SECTIONS } from './sections.ts';

const USAGE = `npm run measure                             how well triage and checks do, on the project's own examples
npm run measure -- --data ../shared/data    also on the shared sets
npm run measure -- --only german,speed      some tables: ${SECTIONS.map(({ name }) => name).join(', ')}
npm run measure -- --examples 20            with what each gets wrong`;

const EXIT_FAULT = 1;
const EXIT_USAGE = 2;

try {
  run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = EXIT_FAULT;
}

function run(): void {
  const options = readOptions();
  if (options === null) return;
  const bench = createBench({
    root: ROOT,
    corpus: CORPUS,
    data: options.data,
    examples: options.examples,
    triage: createTriage(readWeights(PACKAGED_WEIGHTS)),
  });
  if (options.data === null) console.log('No --data: measured on the project’s own examples alone.');
  for (const { title, lines, name } of SECTIONS) {
    if (options.only !== null && !options.only.includes(name)) continue;
    const table = lines(bench);
    if (table.length > 0) console.log(`\n${title}\n\n${table.join('\n')}`);
  }
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        only: { type: 'string' },
        examples: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (!values.help) {
      const examples = Number(values.examples ?? 0);
      if (!Number.isInteger(examples) || examples < 0)
        throw new Error(`--examples wants a number, not ${values.examples}`);
      const only = values.only?.split(',') ?? null;
      const unknown = only?.find((one) => !SECTIONS.some(({ name }) => name === one));
      if (unknown !== undefined) throw new Error(`--only does not know ${unknown}`);
      return { data: values.data ?? null, only, examples };
    }
    console.log(USAGE);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error(USAGE);
    process.exitCode = EXIT_USAGE;
  }
  return null;
}
