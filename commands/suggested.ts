import { isRefused } from '../src/desk/decision.ts';
import type { Incident } from '../src/desk/incident.ts';
import { linkTo } from '../src/desk/incident-link.ts';
import { askedWith, decline, suggestedTo } from '../src/desk/incident-match.ts';
import type { Mention } from '../src/desk/mention.ts';
import { incidentRef, mentionRef } from '../src/desk/ref.ts';
import { ACTION } from '../views/ids.ts';
import type { Handler, Reply, SlackPress } from './handler.ts';
import { onIncident } from './on-incident.ts';
import { onMention } from './on-mention.ts';
import type { Tools } from './tools.ts';

/** A mention that a running incident may explain: yes, no, and yes to all at once. */
export const suggested: readonly Handler[] = [
  onMention(ACTION.confirmLink, 'staff', async (press, tools, mention) => {
    const id = mention.suggested?.id;
    const incident = id === undefined ? undefined : await tools.store.read(incidentRef(id));
    if (incident === undefined) return { refused: { reason: 'already-done' } };
    const refusals = await linkAll(press, tools, incident, [mention, ...(await others(mention, tools))]);
    const [first] = refusals;
    return first === undefined || first.reason === 'already-done' ? {} : { refused: first };
  }),
  onMention(ACTION.declineLink, 'staff', async (press, tools, mention) => {
    for (const { id } of [mention, ...(await others(mention, tools))]) {
      await tools.store.change(mentionRef(id), (state) => decline(state, keyed(press, id), tools.clock.now()));
    }
    return {};
  }),
  onIncident(ACTION.linkSuggested, 'staff', async (press, tools, incident): Promise<Reply> => {
    const all = suggestedTo(await tools.store.list('mention'), incident.id);
    await linkAll(press, tools, incident, all);
    return { say: tools.context().words.incident.suggested.linked(all.length) };
  }),
];

/** One press on a card is for all whom it counts. */
async function others(mention: Mention, { store }: Tools): Promise<readonly Mention[]> {
  return mention.group?.as === 'lead'
    ? askedWith(mention, await store.list('mention', { group: mention.group.id, open: true }))
    : [];
}

/** Each by a change of its own, under a key of its own: what a crash leaves undone, the redelivered press does. */
async function linkAll(press: SlackPress, tools: Tools, incident: Incident, mentions: readonly Mention[]) {
  const outcomes = await Promise.all(
    mentions.map(({ id }) =>
      tools.store.change(mentionRef(id), (state) => linkTo(state, incident, keyed(press, id), tools.clock.now())),
    ),
  );
  return outcomes.flatMap((one) => (isRefused(one) && one.refused.reason !== 'already-handled' ? [one.refused] : []));
}

function keyed({ by, key }: SlackPress, id: string) {
  return { by, key: `${key}:${id}` };
}
