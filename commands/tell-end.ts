import type { Checking } from '../src/desk/checks/context.ts';
import { keyOf, type Warning } from '../src/desk/checks/warning.ts';
import { isRefused, type Refusal } from '../src/desk/decision.ts';
import { offeredDraft } from '../src/desk/draft.ts';
import { wasHandled } from '../src/desk/handled.ts';
import type { Incident } from '../src/desk/incident.ts';
import { endAnswer, endWord } from '../src/desk/incident-answers.ts';
import {
  cannotTell,
  isByHand,
  readWhenOver,
  skipEnd,
  tellEnd,
  toldAgainstLanguage,
  untoldOf,
  waitsToHear,
} from '../src/desk/incident-end.ts';
import { isLocked } from '../src/desk/lock.ts';
import type { Mention } from '../src/desk/mention.ts';
import { incidentRef, mentionRef } from '../src/desk/ref.ts';
import { authorName, numberLink } from '../views/facts.ts';
import { fieldOf } from '../views/form-values.ts';
import { skipEndModal, untoldModal } from '../views/forms/untold.ts';
import { ACTION, FIELD, FORM } from '../views/ids.ts';
import { parsePressValue } from '../views/value.ts';
import { checkingOf } from './checks.ts';
import { incidentOfForm, mentionOfForm, metaOf, show } from './form.ts';
import { DONE, type Handler, type Reply, type SlackPress } from './handler.ts';
import { linkedMentions } from './link.ts';
import { offeredBy } from './offered.ts';
import { onIncident } from './on-incident.ts';
import { onMention } from './on-mention.ts';
import { openReply } from './reply.ts';
import type { Tools } from './tools.ts';
import { writerOf } from './writer.ts';

/** What another mention may do better: somebody was faster, the text does not fit this name. */
const PASSED_OVER: readonly Refusal['reason'][] = [
  ...(['told-already', 'not-linked', 'answered-meanwhile', 'post-deleted', 'reply-by-hand'] as const),
  ...(['too-long', 'unsuitable-text'] as const),
];

/** After an incident each of its customers is told how it ended: by one press each, never all at once. */
export const tellEndOf: readonly Handler[] = [
  onIncident(ACTION.tellNext, 'publisher', tellNext),
  onIncident(ACTION.tellList, 'publisher', async (press, tools, incident) =>
    show(press, tools, await listOf(tools, incident, 1)),
  ),
  onIncident(ACTION.tellPage, 'publisher', async (press, tools, incident) => {
    const page = Number(parsePressValue(press.value ?? '')?.id ?? 1);
    return showList(press, tools, incident, page);
  }),
  onMention(ACTION.tellOne, 'publisher', tellOne),
  onMention(ACTION.tellEdit, 'publisher', async (press, tools, mention) => {
    const refused = cannotTell(mention, mention.incident?.id ?? '');
    if (refused !== null) return { refused };
    // A draft of something else would leave this customer untold.
    const begun = offeredDraft(mention, press.by, 'reply')?.tellsOf === mention.incident?.id;
    return openReply(press, tools, mention, (begun ? null : await offeredBy(mention, tools)) ?? {});
  }),
  onMention(ACTION.tellSkip, 'publisher', async (press, tools, mention) =>
    show(press, tools, skipEndModal(mention, tools.context())),
  ),
  { on: { form: FORM.skipEnd }, who: 'publisher', run: skip },
];

/** Whoever has waited longest of those whom one press can tell; of two people who press at once each gets another. */
async function tellNext(press: SlackPress, tools: Tools, incident: Incident): Promise<Reply> {
  const { untold } = tools.context().words.incident;
  const linked = await linkedMentions(tools, incident);
  if (linked.some((mention) => wasHandled(mention, press.key))) return DONE;
  const waiting = untoldOf(linked, incident.id).filter(waitsToHear);
  const { settings } = tools.desk();
  const checking = await checkingOf(press, tools);
  let first: { readonly mention: Mention; readonly warnings: readonly Warning[] } | null = null;
  for (const mention of waiting.filter((one) => !isByHand(one) && !isLocked(one, settings))) {
    const outcome = await tell(press, tools, incident, mention, toldFor(mention, linked, press, checking));
    if (!isRefused(outcome))
      return { say: [untold.sent(nameOf(outcome.state, tools)), ...lockedOut(waiting, tools)].join('\n') };
    const { refused } = outcome;
    if (refused.reason === 'warned') first ??= { mention, warnings: refused.warnings };
    else if (!PASSED_OVER.includes(refused.reason)) return { refused };
  }
  // Those who give pause come last, so that one form left open stops nobody else.
  if (first !== null) return lookFirst(press, tools, incident, first.mention, first.warnings);
  const left = untoldOf(await linkedMentions(tools, incident), incident.id).filter(waitsToHear);
  const others = left.filter((one) => !isLocked(one, settings)).length;
  const said = [...(others > 0 ? [untold.onlyByHand(others)] : []), ...lockedOut(left, tools)];
  return { say: said.length === 0 ? untold.nobody : said.join('\n') };
}

/** That some are left out, as only those whom the settings name may answer them. */
function lockedOut(waiting: readonly Mention[], tools: Tools): readonly string[] {
  const { settings } = tools.desk();
  const locked = waiting.filter((one) => isLocked(one, settings)).length;
  return locked === 0 ? [] : [tools.context().words.urgency.lock.skipped(locked)];
}

async function tellOne(press: SlackPress, tools: Tools, mention: Mention): Promise<Reply> {
  const incident = await incidentOf(mention, tools);
  if (incident === undefined) return { refused: { reason: 'not-linked' } };
  const checking = toldFor(mention, await linkedMentions(tools, incident), press, await checkingOf(press, tools));
  const outcome = await tell(press, tools, incident, mention, checking);
  if (!isRefused(outcome)) return showList(press, tools, incident, metaOf(press).page ?? 1);
  const { refused } = outcome;
  return refused.reason === 'warned' ? lookFirst(press, tools, incident, mention, refused.warnings) : { refused };
}

async function tell(press: SlackPress, tools: Tools, incident: Incident, mention: Mention, checking: Checking) {
  const own = { by: press.by, key: press.key, standing: await writerOf(press, tools) };
  return tools.store.change(mentionRef(mention.id), (state) =>
    tellEnd(state, incident, own, tools.desk(), tools.clock.now(), checking),
  );
}

/** Whoever told one customer the end against their language is not asked about the same words for each of the others. */
function toldFor({ lang }: Mention, linked: readonly Mention[], { by }: SlackPress, checking: Checking): Checking {
  if (lang === 'other') return checking;
  const knows = toldAgainstLanguage(linked, lang, by);
  const key = keyOf({ check: 'language', why: lang, words: '' });
  return knows ? { ...checking, told: [...checking.told, key] } : checking;
}

/** The text in the form of a reply, with what gives pause about it: it goes out by Send there. */
function lookFirst(
  press: SlackPress,
  tools: Tools,
  incident: Incident,
  mention: Mention,
  warnings: readonly Warning[],
): Promise<Reply> {
  return openReply(press, tools, mention, {
    text: endAnswer(incident, mention) ?? '',
    notice: tools.context().words.incident.offeredEnd(incident.number),
    tellsOf: incident.id,
    stopped: { warnings, read: readWhenOver(mention, endWord(incident)) },
  });
}

async function skip(press: SlackPress, tools: Tools): Promise<Reply> {
  const [mention, incident] = await Promise.all([mentionOfForm(press, tools), incidentOfForm(press, tools)]);
  if (mention === undefined || incident === undefined) return { refused: { reason: 'not-linked' }, at: FIELD.reason };
  const reason = fieldOf(press.values, FIELD.reason)?.trim() ?? '';
  const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
    skipEnd(state, incident.id, press, reason, tools.clock.now()),
  );
  if (isRefused(outcome)) return { refused: outcome.refused, at: FIELD.reason };
  const root = press.view?.rootId;
  if (root === undefined || root === press.view?.id) return DONE;
  return {
    afterwards: async () => {
      await tools.update({ id: root }, await listOf(tools, incident, 1));
    },
  };
}

async function listOf(tools: Tools, incident: Incident, page: number) {
  const untold = untoldOf(await linkedMentions(tools, incident), incident.id);
  return untoldModal({ incident, untold, page }, tools.context());
}

/** The list in which something was pressed, as it is now. */
async function showList(press: SlackPress, tools: Tools, incident: Incident, page: number): Promise<Reply> {
  if (press.view !== null) await tools.update({ id: press.view.id }, await listOf(tools, incident, page));
  return DONE;
}

async function incidentOf({ incident }: Mention, tools: Tools): Promise<Incident | undefined> {
  return incident === null ? undefined : tools.store.read(incidentRef(incident.id));
}

function nameOf(mention: Mention, tools: Tools): string {
  return `${numberLink(mention, tools.context())} ${authorName(mention)}`;
}
