import type { Publication } from './publication.ts';

/** What an incident's form asks beside the public text, as it was typed there. */
export interface Aside {
  readonly confirmedBy: string;
  readonly answerDe: string;
  readonly answerEn: string;
}

export const NO_ASIDE: Aside = { confirmedBy: '', answerDe: '', answerEn: '' };

/** What went with a word of an incident, for its form to offer again; null when nothing did. */
export function asideOfWord({ confirmedBy, answers }: Publication): Aside | null {
  const aside = { confirmedBy: confirmedBy ?? '', answerDe: answers?.de ?? '', answerEn: answers?.en ?? '' };
  return isEmptyAside(aside) ? null : aside;
}

export function isEmptyAside(aside: Aside = NO_ASIDE): boolean {
  return isSameAside(aside, NO_ASIDE);
}

export function isSameAside(one: Aside = NO_ASIDE, other: Aside = NO_ASIDE): boolean {
  return (
    one.confirmedBy.trim() === other.confirmedBy.trim() &&
    one.answerDe.trim() === other.answerDe.trim() &&
    one.answerEn.trim() === other.answerEn.trim()
  );
}
