import type { PressEnd } from '../src/observer.ts';
import { signedStore } from '../src/signed-store.ts';
import { TriggerGone } from '../src/slack/modals.ts';
import { isDiskTrouble, StoreFault } from '../src/store/index.ts';
import { errorModal } from '../views/forms/reading.ts';
import { refusalText } from '../views/refusal.ts';
import { eitherWay } from '../views/text.ts';
import { isAboutNothing, textOfFault } from './fault-words.ts';
import type { Ack, Handler, Reply, SlackPress } from './handler.ts';
import { offerEscalation } from './locked-out.ts';
import { type Denied, denied } from './may.ts';
import { againValue } from './press-again.ts';
import type { Tools } from './tools.ts';

/** What came of a press, in a form that can be told: nothing in it throws any more. */
export interface Outcome {
  readonly ack: Ack | null;
  readonly say: string | null;
  /** The value of a button that does the same once more; see press-again.ts. */
  readonly repeat: string | null;
  readonly afterwards: (() => Promise<void>) | null;
  /** `failed`: the handler threw, and another delivery of the same press may try again. */
  readonly end: PressEnd;
  /** The disk did not take it, and may when it is tried again. */
  readonly again?: boolean;
  /** Nothing of it was saved, for the store's sake. */
  readonly unsaved?: boolean;
}

/** The one error boundary: runs a handler if this person may, and turns refusals and faults into words. */
export async function attempt(handler: Handler, press: SlackPress, tools: Tools): Promise<Outcome> {
  try {
    const { who } = handler;
    const no = await denied(typeof who === 'function' ? await who(press, tools) : who, press, tools);
    // Outside a form: it may open one, before Slack tells that the last was closed.
    if (press.view === null) await tools.typed.saveAll();
    if (no === null) return outcomeOf(await handler.run(press, signing(press, tools)), press, tools);
    const offered = await offerEscalation(no, press, tools);
    if (offered !== null) return { ...offered, say: null, repeat: null, afterwards: null, end: 'refused' };
    return await shown(deniedText(no, press, tools), press, tools);
  } catch (error) {
    const again = isDiskTrouble(error);
    const unsaved = again || (error instanceof StoreFault && !isAboutNothing(error));
    const words = told(faultText(error, press, tools), press, tools, 'failed');
    return { ...words, repeat: againValue(error, press), again, unsaved };
  }
}

/** What the handler saves says by itself from which press it is. */
function signing({ kind, name }: SlackPress, tools: Tools): Tools {
  return { ...tools, store: signedStore(tools.store, { way: kind, name }, tools.clock) };
}

/** Why a person may not; where Slack did not say who is where, that is the reason. */
function deniedText(no: Denied, press: SlackPress, tools: Tools): string {
  const ctx = tools.context();
  if (no.unknown === null) return refusalText(no.refusal, ctx);
  const { what, why } = no.unknown;
  tools.log.warn({ what, why, by: press.by }, 'slack: did not say who somebody is, so they may not');
  return ctx.words.fault.notTold[what](eitherWay(why, 300));
}

/** In a menu or form the "no" is shown on top of it: a direct message would lie behind it. */
async function shown(text: string, press: SlackPress, tools: Tools): Promise<Outcome> {
  const outcome = told(text, press, tools, 'refused');
  if (press.kind !== 'action' || press.view?.type !== 'modal') return outcome;
  try {
    await tools.open(press, errorModal(text, tools.context()));
    return { ...outcome, say: null };
  } catch (error) {
    tools.log.warn(
      { err: error, press: press.name, by: press.by },
      'slack: a "no" could not be shown where it was pressed',
    );
    return outcome;
  }
}

/** What goes wrong after the acknowledgement: logged, and put into words for the person. */
export function faultText(error: unknown, press: SlackPress, tools: Tools): string {
  const what = { kind: press.kind, press: press.name, by: press.by };
  if (isAboutNothing(error)) tools.log.warn(what, 'a press was about something that is not there');
  // Slack's slowness, or the network's: the person is told to press again, and nobody has anything to mend.
  else if (error instanceof TriggerGone) tools.log.warn(what, 'slack: too late to open a form');
  else tools.log.error({ err: error, ...what }, 'a press could not be handled');
  return textOfFault(error, tools.context().words);
}

function outcomeOf(reply: Reply, press: SlackPress, tools: Tools): Outcome {
  const { ack = null, say = null, afterwards = null, refused, at } = reply;
  if (refused === undefined) return { ack: ack && onThisForm(ack, press), say, repeat: null, afterwards, end: 'done' };
  // Redelivered, and handled the first time: what it did can be seen already.
  if (refused.reason === 'already-handled') return { ack, say, repeat: null, afterwards, end: 'done' };
  return { ...told(refusalText(refused, tools.context()), press, tools, 'refused', at), afterwards };
}

/** A text for the person: in the form that they submitted, so that it stays open; elsewhere in a message of their own. */
function told(text: string, press: SlackPress, tools: Tools, end: PressEnd, at?: string): Outcome {
  if (press.kind !== 'form') return { ack: null, say: text, repeat: null, afterwards: null, end };
  const block = blockOf(at ?? '', press) ?? press.view?.inputs[0];
  const modal = () => errorModal(text, tools.context());
  const ack =
    block === undefined ? { update: modal() } : isMarkedUp(text) ? { push: modal() } : { errors: { [block]: text } };
  return { ack, say: null, repeat: null, afterwards: null, end };
}

/** Slack shows what stands under a field as it is: a person or a time would be read as `<@U012AB3CD>`. */
function isMarkedUp(text: string): boolean {
  return /<[@!#]/.test(text);
}

/** Slack takes errors by `block_id`, and that of a text that was replaced has a suffix: `text:2`. */
function onThisForm(ack: Ack, press: SlackPress): Ack {
  if (!('errors' in ack)) return ack;
  const fallback = press.view?.inputs[0];
  const errors: Record<string, string> = {};
  for (const [field, text] of Object.entries(ack.errors)) errors[blockOf(field, press) ?? fallback ?? field] = text;
  return { errors };
}

function blockOf(field: string, press: SlackPress): string | undefined {
  return press.view?.inputs.find((block) => block === field || block.startsWith(`${field}:`));
}
