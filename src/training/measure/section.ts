import type { Triage } from '../../desk/triage.ts';
import type { Foretold } from '../cross.ts';
import type { Row } from '../rows.ts';

/** What a section measures with. */
export interface Bench {
  /** The folder of the shared sets; null when none was named: the project's own examples alone are measured. */
  readonly data: string | null;
  /** The project's own labelled examples: `src/training/corpus`. */
  readonly corpus: string;
  /** How many mistakes each section prints with its figures. */
  readonly examples: number;
  /** The model in the package. */
  readonly triage: Triage;
  /** Every row that may teach, as a model saw it that had not learned from its fold; made at the first call. */
  readonly unseen: () => readonly Foretold[];
  /** English tweets to airlines, which nothing learns from; empty without `data`. */
  readonly airlines: () => readonly Row[];
}

/** One table of `npm run measure`, in a file of its own. */
export interface Section {
  /** For `--only`. */
  readonly name: string;
  readonly title: string;
  /** The table's lines; empty when there is nothing to measure without the shared sets. */
  readonly lines: (bench: Bench) => readonly string[];
}
