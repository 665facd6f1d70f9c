import type { ModalView } from '@slack/types';
import { SECOND_MS } from '../src/desk/instant.ts';
import { againBlocks } from '../views/again.ts';
import { errorModal, workingModal } from '../views/forms/reading.ts';
import { attempt, faultText, type Outcome } from './attempt.ts';
import type { Ack, Handler, SlackPress } from './handler.ts';
import { redrawHome } from './home.ts';
import type { Once } from './once.ts';
import { againValue } from './press-again.ts';
import type { Tools } from './tools.ts';
import { NotSaved, untilSaved } from './until-saved.ts';

/** What Slack is answered, as it wants it: https://docs.slack.dev/surfaces/modals#response_actions */
export type SlackAck =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update' | 'push'; readonly view: ModalView }
  | { readonly response_action: 'clear' };

export type Acknowledge = (answer?: SlackAck) => Promise<void>;

/** Slack takes three seconds for no answer and delivers again; half a second is left for the way. */
const ACK_AFTER_MS = 2.5 * SECOND_MS;

/**
 * Runs a press once, however often it is delivered, and acknowledges each delivery: after the work, which saves first,
 * but before Slack loses patience. Then the person is told, and what may take longer is done.
 */
export async function respond(
  press: SlackPress,
  handler: Handler,
  acknowledge: Acknowledge,
  tools: Tools,
  once: Once<Outcome>,
): Promise<void> {
  const heardAtMs = tools.clock.monotonicMs();
  const { outcome, isFirst } = once.take(press.delivery, () =>
    press.kind === 'event' ? untilSaved(handler, press, tools) : attempt(handler, press, tools),
  );
  // An event has nobody who looks at a spinner; it may not be acknowledged before it is saved.
  const inTime = press.kind === 'event' ? await outcome : await before(outcome, tools);
  if (inTime === null) {
    tools.log.warn({ kind: press.kind, press: press.name }, 'slack: acknowledged before the work was done');
    await safely(acknowledge, press.kind === 'form' ? working(press, tools) : undefined, press, tools);
  } else {
    await safely(acknowledge, press.kind === 'form' ? slackAck(inTime.ack) : undefined, press, tools);
  }
  const ackMs = tools.clock.monotonicMs() - heardAtMs;
  const done = await outcome;
  if (press.kind === 'event' && done.unsaved === true) {
    once.forget(press.delivery);
    throw new NotSaved(press.name);
  }
  if (!isFirst) return;
  tools.observer?.pressed(press.kind, done.end, ackMs);
  if (done.end === 'failed') once.forget(press.delivery);
  if (inTime === null && press.kind === 'form') await showLate(done, press, tools);
  if (done.say !== null) await tell(press, done.say, done.repeat, tools);
  try {
    await done.afterwards?.();
  } catch (error) {
    await tell(press, faultText(error, press, tools), againValue(error, press), tools);
  }
  await redrawHome(press, tools);
}

function tell(press: SlackPress, text: string, repeat: string | null, tools: Tools): Promise<void> {
  return tools.answer(press, text, repeat === null ? undefined : againBlocks(text, repeat, tools.context()));
}

/** The outcome, or null when it takes too long. */
async function before(outcome: Promise<Outcome>, tools: Tools): Promise<Outcome | null> {
  let cancel = () => {};
  const tooLong = new Promise<null>((resolve) => {
    cancel = tools.clock.after(ACK_AFTER_MS, () => resolve(null));
  });
  const first = await Promise.race([outcome, tooLong]);
  cancel();
  return first;
}

/** An acknowledgement that does not get through is no fault of the press: Slack delivers it again. */
async function safely(acknowledge: Acknowledge, answer: SlackAck | undefined, press: SlackPress, tools: Tools) {
  try {
    await acknowledge(answer);
  } catch (error) {
    tools.log.warn(
      { err: error, kind: press.kind, press: press.name },
      'slack: an acknowledgement did not get through',
    );
  }
}

function slackAck(ack: Ack | null): SlackAck | undefined {
  if (ack === null) return undefined;
  if ('errors' in ack) return { response_action: 'errors', errors: ack.errors };
  if ('update' in ack) return { response_action: 'update', view: ack.update };
  if ('push' in ack) return { response_action: 'push', view: ack.push };
  return { response_action: 'clear' };
}

/** Pushed onto the form, which keeps what was typed. */
function working(press: SlackPress, tools: Tools): SlackAck {
  const ctx = tools.context();
  const view = workingModal(ctx.words.forms.title.error, ctx);
  return { response_action: 'push', view: { ...view, external_id: waitingRoom(press) } };
}

/** In the place of "one moment": the next form, what went wrong, or that all is done and may be closed. */
async function showLate(done: Outcome, press: SlackPress, tools: Tools): Promise<void> {
  try {
    await tools.update({ externalId: waitingRoom(press) }, lateView(done, tools));
  } catch (error) {
    await tools.answer(press, faultText(error, press, tools));
  }
}

function lateView({ ack }: Outcome, tools: Tools): ModalView {
  const ctx = tools.context();
  if (ack !== null && 'errors' in ack) return errorModal(Object.values(ack.errors).join('\n'), ctx);
  if (ack !== null && 'update' in ack) return ack.update;
  if (ack !== null && 'push' in ack) return ack.push;
  const { done } = ctx.words.fault;
  // No call closes a modal; at least closing this one closes the form beneath it.
  return { ...errorModal(done, ctx), clear_on_close: true };
}

function waitingRoom(press: SlackPress): string {
  return `working:${press.delivery}`;
}
