import { isRefused, type Outcome } from '../src/desk/decision.ts';
import { setTicket, setTopics, topicsFrom } from '../src/desk/labels.ts';
import type { Mention } from '../src/desk/mention.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { fieldOf, listOf } from '../views/form-values.ts';
import { earlierModal } from '../views/forms/earlier.ts';
import { ticketModal, topicsModal } from '../views/forms/labels.ts';
import { ACTION, FIELD, FORM } from '../views/ids.ts';
import { mentionOfForm, metaOf, show } from './form.ts';
import type { Handler, Reply, SlackPress } from './handler.ts';
import { onMention } from './on-mention.ts';
import type { Tools } from './tools.ts';

const EARLIER_SHOWN = 5;

/** What a mention is about, where it is kept elsewhere, and what its customer wrote before. */
export const labels: readonly Handler[] = [
  onMention(ACTION.topics, 'staff', (press, tools, mention) =>
    show(press, tools, topicsModal(mention, tools.context())),
  ),
  onMention(ACTION.ticket, 'staff', (press, tools, mention) =>
    show(press, tools, ticketModal(mention, tools.context())),
  ),
  onMention(ACTION.earlier, 'staff', openEarlier),
  {
    on: { form: FORM.topics },
    who: 'staff',
    run: (press, tools) => {
      const seen = metaOf(press).topics ?? [];
      // A form of a team without topics has no menu: what the mention had then is not taken away.
      const chosen = listOf(press.values, FIELD.topics) ?? seen;
      const wanted = [...chosen, ...topicsFrom(fieldOf(press.values, FIELD.newTopics) ?? '')];
      return save(press, tools, FIELD.newTopics, (mention) =>
        setTopics(mention, press, { seen, wanted }, tools.desk().settings.topics, tools.clock.now()),
      );
    },
  },
  {
    on: { form: FORM.ticket },
    who: 'staff',
    run: (press, tools) =>
      save(press, tools, FIELD.ticket, (mention) =>
        setTicket(mention, press, fieldOf(press.values, FIELD.ticket) ?? '', tools.clock.now()),
      ),
  },
];

async function save(
  press: SlackPress,
  tools: Tools,
  at: string,
  rule: (mention: Mention) => Outcome<Mention>,
): Promise<Reply> {
  const mention = await mentionOfForm(press, tools);
  if (mention === undefined) return { ack: { errors: { [at]: tools.context().words.commands.unknownMention } } };
  const outcome = await tools.store.change(mentionRef(mention.id), rule);
  if (!isRefused(outcome) || outcome.refused.reason === 'already-handled') return { ack: { clear: true } };
  return { refused: outcome.refused, at };
}

async function openEarlier(press: SlackPress, tools: Tools, mention: Mention): Promise<Reply> {
  const { network, author, id } = mention;
  const all = (await tools.store.list('mention')).filter(
    (one) => one.author.id === author.id && one.network === network && one.id !== id,
  );
  const shown = all.slice(-EARLIER_SHOWN).reverse();
  return show(press, tools, earlierModal({ mention, shown, total: all.length }, tools.context()));
}
