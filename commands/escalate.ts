import { isRefused } from '../src/desk/decision.ts';
import { escalate as escalateIt, escalationAnswered } from '../src/desk/escalate.ts';
import { escalationAt } from '../src/desk/escalation.ts';
import { MINUTE_MS, SECOND_MS } from '../src/desk/instant.ts';
import { firstKeyholder, isLocked } from '../src/desk/lock.ts';
import type { Escalation, Mention } from '../src/desk/mention.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { asTyped } from '../src/desk/typed-text.ts';
import { fieldOf } from '../views/form-values.ts';
import { escalateModal } from '../views/forms/escalate.ts';
import { ACTION, FIELD, FORM } from '../views/ids.ts';
import { mentionAt } from './find.ts';
import { mentionOfForm, show } from './form.ts';
import type { Handler, Reply, SlackPress } from './handler.ts';
import { onMention } from './on-mention.ts';
import { openForTarget } from './target.ts';
import type { Tools } from './tools.ts';

const NAMES_WITHIN_MS = SECOND_MS;
const LOOK_AGAIN_MS = SECOND_MS;
/** Slack's own trouble may last; a bot that was down for longer would not have heard of the answer either. */
const QUESTION_WITHIN_MS = 5 * MINUTE_MS;

/** Escalate: ask a person or a user group inside the company, and hear their answer in the card's thread. */
export const escalate: readonly Handler[] = [
  {
    on: { command: 'escalate' },
    who: 'staff',
    run: (press, tools) => openForTarget(press, tools, 'escalate', openEscalation),
  },
  onMention(ACTION.escalate, 'staff', (press, tools, mention) => openEscalation(press, tools, mention, '')),
  {
    on: { form: FORM.escalate },
    who: 'staff',
    async run(press, tools): Promise<Reply> {
      const { words } = tools.context();
      const mention = await mentionOfForm(press, tools);
      const reason = fieldOf(press.values, FIELD.reason) ?? '';
      const person = fieldOf(press.values, FIELD.person);
      const group = fieldOf(press.values, FIELD.group);
      if (mention === undefined) return { ack: { errors: { [FIELD.reason]: words.commands.unknownMention } } };
      if (person !== null && group !== null)
        return { ack: { errors: { [FIELD.group]: words.commands.personOrGroup } } };
      const to = person !== null ? ({ type: 'user', id: person } as const) : groupOf(group);
      if (to === null) return { ack: { errors: { [FIELD.person]: words.commands.personOrGroup } } };
      return save(press, tools, mention, to, reason);
    },
  },
  {
    // The back-channel: what is answered in an escalation's thread.
    on: { event: 'message' },
    who: async (press, tools) => ((await heardIn(press, tools)) === null ? 'anyone' : 'asked'),
    async run(press, tools) {
      if (isOutsideThread(press)) return { say: tools.context().words.commands.answerInThread };
      const found = await heardIn(press, tools);
      if (found === null || press.messageTs === null) return {};
      const { mention, heard } = found;
      const said = { by: press.by, text: press.text, ts: press.messageTs };
      await tools.store.change(mentionRef(mention.id), (state) =>
        escalationAnswered(state, heard.escalation.id, said, heard.isHere, tools.clock.now()),
      );
      return {};
    },
  },
];

/** `/escalate #42 @person|@group reason`: Slack hands the names over as ids. */
export async function openEscalation(press: SlackPress, tools: Tools, mention: Mention, rest: string): Promise<Reply> {
  const named = /^<(?:@([UW][A-Z0-9]+)|!subteam\^(S[A-Z0-9]+))(?:\|([^>]*))?>\s*/.exec(rest);
  const reason = asTyped(named === null ? rest : rest.slice(named[0].length));
  const asSaid = named?.[2] === undefined || !named[3] ? {} : { [named[2]]: named[3] };
  const form = {
    mention,
    groupNames: { ...asSaid, ...(await groupNames(tools)) },
    ...(reason === '' ? {} : { reason }),
    ...(named === null ? keyholderOf(mention, press, tools) : {}),
    ...(named?.[1] === undefined ? {} : { person: named[1] }),
    ...(named?.[2] === undefined ? {} : { group: named[2] }),
  };
  return show(press, tools, escalateModal(form, tools.context()));
}

/** Of what is locked, whoever may answer it is chosen: on its card everybody else is led here. */
function keyholderOf(mention: Mention, press: SlackPress, tools: Tools) {
  const { settings } = tools.desk();
  return isLocked(mention, settings) ? (firstKeyholder(settings, press.by) ?? {}) : {};
}

/** What the groups are called. A form without their names is better than none: its trigger lives three seconds. */
export async function groupNames({ people, clock, log }: Tools): Promise<Readonly<Record<string, string>>> {
  let cancel = () => {};
  const tooLong = new Promise<readonly []>((resolve) => {
    cancel = clock.after(NAMES_WITHIN_MS, () => resolve([]));
  });
  const groups = people.groups().catch((error: unknown) => {
    log.warn({ err: error }, 'slack: the user groups could not be listed');
    return [];
  });
  const named = await Promise.race([groups, tooLong]);
  cancel();
  return Object.fromEntries(named.map(({ id, handle }) => [id, `@${handle}`]));
}

/** The question that was answered with a message; null for all the other talk in a channel. */
async function heardIn(press: SlackPress, tools: Tools) {
  const { channel, threadTs } = press;
  if (channel === null || threadTs === null) return null;
  const mention = await mentionOfThread(press, tools);
  const heard = mention === undefined ? null : escalationAt(mention, { channel, ts: threadTs }, press.by);
  return mention === undefined || heard === null ? null : { mention, heard };
}

/** Where Slack is slow, a colleague may answer before we know that our question is there: then that is waited for. */
async function mentionOfThread({ channel, threadTs }: SlackPress, tools: Tools): Promise<Mention | undefined> {
  for (let waitedMs = 0; waitedMs < QUESTION_WITHIN_MS; waitedMs += LOOK_AGAIN_MS) {
    const mention = await mentionAt(tools.store, channel, threadTs);
    if (mention !== undefined || threadTs === null || !(await isAsking(tools))) return mention;
    await new Promise<void>((resolve) => {
      tools.clock.after(LOOK_AGAIN_MS, resolve);
    });
  }
  return undefined;
}

/** Whether a question is on its way to Slack, also one about a mention that was settled meanwhile. */
async function isAsking({ store }: Tools): Promise<boolean> {
  return (await store.list('mention', { asking: true })).length > 0;
}

/** Written to the app itself instead of under a question: nobody would ever read it. */
function isOutsideThread({ channel, threadTs }: SlackPress): boolean {
  return channel?.startsWith('D') === true && threadTs === null;
}

function groupOf(group: string | null): Escalation['to'] | null {
  return group === null ? null : { type: 'group', id: group };
}

async function save(
  press: SlackPress,
  tools: Tools,
  mention: Mention,
  to: Escalation['to'],
  reason: string,
): Promise<Reply> {
  const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
    escalateIt(state, press, to, reason, tools.desk(), tools.clock.now()),
  );
  return isRefused(outcome) ? { refused: outcome.refused } : {};
}
