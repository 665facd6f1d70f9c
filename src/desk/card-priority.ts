import { isDanger } from './danger.ts';
import { PRIORITY, type Priority } from './effect.ts';
import type { Kind, Mention } from './mention.ts';

/** When a mention's card has its turn: what sounds like danger goes before the complaints, whatever its kind. */
export function priorityOf({ kind, posts }: Pick<Mention, 'kind' | 'posts'>): Priority {
  return posts.some(({ text }) => isDanger(text)) ? PRIORITY.urgent : cardPriority(kind);
}

/** In a surge Slack takes one message a second: complaints are shown before questions, questions before the rest. */
export function cardPriority(kind: Kind): Priority {
  switch (kind) {
    case 'complaint':
      return PRIORITY.complaint;
    case 'question':
      return PRIORITY.question;
    case 'praise':
    case 'other':
      return PRIORITY.rest;
  }
}
