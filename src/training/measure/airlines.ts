import { qualityLines } from './quality-table.ts';
import type { Section } from './section.ts';

export const airlines: Section = {
  name: 'airlines',
  title: 'English tweets to airlines (airline-measure), by the packaged weights, which never saw one',
  lines: ({ airlines: read, triage, examples }) => {
    const posts = read().map(({ text, isComplaint }) => {
      const { kind, complaint } = triage(text, '');
      return { is: isComplaint, score: complaint, said: kind === 'complaint', text };
    });
    return posts.length === 0 ? [] : qualityLines({ airlines: posts }, examples);
  },
};
