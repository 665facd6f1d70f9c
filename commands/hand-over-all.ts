import { isRefused } from '../src/desk/decision.ts';
import { burdenOf, handOverAll as giveAll, mentionsOf } from '../src/desk/hand-over-all.ts';
import type { UserId } from '../src/desk/instant.ts';
import { newPerson } from '../src/desk/person.ts';
import { personRef } from '../src/desk/ref.ts';
import { asTyped } from '../src/desk/typed-text.ts';
import { fieldOf } from '../views/form-values.ts';
import { handOverAllModal } from '../views/forms/hand-over.ts';
import { FIELD, FORM } from '../views/ids.ts';
import { metaOf, show } from './form.ts';
import { isPerson } from './hand-over.ts';
import { DONE, type Handler, type Reply, type SlackPress, type Who } from './handler.ts';
import type { Tools } from './tools.ts';

/** A person as Slack names them in the text of a slash command. */
const PERSON = /^<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>\s*/;

/** All that somebody carries into other hands, after one look at what it is. */
export const handOverAll: readonly Handler[] = [
  {
    on: { form: FORM.handOverAll },
    who: (press) => rightToGive(metaOf(press).from, press),
    async run(press, tools) {
      const { from, to } = metaOf(press);
      if (from === undefined || to === undefined) return DONE;
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

/** What one carries may be given away by oneself; what a colleague carries, by leads. */
function rightToGive(from: UserId | undefined, press: SlackPress): Who {
  return from === press.by ? 'staff' : 'lead';
}

export function handOverRight(press: SlackPress, typed: string): Who {
  return rightToGive(partiesOf(press, typed).from, press);
}

/** Two people are from whom and to whom; one is to whom. */
function partiesOf(press: SlackPress, typed: string): { readonly from: UserId; readonly to: UserId | undefined } {
  const first = PERSON.exec(typed)?.[1];
  const second = PERSON.exec(typed.replace(PERSON, ''))?.[1];
  return first === undefined || second === undefined ? { from: press.by, to: first } : { from: first, to: second };
}

/** `/mentions handover [@from] @to note`: what it would move, and the note, before anything moves. */
export async function openHandOverAll(press: SlackPress, typed: string, tools: Tools): Promise<Reply> {
  const ctx = tools.context();
  const { from, to } = partiesOf(press, typed);
  if (to === undefined) return { say: ctx.words.together.handOverUsage };
  const note = asTyped(typed.replace(PERSON, '').replace(PERSON, '').trim());
  if (to === from)
    return { refused: to === press.by ? { reason: 'to-oneself' } : { reason: 'has-it-already', by: to } };
  const burden = burdenOf(from, await tools.store.list('mention'));
  if (mentionsOf(burden).length === 0) return { refused: { reason: 'carries-nothing', by: from } };
  if (!(await isPerson(to, tools))) return { say: ctx.words.together.notAPerson };
  return show(press, tools, handOverAllModal({ from, to, note, burden }, ctx));
}
