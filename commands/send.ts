import type { ModalView } from '@slack/types';
import type { Answer } from '../src/desk/answer.ts';
import type { Warning } from '../src/desk/checks/warning.ts';
import { answerOrCorrect } from '../src/desk/correction.ts';
import { isRefused } from '../src/desk/decision.ts';
import { formOf, keepRefused } from '../src/desk/draft.ts';
import type { Mention } from '../src/desk/mention.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { fieldOf } from '../views/form-values.ts';
import { replyAnyway } from '../views/forms/reply.ts';
import { WAS_STOPPED } from '../views/forms/warnings.ts';
import { FIELD } from '../views/ids.ts';
import { stillAsking } from './blamed.ts';
import { leadByHand } from './by-hand.ts';
import { checkingOf } from './checks.ts';
import { mentionOfForm, metaOf } from './form.ts';
import type { Reply, SlackPress } from './handler.ts';
import { sendTyped } from './keep-typed.ts';
import type { Tools } from './tools.ts';
import { writerOf } from './writer.ts';

/** The form with what stands in it, and what gives pause about that. */
export type Again = (mention: Mention, warnings: readonly Warning[]) => ModalView | Promise<ModalView>;

/** What the form shows that was stopped for these, and remembers. */
export function stoppedBy(press: SlackPress, warnings: readonly Warning[]) {
  return { warnings, warned: [...(metaOf(press).warned ?? []), WAS_STOPPED] };
}

/** A form's answer, as far as the form knows it. */
interface FormsAnswer extends Pick<Answer, 'text' | 'purpose' | 'with' | 'asPosts'> {
  readonly anyway?: boolean;
  readonly again: Again;
}

/**
 * Saves the answer, or says in the form why not. A colleague's answer meanwhile asks "send anyway?"; so does what gives
 * pause about the text, which goes out when it is sent again.
 */
export function send(press: SlackPress, tools: Tools, answers: FormsAnswer, at: string): Promise<Reply> {
  return sendTyped(press, tools, () => trySend(press, tools, answers, at));
}

async function trySend(
  press: SlackPress,
  tools: Tools,
  { again, ...answers }: FormsAnswer,
  at: string,
): Promise<Reply> {
  const mention = await mentionOfForm(press, tools);
  if (mention === undefined) return { ack: { errors: { [at]: tools.context().words.commands.unknownMention } } };
  const { seen, tellsOf: offered = null, corrects: before = null, post: read } = metaOf(press);
  // "We are on it" is no end.
  const tellsOf = answers.purpose === 'holding' ? null : offered;
  const corrects = answers.purpose === 'holding' ? null : before;
  // Asked for where the text names another company as the cause.
  const confirmedBy = fieldOf(press.values, FIELD.confirmedBy)?.trim() || null;
  const extras = { tellsOf, corrects, confirmedBy, ...answers.with };
  const own = { by: press.by, key: press.key, standing: await writerOf(press, tools) };
  const checking = await checkingOf(press, tools);
  const wish = { ...own, seen, read, anyway: false, ...answers, with: extras, checking };
  const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
    answerOrCorrect(state, wish, tools.desk(), tools.clock.now()),
  );
  if (!isRefused(outcome) || outcome.refused.reason === 'already-handled') return { ack: { clear: true } };
  const { refused } = outcome;
  const { text, purpose } = answers;
  if (refused.reason === 'reply-by-hand') return leadByHand(press, tools, mention, text, refused.against);
  if (refused.reason === 'warned') {
    const latest = (await mentionOfForm(press, tools)) ?? mention;
    return { ack: { update: await again(latest, stillAsking(refused.warnings, text, press, tools)) } };
  }
  const afterwards = async () => {
    const { parts, picture } = answers.with ?? {};
    const more = {
      ...(parts && { parts }),
      ...(picture && { alt: picture.alt }),
      ...(tellsOf !== null && { tellsOf }),
      ...(corrects !== null && { corrects }),
    };
    const unsent = { by: press.by, purpose: formOf(purpose), text, ...more };
    await tools.store.change(mentionRef(mention.id), (state) => keepRefused(state, unsent, tools.clock.now()));
  };
  if (refused.reason === 'answered-meanwhile' || refused.reason === 'edited-meanwhile') {
    const latest = (await mentionOfForm(press, tools)) ?? mention;
    const promiseDueAt = answers.with?.promiseDueAt ?? null;
    const { picture = null } = answers.with ?? {};
    const { posts } = metaOf(press);
    const more = { purpose, promiseDueAt, picture, ...(posts === undefined ? {} : { posts }) };
    const tells = { ...(tellsOf !== null && { tellsOf }), ...(corrects !== null && { corrects }) };
    const form = { mention: latest, text, refusal: refused, seen, ...more, ...tells };
    const view = replyAnyway(form, tools.context());
    return { ack: { update: view }, afterwards };
  }
  return { refused, at: refused.reason === 'promise-time' ? FIELD.backBy : at, afterwards };
}
