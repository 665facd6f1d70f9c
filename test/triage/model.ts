import { PACKAGED_WEIGHTS } from '../../src/triage/packaged.ts';
import { createTriage } from '../../src/triage/triage.ts';
import { readWeights } from '../../src/triage/weights.ts';

/** The model as it is packaged. */
export const triage = createTriage(readWeights(PACKAGED_WEIGHTS));
