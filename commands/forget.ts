import { isRefused } from '../src/desk/decision.ts';
import { forgetPerson } from '../src/desk/forget.ts';
import type { Mention } from '../src/desk/mention.ts';
import { newPerson } from '../src/desk/person.ts';
import { personRef } from '../src/desk/ref.ts';
import { ofSamePerson, writtenBy } from '../src/desk/same-person.ts';
import { asTyped } from '../src/desk/typed-text.ts';
import { forgetModal, repliesToo } from '../views/forms/privacy.ts';
import { doneModal } from '../views/forms/reading.ts';
import { ACTION, FORM } from '../views/ids.ts';
import { snippet } from '../views/text.ts';
import { mentionByNumber, parseTarget } from './find.ts';
import { mentionOfForm, show, showRefusal } from './form.ts';
import { DONE, type Handler, type Reply, type SlackPress } from './handler.ts';
import { onMention } from './on-mention.ts';
import type { Tools } from './tools.ts';

/** A customer wants to be forgotten: shown first what that deletes, then done. */
export const forget: readonly Handler[] = [
  onMention(ACTION.forget, 'settings', (press, tools, mention) => open(press, tools, mention)),
  {
    on: { form: FORM.forget },
    who: 'settings',
    async run(press, tools) {
      const mention = await mentionOfForm(press, tools);
      if (mention === undefined) return DONE;
      const mentions = ofSamePerson(mention, await tools.store.list('mention'));
      await tools.store.create('person', press.by, () => newPerson(press.by));
      const { by, key, kind, name } = press;
      const wish = { by, key, from: { way: kind, name }, channel: tools.channel, replies: repliesToo(press.values) };
      const outcome = await tools.store.change(personRef(by), (state) => forgetPerson(state, wish, mentions));
      if (isRefused(outcome) && outcome.refused.reason !== 'already-handled') return { refused: outcome.refused };
      const ctx = tools.context();
      return { ack: { update: doneModal(ctx.words.privacy.started, ctx) } };
    },
  },
];

/** `/mentions forget @handle`, or `#42` for whoever wrote that. */
export async function forgetCommand(press: SlackPress, words: string, tools: Tools): Promise<Reply> {
  const { privacy } = tools.context().words;
  const typed = asTyped(words.trim());
  if (typed === '') return { say: privacy.usage };
  const target = parseTarget(typed);
  const [found] =
    target === null
      ? writtenBy(typed, await tools.store.list('mention'))
      : [await mentionByNumber(tools.store, target.number)];
  if (found === undefined) return { say: privacy.nobody(snippet(typed, 60)) };
  return open(press, tools, found);
}

async function open(press: SlackPress, tools: Tools, mention: Mention): Promise<Reply> {
  if (mention.forgotten !== null) {
    const { by, at } = mention.forgotten;
    return showRefusal(press, tools, { reason: 'forgotten', by, at });
  }
  const [first = mention, ...others] = ofSamePerson(mention, await tools.store.list('mention'));
  const held = [first, ...others].every((one) => one.held !== null) ? first.held : null;
  if (held !== null) {
    const { by, at, reason: why } = held;
    return showRefusal(press, tools, { reason: 'held', number: first.number, by, at, why });
  }
  return show(press, tools, forgetModal([first, ...others], tools.context()));
}
