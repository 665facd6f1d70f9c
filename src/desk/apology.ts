import type { Lang } from './mention.ts';

/** The parts of an apology as its form asks for them. */
export interface ApologyParts {
  /** What went wrong. */
  readonly wrong: string;
  /** What we do about it. */
  readonly doing: string;
  /** By when, in words ("tomorrow 5 pm"); empty when it was left out. */
  readonly byWhen: string;
}

/** The public text of an apology: its parts as sentences, in the customer's language. */
export function composeApology(parts: ApologyParts, lang: Lang): string {
  const byWhen = parts.byWhen.trim().replace(/[.!]+$/, '');
  const promise = lang === 'de' ? `Sie hören von uns bis ${byWhen}.` : `You will hear from us by ${byWhen}.`;
  return [sentence(parts.wrong), sentence(parts.doing), byWhen === '' ? '' : promise].filter(Boolean).join(' ');
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?…:)]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
