import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Attachment, attached } from './attach.ts';
import type { Block } from './blocks/layout.ts';
import { chosenValue, isFilled } from './element-values.ts';
import { SlackError } from './errors.ts';
import { type Aim, aimOf, type Found, findElement, shownElements } from './find-element.ts';
import type { Context } from './method.ts';
import type { Payloads } from './payloads.ts';
import type { Acked } from './person.ts';
import type { ElementValue, User, View } from './types.ts';

/** What a person sees after pressing a modal's submit button. */
export type Submitted =
  | { outcome: 'closed' }
  | { outcome: 'errors'; errors: Record<string, string> }
  | { outcome: 'updated' | 'pushed'; view: View }
  /** "We had some trouble connecting": no acknowledgement, or one that Slack cannot use. */
  | { outcome: 'failed'; reason: string };

const answer = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.enum(['update', 'push']), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
]);

interface ModalDeps {
  context: Context;
  payloads: Payloads;
  interact: (payload: Record<string, unknown>, acceptsResponse?: boolean) => Promise<Acked>;
}

/** What Slack's client itself checks before it sends a form: required inputs and lengths. */
function clientErrors(view: View): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of view.source.blocks) {
    if (block.type !== 'input') continue;
    const blockId = block.block_id ?? '';
    const value = view.values[blockId]?.[block.element.action_id ?? ''];
    if (!isFilled(value)) {
      if (!block.optional) errors[blockId] = 'Please complete this required field.';
      continue;
    }
    if (block.element.type !== 'plain_text_input') continue;
    const { length } = String(value?.value);
    const { min_length = 0, max_length = 3000 } = block.element;
    if (length < min_length) errors[blockId] = `Please lengthen this text to ${min_length} characters or more.`;
    if (length > max_length) errors[blockId] = `Please shorten this text to ${max_length} characters or less.`;
  }
  return errors;
}

function inBlock(blocks: Block[], blockId: string): Found {
  const found = shownElements(blocks).find((each) => each.blockId === blockId);
  if (found) return found;
  const shown = shownElements(blocks).map((each) => each.blockId);
  throw new Error(`the modal has no input ${blockId}; it has: ${shown.join(', ') || 'none'}`);
}

/** What a person gives an input: a text or choice, or files. */
type Chosen = string | Attachment | (string | Attachment)[];

const isText = (one: string | Attachment): one is string => typeof one === 'string';

/** A modal in a person's hands. It follows the view through its updates and ends when the view closes. */
export function createModal(deps: ModalDeps, user: User, viewId: string) {
  const { context, payloads, interact } = deps;
  const { state, views } = context;

  function current(): View {
    const view = views.top(user.id);
    if (view?.id !== viewId) throw new Error(`this modal is no longer on top of ${user.name}'s screen`);
    return view;
  }

  function put(found: Found, choice: Chosen): View {
    const view = current();
    const value = heldBy(found, choice);
    const inThisBlock = { ...view.values[found.blockId], [found.actionId]: value };
    return views.setValues(view, { ...view.values, [found.blockId]: inThisBlock });
  }

  function heldBy({ element }: Found, choice: Chosen): ElementValue {
    if (element.type === 'file_input') return attached(context, user, element, [choice].flat());
    return chosenValue(element, typeof choice === 'string' ? choice : [choice].flat().filter(isText));
  }

  function tell(view: View, found: Found, choice: Chosen): Promise<Acked> {
    const value = heldBy(found, choice);
    const action = { ...value, action_id: found.actionId, block_id: found.blockId, action_ts: state.nextTs() };
    return interact(payloads.viewAction(user, view, action));
  }

  /** Sets an input's value; the app hears of it only where the block asks for that. */
  async function choose(blockId: string, choice: Chosen): Promise<Acked | undefined> {
    const found = inBlock(current().source.blocks, blockId);
    const view = put(found, choice);
    return found.dispatches ? tell(view, found, choice) : undefined;
  }

  /** Types letter by letter; each one reaches the app where the input dispatches on_character_entered. */
  async function type(blockId: string, text: string): Promise<void> {
    const found = inBlock(current().source.blocks, blockId);
    const config = 'dispatch_action_config' in found.element ? found.element.dispatch_action_config : undefined;
    const each = found.dispatches && config?.trigger_actions_on.includes('on_character_entered') === true;
    const before = current().values[found.blockId]?.[found.actionId]?.value;
    let soFar = typeof before === 'string' ? before : '';
    for (const letter of text) {
      soFar += letter;
      const view = put(inBlock(current().source.blocks, blockId), soFar);
      if (each) await tell(view, found, soFar);
    }
  }

  function fail(error: string, detail: string): Submitted {
    const rejection = { method: 'view_submission', error, detail, at: state.clock.now(), rateLimited: false };
    state.rejections.push(rejection);
    state.changed({ kind: 'rejected', rejection });
    return { outcome: 'failed', reason: `${error}: ${detail}` };
  }

  function apply(view: View, payload: unknown): Submitted {
    if (payload === undefined || payload === null || payload === '' || isDeepStrictEqual(payload, {})) {
      if (views.top(user.id)?.id === viewId) views.close(user.id, false);
      return { outcome: 'closed' };
    }
    const parsed = answer.safeParse(payload);
    if (!parsed.success) return fail('invalid_response', JSON.stringify(payload));
    switch (parsed.data.response_action) {
      case 'clear':
        views.close(user.id, true);
        return { outcome: 'closed' };
      case 'errors': {
        const inputs = view.source.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
        const strange = Object.keys(parsed.data.errors).filter((blockId) => !inputs.includes(blockId));
        if (strange.length > 0)
          return fail('invalid_response', `errors for blocks that are no inputs: ${strange.join(', ')}`);
        return { outcome: 'errors', errors: parsed.data.errors };
      }
      case 'update':
        return { outcome: 'updated', view: views.update(current(), views.check(parsed.data.view, 'modal')) };
      case 'push':
        return { outcome: 'pushed', view: views.push(user.id, views.check(parsed.data.view, 'modal')) };
    }
  }

  return {
    /** The view as it is now. */
    view: current,
    fill: choose,
    select: choose,
    type,

    /** Presses a button or uses a menu inside the modal. */
    async press(aim: Aim): Promise<Acked> {
      const found = findElement(current().source.blocks, aim, `the modal of ${user.name}`);
      const choice = aimOf(aim).option ?? '';
      const { type: kind } = found.element;
      const view = kind === 'button' || kind === 'overflow' ? current() : put(found, choice);
      return tell(view, found, choice);
    },

    async submit(): Promise<Submitted> {
      const view = current();
      if (view.source.type !== 'modal' || !view.source.submit) throw new Error('this modal has no submit button');
      const errors = clientErrors(view);
      if (Object.keys(errors).length > 0) return { outcome: 'errors', errors };
      const { acked, ackPayload } = await interact(payloads.submission(user, view), true);
      if (!acked) return { outcome: 'failed', reason: 'the app did not acknowledge the submission' };
      try {
        return apply(view, ackPayload);
      } catch (error) {
        if (error instanceof SlackError) return fail(error.code, error.messages.join('; '));
        throw error;
      }
    },

    /** Presses the close button, or with `all` the cross that closes the whole stack. */
    async close({ all = false } = {}): Promise<void> {
      const view = current();
      const whole = all || (view.source.type === 'modal' && view.source.clear_on_close === true);
      const closed = views.close(user.id, whole);
      const notify = closed.filter(({ source }) => source.type === 'modal' && source.notify_on_close === true);
      await Promise.all(notify.map((each) => interact(payloads.closed(user, each, whole))));
    },
  };
}

export type Modal = ReturnType<typeof createModal>;
