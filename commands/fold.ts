import { isRefused } from '../src/desk/decision.ts';
import { foldedOf, leadOfGroup, takeOut } from '../src/desk/fold.ts';
import { claim, isWriting, release } from '../src/desk/handling.ts';
import type { Mention } from '../src/desk/mention.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { saidAlike } from '../src/desk/said-alike.ts';
import { foldedModal } from '../views/forms/fold.ts';
import { ACTION } from '../views/ids.ts';
import { parsePressValue } from '../views/value.ts';
import { metaOf, show } from './form.ts';
import { DONE, type Handler, type Reply, type SlackPress } from './handler.ts';
import { onMention } from './on-mention.ts';
import { openReply } from './reply.ts';
import type { Tools } from './tools.ts';

/** Mentions that say the same: seen together, claimed together, answered one by one. */
export const fold: readonly Handler[] = [
  onMention(ACTION.foldList, 'staff', async (press, tools, mention) =>
    show(press, tools, foldedModal({ ...(await groupOf(mention, tools)), page: 1 }, tools.context())),
  ),
  onMention(ACTION.foldPage, 'staff', (press, tools, mention) =>
    showList(press, tools, mention, Number(parsePressValue(press.value ?? '')?.id ?? 1)),
  ),
  onMention(ACTION.foldClaim, 'staff', claimAll),
  onMention(ACTION.foldRelease, 'staff', releaseAll),
  onMention(ACTION.foldNext, 'publisher', openNext),
  onMention(ACTION.foldReply, 'publisher', async (press, tools, mention) => {
    const offered = await saidBefore(mention, tools);
    return openReply(press, tools, mention, offered ?? {});
  }),
  onMention(ACTION.foldOut, 'staff', async (press, tools, mention) => {
    const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
      takeOut(state, press, tools.clock.now()),
    );
    if (isRefused(outcome) && outcome.refused.reason !== 'already-done') return { refused: outcome.refused };
    return showList(press, tools, mention, metaOf(press).page ?? 1);
  }),
  onMention(ACTION.foldOutAll, 'staff', takeAllOut),
];

interface Group {
  /** The one whose card they share; of a mention that stands alone itself. */
  readonly lead: Mention;
  readonly folded: readonly Mention[];
}

/** Who says the same as a mention, as it is now: whoever led when the button was drawn may be answered. */
async function groupOf(mention: Mention, { store }: Tools): Promise<Group> {
  const { group } = mention;
  const members = group === null ? [] : await store.list('mention', { group: group.id });
  return { lead: leadOfGroup(members) ?? mention, folded: foldedOf(members) };
}

/** Each by a change of its own, under a key of its own: what a crash leaves undone, the redelivered press does. */
async function claimAll(press: SlackPress, tools: Tools, mention: Mention): Promise<Reply> {
  const { lead, folded } = await groupOf(mention, tools);
  const outcomes = await Promise.all(
    [lead, ...folded].map(({ id }) =>
      tools.store.change(mentionRef(id), (state) => claim(state, keyed(press, id), tools.clock.now())),
    ),
  );
  const refusals = outcomes.flatMap((one) => (isRefused(one) ? [one.refused.reason] : []));
  const others = refusals.filter((reason) => reason === 'claimed-by').length;
  const mine = outcomes.length - refusals.length + refusals.filter((one) => one === 'already-handled').length;
  return { say: tools.context().words.fold.claimed(mine, others) };
}

async function releaseAll(press: SlackPress, tools: Tools, mention: Mention): Promise<Reply> {
  const { lead, folded } = await groupOf(mention, tools);
  const outcomes = await Promise.all(
    [lead, ...folded].map(({ id }) =>
      tools.store.change(mentionRef(id), (state) => release(state, keyed(press, id), tools.clock.now())),
    ),
  );
  const done = outcomes.filter((one) => !isRefused(one) || one.refused.reason === 'already-handled').length;
  const [first] = outcomes.flatMap((one) => (isRefused(one) && one.refused.reason === 'not-yours' ? [one] : []));
  if (done === 0 && first !== undefined) return { refused: first.refused };
  return { say: tools.context().words.fold.released(done) };
}

/** Whoever has waited longest and is nobody else's; the one with the card comes last, so that the card stays. */
async function openNext(press: SlackPress, tools: Tools, mention: Mention): Promise<Reply> {
  const { lead, folded } = await groupOf(mention, tools);
  const now = tools.clock.now();
  const isFree = ({ owner, publications }: Mention) =>
    (owner === null || owner === press.by) && publications.length === 0;
  const isTaken = (one: Mention) => isWriting(one, now) && one.writing?.by !== press.by;
  const next = [...folded, lead].find((one) => isFree(one) && !isTaken(one));
  if (next === undefined) return { say: tools.context().words.fold.noneLeft };
  return openReply(press, tools, next, (await saidBefore(next, tools)) ?? {});
}

/** What was last sent to somebody of the group, to begin with. */
async function saidBefore(
  mention: Mention,
  tools: Tools,
): Promise<{ readonly text: string; readonly notice: string } | null> {
  const { group } = mention;
  if (group === null) return null;
  const members = await tools.store.list('mention', { group: group.id });
  const text = saidAlike(members, mention);
  return text === null ? null : { text, notice: tools.context().words.fold.offered };
}

async function takeAllOut(press: SlackPress, tools: Tools, mention: Mention): Promise<Reply> {
  const { folded } = await groupOf(mention, tools);
  await Promise.all(
    folded.map(({ id }) =>
      tools.store.change(mentionRef(id), (state) => takeOut(state, keyed(press, id), tools.clock.now())),
    ),
  );
  return showList(press, tools, mention, 1);
}

/** The list in which something was pressed, as it is now. */
async function showList(press: SlackPress, tools: Tools, mention: Mention, page: number): Promise<Reply> {
  const id = metaOf(press).mention ?? mention.id;
  const about = (await tools.store.read(mentionRef(id))) ?? mention;
  if (press.view === null) return DONE;
  await tools.update({ id: press.view.id }, foldedModal({ ...(await groupOf(about, tools)), page }, tools.context()));
  return DONE;
}

function keyed({ by, key }: SlackPress, id: string) {
  return { by, key: `${key}:${id}` };
}
