import type { Warning } from '../../src/desk/checks/warning.ts';
import { NOW } from './sample.ts';

/** Every sort of warning, about the same words. */
export function everyWarning(words: string): readonly Warning[] {
  const at = NOW.toISOString();
  return [
    ...(['wrote', 'edited', 'deleted'] as const).map(
      (why): Warning => ({ check: 'meanwhile', why, words, post: words }),
    ),
    ...(['phone', 'email', 'iban', 'card', 'number', 'repeated'] as const).map(
      (why): Warning => ({ check: 'privateData', why, words }),
    ),
    ...(['redirects', 'refuses', 'blames', 'silences'] as const).map(
      (why): Warning => ({ check: 'brushOff', why, words }),
    ),
    ...(['de', 'en', 'all-de', 'all-en', 'answer-de', 'answer-en'] as const).map(
      (why): Warning => ({ check: 'language', why, words }),
    ),
    { check: 'blame', words },
    ...(['person', 'others', 'all'] as const).map(
      (why): Warning => ({ check: 'wornPhrase', why, same: true, words, at, variant: words }),
    ),
    { check: 'nextStep', words },
    { check: 'promiseTime', why: 'no-time', words },
    { check: 'promiseTime', why: 'offer', words, dueAt: at },
  ];
}
