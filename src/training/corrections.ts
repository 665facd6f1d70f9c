import type { Mention } from '../desk/mention.ts';
import { isKindByStaff } from '../desk/ruled-arrival.ts';
import type { Row } from './rows.ts';

/**
 * What staff said of posts: that triage was wrong, or, by going back to its proposal, that it was right. Of a complaint its
 * first post teaches, of all else every post, as none of them complains. Nothing of what was forgotten, reduced or deleted,
 * and nothing in languages that the model leaves to people.
 */
export function correctionsOf(mentions: readonly Mention[]): readonly Row[] {
  return mentions.flatMap((mention) => {
    const { lang, kind, proposed, forgotten } = mention;
    if (!isKindByStaff(mention) || proposed === null || forgotten !== null || lang === 'other') return [];
    const isComplaint = kind === 'complaint';
    return mention.posts
      .slice(0, isComplaint ? 1 : undefined)
      .filter(({ text, deletedAt, withdrawn }) => text.trim() !== '' && deletedAt === null && !withdrawn)
      .map(({ text }) => ({ text, lang, kind, isComplaint, set: 'corrections' as const, source: null }));
  });
}
