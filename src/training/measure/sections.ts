import { airlines } from './airlines.ts';
import { brushOffs } from './brush-offs.ts';
import { calibration } from './calibration.ts';
import { complaints, german } from './complaints.ts';
import { languages } from './languages.ts';
import { own } from './own.ts';
import { pairs } from './pairs.ts';
import type { Section } from './section.ts';
import { speed } from './speed.ts';

/** Everything that `npm run measure` prints, in this order. */
export const SECTIONS: readonly Section[] = [
  complaints,
  german,
  airlines,
  own,
  calibration,
  pairs,
  brushOffs,
  languages,
  speed,
];
