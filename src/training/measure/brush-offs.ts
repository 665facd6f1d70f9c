import { brushOff } from '../../desk/checks/brush-off.ts';
import { type BrushOffExample, readBrushOffs } from '../brush-offs.ts';
import { quality } from '../scoring.ts';
import type { Section } from './section.ts';
import { figure, sample, tableOf } from './table.ts';

const HEAD = ['', 'texts', 'brush-offs', 'precision', 'recall', 'F1'] as const;

export const brushOffs: Section = {
  name: 'brush-offs',
  title:
    'Brush-offs among texts of ours; “held out” was written after the rules, on purpose in other words than theirs',
  lines: ({ examples }) => {
    const judged = readBrushOffs().map((one) => ({ ...one, is: one.brushOff, said: saysSo(one) }));
    const of = (name: string, is: (one: (typeof judged)[number]) => boolean) => row(name, judged.filter(is));
    const wrong = judged.filter(({ is, said }) => is !== said).slice(0, examples);
    return [
      ...tableOf([
        HEAD,
        of('German', ({ lang, heldOut }) => lang === 'de' && !heldOut),
        of('English', ({ lang, heldOut }) => lang === 'en' && !heldOut),
        of('German, held out', ({ lang, heldOut }) => lang === 'de' && heldOut),
        of('English, held out', ({ lang, heldOut }) => lang === 'en' && heldOut),
      ]),
      ...wrong.map(({ said, text }) => `  ${said ? 'false alarm' : 'missed'}  ${sample(text)}`),
    ];
  },
};

function saysSo({ text }: BrushOffExample): boolean {
  return brushOff(text) !== null;
}

function row(name: string, judged: readonly { readonly is: boolean; readonly said: boolean }[]): readonly string[] {
  const { precision, recall, f1 } = quality(judged);
  const brushed = judged.filter(({ is }) => is).length;
  return [name, String(judged.length), String(brushed), ...[precision, recall, f1].map(figure)];
}
