import type { Foretold } from '../cross.ts';
import { qualityLines, type Said } from './quality-table.ts';
import type { Section } from './section.ts';

export const complaints: Section = {
  name: 'complaints',
  title: 'English tweets to companies (complaints-train), each by a model that has not seen it',
  lines: ({ unseen, examples }) => {
    const posts = unseen()
      .filter(({ row }) => row.set === 'complaints')
      .map(said);
    return posts.length === 0 ? [] : qualityLines({ complaints: posts }, examples);
  },
};

export const german: Section = {
  name: 'german',
  title: 'German posts from Twitter and Facebook (german-train), each by a model that has not seen it',
  lines: ({ unseen, examples }) => {
    const posts = unseen().filter(({ row }) => row.set === 'german');
    if (posts.length === 0) return [];
    const from = (source: string) => posts.filter(({ row }) => row.source === source).map(said);
    return qualityLines({ both: posts.map(said), twitter: from('twitter'), facebook: from('facebook') }, examples);
  },
};

function said({ is, probability, threshold, row }: Foretold): Said {
  return { is, score: probability, said: probability >= threshold, text: row.text };
}
