import { brushOff, UNSURE } from '../../desk/checks/brush-off.ts';
import { crossValidatedBrushOffs, preparedBrushOffs } from '../brush-off-model.ts';
import { readBrushOffs } from '../brush-offs.ts';
import { readLexicon } from '../lexicon-source.ts';
import { ROOT } from '../places.ts';
import { quality } from '../scoring.ts';
import type { Section } from './section.ts';
import { figure, sample, tableOf } from './table.ts';

const HEAD = ['', 'texts', 'brush-offs', 'precision', 'recall', 'F1'] as const;

export const brushOffs: Section = {
  name: 'brush-offs',
  title:
    'Brush-offs among texts of ours, each by the rules and a model that has not seen it; “held out” was written after the rules, in other words than theirs',
  lines: ({ examples }) => {
    const judged = crossValidatedBrushOffs(preparedBrushOffs(readBrushOffs(), readLexicon(ROOT)));
    const ruled = judged.map((one) => ({
      ...one,
      said: brushOff(one.text, { brushOffChance: () => UNSURE }) !== null,
    }));
    const of = (name: string, is: (one: (typeof judged)[number]) => boolean) => row(name, judged.filter(is));
    const wrong = judged.filter(({ is, said }) => is !== said).slice(0, examples);
    return [
      ...tableOf([
        HEAD,
        of('German', ({ lang, heldOut }) => lang === 'de' && !heldOut),
        of('English', ({ lang, heldOut }) => lang === 'en' && !heldOut),
        of('German, held out', ({ lang, heldOut }) => lang === 'de' && heldOut),
        of('English, held out', ({ lang, heldOut }) => lang === 'en' && heldOut),
        row('all, by rules alone', ruled),
        row(
          'held out, by rules alone',
          ruled.filter(({ heldOut }) => heldOut),
        ),
      ]),
      ...wrong.map(({ said, text }) => `  ${said ? 'false alarm' : 'missed'}  ${sample(text)}`),
    ];
  },
};

function row(name: string, judged: readonly { readonly is: boolean; readonly said: boolean }[]): readonly string[] {
  const { precision, recall, f1 } = quality(judged);
  const brushed = judged.filter(({ is }) => is).length;
  return [name, String(judged.length), String(brushed), ...[precision, recall, f1].map(figure)];
}
