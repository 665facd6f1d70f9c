import { prepareText } from '../src/desk/answer.ts';
import { answerTarget } from '../src/desk/answer-way.ts';
import { markAnswered, prepareByHand } from '../src/desk/by-hand.ts';
import { isRefused } from '../src/desk/decision.ts';
import { startWriting } from '../src/desk/handling.ts';
import type { Mention } from '../src/desk/mention.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { byHandModal } from '../views/forms/by-hand.ts';
import { ACTION, FORM } from '../views/ids.ts';
import { decide } from './claim.ts';
import { mentionOfForm } from './form.ts';
import { DONE, type Handler, type Reply, type SlackPress } from './handler.ts';
import { onClosed, onMention } from './on-mention.ts';
import type { Tools } from './tools.ts';

/** What the network takes only on its own page: the way there, and that it is answered. */
export const byHand: readonly Handler[] = [
  // A link: Slack opens it, and tells us of the press. Colleagues see that somebody is at it.
  onMention(ACTION.replyOnNetwork, 'publisher', async (press, tools, mention) => ({
    afterwards: async () => {
      await tools.store.change(mentionRef(mention.id), (state) => startWriting(state, press.by, tools.clock.now()));
    },
  })),
  onMention(ACTION.markAnswered, 'publisher', (press, tools, mention) =>
    decide(press, tools, mention, (state) => markAnswered(state, press, tools.desk(), tools.clock.now())),
  ),
  {
    on: { form: FORM.byHand },
    who: 'publisher',
    async run(press, tools) {
      const mention = await mentionOfForm(press, tools);
      if (mention === undefined) return DONE;
      const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
        markAnswered(state, press, tools.desk(), tools.clock.now()),
      );
      const isDone = !isRefused(outcome) || outcome.refused.reason === 'already-handled';
      return isDone ? { ack: { clear: true } } : { refused: outcome.refused };
    },
  },
  onClosed(FORM.byHand),
];

/** A text that can't be sent by the API: kept on the card, and shown with the way to the network's own page. */
export async function leadByHand(
  press: SlackPress,
  tools: Tools,
  mention: Mention,
  typed: string,
  against?: string,
): Promise<Reply> {
  const ready = prepareText(typed, press.by, tools.desk());
  if ('refused' in ready) return ready;
  const { text } = ready;
  const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
    prepareByHand(state, press.by, text, tools.clock.now(), against),
  );
  const latest = isRefused(outcome) ? mention : outcome.state;
  return { ack: { update: byHandModal(latest, text, tools.context()) } };
}

/** A form for an answer would lead nowhere when the customer has deleted everything. */
export function nothingToAnswer(mention: Mention): Reply | null {
  return answerTarget(mention) === null ? { refused: { reason: 'post-deleted' } } : null;
}
