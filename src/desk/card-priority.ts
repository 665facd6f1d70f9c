import { PRIORITY, type Priority } from './effect.ts';
import type { Kind, Mention } from './mention.ts';

/** When a mention's card has its turn: what is urgent goes before the complaints, and what is raised with them. */
export function priorityOf({ kind, urgency }: Pick<Mention, 'kind' | 'urgency'>): Priority {
  switch (urgency.level) {
    case 'urgent':
      return PRIORITY.urgent;
    case 'raised':
      return PRIORITY.complaint;
    case 'usual':
      return cardPriority(kind);
  }
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
