import { isRefused } from '../src/desk/decision.ts';
import { mayGive } from '../src/desk/hand-over.ts';
import { burdenOf, handOverAll as giveAll, mentionsOf } from '../src/desk/hand-over-all.ts';
import { newPerson } from '../src/desk/person.ts';
import { personRef } from '../src/desk/ref.ts';
import { asTyped } from '../src/desk/typed-text.ts';
import { handOverAllModal } from '../views/forms/hand-over.ts';
import { FIELD, FORM } from '../views/ids.ts';
import { fieldOf } from '../views/value.ts';
import { metaOf, show } from './form.ts';
import { isLead, isPerson } from './hand-over.ts';
import { DONE, type Handler, type Reply, type SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

/** A person as Slack names them in the text of a slash command. */
const PERSON = /^<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>\s*/;

/** All that somebody carries into other hands, after one look at what it is. */
export const handOverAll: readonly Handler[] = [
  {
    on: { form: FORM.handOverAll },
    who: 'staff',
    async run(press, tools) {
      const { from, to } = metaOf(press);
      if (from === undefined || to === undefined) return DONE;
      if (!mayGive(from, press.by, await isLead(press, tools)))
        return { refused: { reason: 'not-lead' }, at: FIELD.note };
      const note = asTyped(fieldOf(press.values, FIELD.note)?.trim() ?? '');
      const mentions = mentionsOf(burdenOf(from, await tools.store.list('mention')));
      await tools.store.create('person', from, () => newPerson(from));
      const outcome = await tools.store.change(personRef(from), (giver) =>
        giveAll(giver, press, { to, note }, mentions),
      );
      return isRefused(outcome) ? { refused: outcome.refused, at: FIELD.note } : { ack: { clear: true } };
    },
  },
];

/** `/mentions handover [@from] @to note`: what it would move, and the note, before anything moves. */
export async function openHandOverAll(press: SlackPress, typed: string, tools: Tools): Promise<Reply> {
  const ctx = tools.context();
  const [first, second] = [PERSON.exec(typed), PERSON.exec(typed.replace(PERSON, ''))];
  if (first?.[1] === undefined) return { say: ctx.words.together.handOverUsage };
  const [from, to] = second?.[1] === undefined ? [press.by, first[1]] : [first[1], second[1]];
  const note = asTyped(typed.replace(PERSON, '').replace(PERSON, '').trim());
  if (!mayGive(from, press.by, await isLead(press, tools))) return { refused: { reason: 'not-lead' } };
  if (to === from)
    return { refused: to === press.by ? { reason: 'to-oneself' } : { reason: 'has-it-already', by: to } };
  const burden = burdenOf(from, await tools.store.list('mention'));
  if (mentionsOf(burden).length === 0) return { refused: { reason: 'carries-nothing', by: from } };
  if (!(await isPerson(to, tools))) return { say: ctx.words.together.notAPerson };
  return show(press, tools, handOverAllModal({ from, to, note, burden }, ctx));
}
