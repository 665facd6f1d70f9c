import type { Triage } from '../../desk/triage.ts';
import { crossValidated, type Foretold, foretold } from '../cross.ts';
import { readLexicon } from '../lexicon-source.ts';
import { prepared } from '../prepared.ts';
import { readAirlines, readTeaching } from '../rows.ts';
import type { Bench } from './section.ts';

interface BenchDeps {
  readonly root: string;
  readonly corpus: string;
  readonly data: string | null;
  readonly examples: number;
  readonly triage: Triage;
}

/** Reads and learns at the first call of what needs it. */
export function createBench({ root, corpus, data, examples, triage }: BenchDeps): Bench {
  let judged: readonly Foretold[] | null = null;
  return {
    data,
    corpus,
    examples,
    triage,
    unseen() {
      judged ??= foretold(crossValidated(prepared(readTeaching(corpus, data), readLexicon(root))));
      return judged;
    },
    airlines: () => (data === null ? [] : readAirlines(data)),
  };
}
