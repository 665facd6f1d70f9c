import { UNSURE } from '../../../src/desk/checks/brush-off.ts';
import type { CheckContext } from '../../../src/desk/checks/context.ts';
import type { Mention } from '../../../src/desk/mention.ts';
import { ANNA, aDesk, aMention, aPost, berlin } from '../examples.ts';

/** Tuesday, 24 November 2026, ten past ten in Berlin. */
export const NOW = berlin('2026-11-24T10:10');

interface Given extends Partial<Omit<CheckContext, 'settings'>> {
  readonly settings?: Parameters<typeof aDesk>[0];
  /** The customer's words. */
  readonly theirs?: string;
}

/** Anna's answer to a complaint in English, with nothing said before. */
export function aContext({ settings, theirs, ...fields }: Given = {}): CheckContext {
  const mention: Mention = theirs === undefined ? aMention() : aMention({ posts: [aPost({ text: theirs })] });
  return {
    mention,
    lang: 'en',
    purpose: 'reply',
    by: ANNA,
    read: mention.posts[0].id,
    promiseDueAt: null,
    confirmedBy: null,
    ours: [],
    brushOffChance: () => UNSURE,
    languageOf: () => null,
    settings: aDesk(settings).settings,
    hours: aDesk(settings).hours,
    now: NOW,
    recent: [],
    ...fields,
  };
}
