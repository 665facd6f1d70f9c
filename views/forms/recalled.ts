import type { KnownBlock } from '@slack/types';
import type { Mention } from '../../src/desk/mention.ts';
import type { PastAnswer } from '../../src/desk/past-answer.ts';
import { answerer } from '../answerer.ts';
import { button, context, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { numberLink, withoutNames } from '../facts.ts';
import { ACTION } from '../ids.ts';
import { refOf } from '../publication.ts';
import { snippet, when } from '../text.ts';
import { pressValue } from '../value.ts';

/** How many past answers a form shows: more would hide the field in which one writes. */
export const MOST_RECALLED = 3;

/** A past answer with the mention that it is on, as both are now. */
export interface RecalledAnswer {
  readonly mention: Mention;
  readonly answer: PastAnswer;
}

/** What a form offers beside what its person types. */
export interface FormHelp {
  readonly recalled: readonly RecalledAnswer[];
  /** Ids of the templates that fit best, the best first. */
  readonly ranked: readonly string[];
}

/** What we said last time: who, when, to what, and a press that puts it into the text as a draft. */
export function recalledBlocks({ recalled }: FormHelp, ctx: ViewContext): KnownBlock[] {
  if (recalled.length === 0) return [];
  const { recall } = ctx.words;
  return [
    context(`🕘 *${recall.head}*`),
    ...recalled.slice(0, MOST_RECALLED).map(({ mention, answer }) => {
      const facts = [answerer(answer.by, mention.network, ctx), when(answer.at), numberLink(mention, ctx)].join(' · ');
      const said = `_${snippet(withoutNames(answer.question), 110)}_\n${snippet(answer.text, 280)}`;
      const value = pressValue({ ref: refOf(mention), id: answer.publication });
      return section(`${facts}\n${said}`, button(ACTION.insertAnswer, recall.use, value));
    }),
  ];
}

/** What a form carries of it from one drawing to the next, so that nothing moves while one types. */
export function helpMeta({ recalled, ranked }: FormHelp) {
  return {
    recalled: recalled.map(({ answer }) => `${answer.publication} ${answer.mention}`),
    ranked,
  };
}
