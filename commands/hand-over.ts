import { isRefused } from '../src/desk/decision.ts';
import { handOver as give, mayGive, passOn, takeOver } from '../src/desk/hand-over.ts';
import { SECOND_MS, type UserId } from '../src/desk/instant.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { asTyped } from '../src/desk/typed-text.ts';
import { numberLink } from '../views/facts.ts';
import { fieldOf } from '../views/form-values.ts';
import { handOverModal } from '../views/forms/hand-over.ts';
import { doneModal } from '../views/forms/reading.ts';
import { ACTION, FIELD, FORM } from '../views/ids.ts';
import { parsePressValue } from '../views/value.ts';
import { mentionOfForm, show, showRefusal } from './form.ts';
import { DONE, type Handler, type Reply, type SlackPress } from './handler.ts';
import { isAllowed } from './may.ts';
import { onMention } from './on-mention.ts';
import type { Tools } from './tools.ts';

/** A form waits this long for Slack to say who somebody is; its acknowledgement is due within three seconds. */
const PERSON_WITHIN_MS = 1.5 * SECOND_MS;

/** Into other hands: hand over with a note, pass on without a reason, take over what was left lying. */
export const handOver: readonly Handler[] = [
  onMention(ACTION.handOver, 'staff', async (press, tools, mention) => {
    const { owner } = mention;
    if (owner !== null && !mayGive(owner, press.by, await isAllowed('lead', press, tools)))
      return showRefusal(press, tools, { reason: 'not-yours-to-give', by: owner });
    return show(press, tools, handOverModal(mention, tools.context()));
  }),
  {
    on: { form: FORM.handOver },
    who: 'staff',
    async run(press, tools) {
      const mention = await mentionOfForm(press, tools);
      const to = fieldOf(press.values, FIELD.person);
      const { words } = tools.context();
      if (mention === undefined || to === null)
        return { ack: { errors: { [FIELD.person]: words.commands.unknownMention } } };
      if (!(await isPerson(to, tools))) return { ack: { errors: { [FIELD.person]: words.together.notAPerson } } };
      const note = asTyped(fieldOf(press.values, FIELD.note)?.trim() ?? '');
      const wish = { to, note, isLead: await isAllowed('lead', press, tools) };
      const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
        give(state, press, wish, tools.clock.now()),
      );
      if (!isRefused(outcome) || outcome.refused.reason === 'already-handled') return { ack: { clear: true } };
      return { refused: outcome.refused, at: FIELD.person };
    },
  },
  onMention(ACTION.passOn, 'staff', async (press, tools, mention) => {
    const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
      passOn(state, press, tools.clock.now()),
    );
    if (isRefused(outcome)) return showRefusal(press, tools, outcome.refused);
    return showDone(press, tools, tools.context().words.together.passedOnDone(mention.number));
  }),
  onMention(ACTION.takeOver, 'staff', async (press, tools, mention) => {
    const since = parsePressValue(press.value ?? '')?.id ?? null;
    const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
      takeOver(state, press, since, tools.clock.now()),
    );
    if (isRefused(outcome)) return { refused: outcome.refused };
    const ctx = tools.context();
    return { say: ctx.words.together.yours(numberLink(mention, ctx)) };
  }),
];

/** What a press inside a menu came to, in the menu's place: the card that shows it may be far up in the channel. */
export async function showDone(press: SlackPress, tools: Tools, text: string): Promise<Reply> {
  // A home tab is drawn again, and shows it.
  if (press.view?.type !== 'modal') return press.view === null ? { say: text } : DONE;
  await tools.update({ id: press.view.id }, doneModal(text, tools.context()));
  return DONE;
}

/** Whether somebody can take a mention. Where Slack does not say in time, whoever chose them is trusted. */
export async function isPerson(user: UserId, { people, clock, log }: Tools): Promise<boolean> {
  let cancel = () => {};
  const tooLong = new Promise<boolean>((resolve) => {
    cancel = clock.after(PERSON_WITHIN_MS, () => resolve(true));
  });
  const known = people.isPerson(user).catch((error: unknown) => {
    log.warn({ err: error }, 'slack: did not say whether somebody is a person');
    return true;
  });
  const first = await Promise.race([known, tooLong]);
  cancel();
  return first;
}
