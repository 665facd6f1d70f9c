import { isRefused } from '../src/desk/decision.ts';
import { askedIn, markHelpful, thanksFor, unmarkHelpful } from '../src/desk/helpful.ts';
import type { Mention } from '../src/desk/mention.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { fillIn } from '../src/desk/templates.ts';
import { moreModal } from '../views/forms/more.ts';
import { ACTION } from '../views/ids.ts';
import { showRefusal } from './form.ts';
import { DONE, type Handler, type Reply, type SlackPress } from './handler.ts';
import { isAllowed } from './may.ts';
import { onMention } from './on-mention.ts';
import { openReply } from './reply.ts';
import type { Tools } from './tools.ts';

/** Another customer's helpful answer: marked, counted, and thanked where somebody wants to. */
export const helpful: readonly Handler[] = [
  onMention(ACTION.helpful, 'staff', mark),
  onMention(ACTION.unhelpful, 'staff', async (press, tools, mention) => {
    const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
      unmarkHelpful(state, press, tools.desk(), tools.clock.now()),
    );
    if (isRefused(outcome)) return showRefusal(press, tools, outcome.refused);
    return showMore(press, tools, outcome.state);
  }),
];

/** What "More" shows of a mention: whether it may be an answer to another customer is known by the others alone. */
export async function moreOf(mention: Mention, tools: Tools) {
  const asked = mention.helpful === null ? askedIn(mention, await tools.store.list('mention')) : undefined;
  return moreModal(mention, tools.context(), asked?.number ?? null);
}

async function mark(press: SlackPress, tools: Tools, mention: Mention): Promise<Reply> {
  const { words } = tools.context();
  const asked = askedIn(mention, await tools.store.list('mention'));
  if (asked === undefined) return { say: words.helpful.nobodyAsked };
  const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
    markHelpful(state, asked, press, words.helpful.reason, tools.clock.now()),
  );
  if (isRefused(outcome)) return showRefusal(press, tools, outcome.refused);
  // Whoever may not publish has marked it; somebody else may thank.
  if (!(await isAllowed('publisher', press, tools))) return showMore(press, tools, outcome.state);
  const text = fillIn(thanksFor(mention.lang, tools.desk().settings.templates), mention.author);
  return openReply(press, tools, outcome.state, { text, notice: words.helpful.thank(asked.number) });
}

async function showMore(press: SlackPress, tools: Tools, mention: Mention): Promise<Reply> {
  if (press.view !== null) await tools.update({ id: press.view.id }, await moreOf(mention, tools));
  return DONE;
}
