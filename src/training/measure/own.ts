import { KINDS, type Kind } from '../../desk/mention.ts';
import type { Foretold } from '../cross.ts';
import { QUALITY_HEAD, qualityRow } from './quality-table.ts';
import type { Section } from './section.ts';
import { sample, tableOf } from './table.ts';

export const own: Section = {
  name: 'own',
  title: 'Our own labelled posts, hard cases on purpose, each by a model that has not seen it',
  lines: ({ unseen, examples }) => {
    const posts = unseen().filter(({ row }) => row.set === 'own');
    const of = (lang: string) => posts.filter(({ row }) => row.lang === lang).map(said);
    return [
      ...tableOf([QUALITY_HEAD, qualityRow('German', of('de')), qualityRow('English', of('en'))]),
      '',
      ...confusion(posts),
      ...wrongKinds(posts, examples),
    ];
  },
};

function said({ is, probability, threshold, row }: Foretold) {
  return { is, score: probability, said: probability >= threshold, text: row.text };
}

export function kindSaid({ probability, threshold, quiet }: Foretold): Kind {
  return probability >= threshold ? 'complaint' : quiet;
}

/** Lines: what it is; columns: what triage says. */
function confusion(posts: readonly Foretold[]): readonly string[] {
  const right = posts.filter((one) => kindSaid(one) === one.row.kind).length;
  const rows = KINDS.map((is) => {
    const these = posts.filter(({ row }) => row.kind === is);
    return [`is ${is}`, ...KINDS.map((kind) => String(these.filter((one) => kindSaid(one) === kind).length))];
  });
  return [...tableOf([[`${right} of ${posts.length} right`, ...KINDS.map((kind) => `said ${kind}`)], ...rows])];
}

function wrongKinds(posts: readonly Foretold[], most: number): readonly string[] {
  const wrong = posts.filter((one) => !one.is && kindSaid(one) !== 'complaint' && kindSaid(one) !== one.row.kind);
  return wrong.slice(0, most).map((one) => `  ${one.row.kind}, said ${kindSaid(one)}  ${sample(one.row.text)}`);
}
