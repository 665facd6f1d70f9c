import { brushOff, UNSURE } from '../../desk/checks/brush-off.ts';
import { createBrushOffEar } from '../../triage/brush-off.ts';
import { PACKAGED_WEIGHTS } from '../../triage/packaged.ts';
import { readWeights } from '../../triage/weights.ts';
import { crossValidatedBrushOffs, preparedBrushOffs } from '../brush-off-model.ts';
import { readBrushOffs, readHeldBrushOffs } from '../brush-offs.ts';
import { readLexicon } from '../lexicon-source.ts';
import { ROOT } from '../places.ts';
import { quality } from '../scoring.ts';
import type { Section } from './section.ts';
import { figure, sample, tableOf } from './table.ts';

const HEAD = ['', 'texts', 'brush-offs', 'precision', 'recall', 'F1', 'false alarms'] as const;

export const brushOffs: Section = {
  name: 'brush-offs',
  title:
    'Brush-offs among texts of ours, each by the rules and a model that has not seen it; “written later” was written after the rules, in other words than theirs; on the 120 plain replies of “nobody tunes on” the packaged weights are measured, and nothing is ever mended by them; false alarms: share of the good replies that are warned of',
  lines: ({ examples }) => {
    const judged = crossValidatedBrushOffs(preparedBrushOffs(readBrushOffs(), readLexicon(ROOT)));
    const ruled = judged.map((one) => ({
      ...one,
      said: brushOff(one.text, { brushOffChance: () => UNSURE }) !== null,
    }));
    const of = (name: string, is: (one: (typeof judged)[number]) => boolean) => row(name, judged.filter(is));
    const held = judgedHeld();
    const wrong = judged.filter(({ is, said }) => is !== said).slice(0, examples);
    return [
      ...tableOf([
        HEAD,
        of('German', ({ lang, heldOut }) => lang === 'de' && !heldOut),
        of('English', ({ lang, heldOut }) => lang === 'en' && !heldOut),
        of('German, written later', ({ lang, heldOut }) => lang === 'de' && heldOut),
        of('English, written later', ({ lang, heldOut }) => lang === 'en' && heldOut),
        row('all, by rules alone', ruled),
        row(
          'written later, by rules alone',
          ruled.filter(({ heldOut }) => heldOut),
        ),
        row(
          'German, nobody tunes on',
          held.filter(({ lang }) => lang === 'de'),
        ),
        row(
          'English, nobody tunes on',
          held.filter(({ lang }) => lang === 'en'),
        ),
        row('both, nobody tunes on', held),
      ]),
      ...wrong.map(({ said, text }) => `  ${said ? 'false alarm' : 'missed'}  ${sample(text)}`),
    ];
  },
};

/** The check as it is at work, on texts that neither its rules nor its weights nor its thresholds were made by. */
function judgedHeld(root?: string) {
  const brushOffChance = createBrushOffEar(readWeights(PACKAGED_WEIGHTS));
  return readHeldBrushOffs(root).map((one) => ({
    ...one,
    is: one.brushOff,
    said: brushOff(one.text, { brushOffChance }) !== null,
  }));
}

function row(name: string, judged: readonly { readonly is: boolean; readonly said: boolean }[]): readonly string[] {
  const { precision, recall, f1 } = quality(judged);
  const brushed = judged.filter(({ is }) => is).length;
  const falseAlarms = judged.filter(({ is, said }) => !is && said).length / Math.max(1, judged.length - brushed);
  return [name, String(judged.length), String(brushed), ...[precision, recall, f1, falseAlarms].map(figure)];
}
