import { typed } from './composer.ts';
import type { Delivered, Delivery } from './delivery.ts';
import { chosenValue } from './element-values.ts';
import type { Events } from './events.ts';
import { type Aim, aimOf, type Found, findElement } from './find-element.ts';
import type { Context } from './method.ts';
import { createModal, type Modal } from './modal.ts';
import type { Payloads } from './payloads.ts';
import { respond } from './responses.ts';
import { directMessage } from './state.ts';
import type { Channel, Ephemeral, Message, User } from './types.ts';

/** What came of something that a person did: whether the app acknowledged it, and with what. */
export interface Acked {
  acked: boolean;
  ackPayload: unknown;
}

export interface PersonDeps {
  context: Context;
  delivery: Delivery;
  events: Events;
  payloads: Payloads;
  /** Slash commands of the app, with `should_escape`; undefined accepts any and escapes. */
  commands: ReadonlyMap<string, { shouldEscape: boolean }> | undefined;
}

const acked = ({ acked, payload }: Delivered): Acked => ({ acked, ackPayload: payload });

/** A person of the workspace, who can do what people can do, with what they see. */
export function createPerson(deps: PersonDeps, user: User) {
  const { context, delivery, events, payloads } = deps;
  const { state, messages, views } = context;

  function seenChannel(id: string): Channel {
    const channel = state.channels.get(id);
    if (!channel?.members.has(user.id)) throw new Error(`${user.name} is not in a channel ${id}`);
    return channel;
  }

  function seenMessage(channel: Channel, ts: string): Message | Ephemeral {
    const own = state.ephemerals.find((each) => each.ts === ts && each.to === user.id && each.channel === channel.id);
    const message = own ?? channel.messages.get(ts);
    if (!message) throw new Error(`${user.name} sees no message ${ts} in #${channel.name}`);
    return message;
  }

  function interact(payload: Record<string, unknown>, acceptsResponse = false): Promise<Acked> {
    return delivery.deliver({ type: 'interactive', payload, acceptsResponse }).then(acked);
  }

  function actionOf(found: Found, choice: string | string[]): Record<string, unknown> {
    const value = chosenValue(found.element, choice);
    return { ...value, action_id: found.actionId, block_id: found.blockId, action_ts: state.nextTs() };
  }

  async function useHome(aim: Aim, choice: string | string[]): Promise<Acked> {
    const view = state.homes.get(user.id);
    if (!view) throw new Error(`${user.name} has no home tab yet`);
    const found = findElement(view.source.blocks, aim, `${user.name}'s home tab`);
    return interact(payloads.viewAction(user, view, actionOf(found, choice)));
  }

  /** Presses a button or chooses from a menu of a message; what is chosen stays chosen. */
  async function use(channelId: string, ts: string, aim: Aim, choice: string | string[]): Promise<Acked> {
    const channel = seenChannel(channelId);
    const message = seenMessage(channel, ts);
    const found = findElement(message.blocks ?? [], aim, `the message ${ts} in #${channel.name}`);
    const key = `${channel.id}:${ts}`;
    const { type } = found.element;
    if (type !== 'button' && type !== 'overflow') {
      const values = state.messageValues.get(key) ?? {};
      const chosen = { ...values[found.blockId], [found.actionId]: chosenValue(found.element, choice) };
      state.messageValues.set(key, { ...values, [found.blockId]: chosen });
    }
    const values = state.messageValues.get(key) ?? {};
    return interact(payloads.messageAction(user, channel, message, actionOf(found, choice), values));
  }

  async function say(channelId: string, text: string, threadTs?: string): Promise<{ ts: string; acked: boolean }> {
    const message = messages.post(seenChannel(channelId), { text: typed(state, text), user: user.id, threadTs });
    const delivered = delivery.connected() ? await events.deliveryOf(message) : undefined;
    return { ts: message.ts, acked: delivered?.acked ?? false };
  }

  return {
    id: user.id,

    press: (channelId: string, ts: string, aim: Aim): Promise<Acked> =>
      use(channelId, ts, aim, aimOf(aim).option ?? ''),

    select: (channelId: string, ts: string, aim: Aim, option: string | string[]): Promise<Acked> =>
      use(channelId, ts, aim, option),

    pressHome: (aim: Aim): Promise<Acked> => useHome(aim, aimOf(aim).option ?? ''),

    /** Opens the app's home tab; resolves when the app has heard of it. */
    async openHome(): Promise<Acked> {
      const event = payloads.homeOpened(user, directMessage(state, user.id), state.homes.get(user.id));
      return acked((await events.send('app_home_opened', event)) ?? { acked: false, payload: undefined });
    },

    /**
     * Types a slash command into a channel's message field.
     * @throws Error as Slack answers when the command is unknown, or typed in a thread.
     */
    async command(command: string, text: string, channelId: string, threadTs?: string): Promise<Acked> {
      const channel = seenChannel(channelId);
      const known = deps.commands ? deps.commands.get(command) : { shouldEscape: true };
      if (!known) throw new Error(`${command} is not a valid command.`);
      if (threadTs !== undefined) throw new Error(`${command} is not supported in threads. Sorry!`);
      const payload = payloads.command(user, channel, command, known.shouldEscape ? typed(state, text, true) : text);
      const result = acked(await delivery.deliver({ type: 'slash_commands', payload, acceptsResponse: true }));
      const answer = result.ackPayload;
      if (typeof answer === 'object' && answer !== null && ('text' in answer || 'blocks' in answer)) {
        respond(context, { user: user.id, channel: channel.id, ts: undefined, threadTs: undefined }, answer);
      }
      return result;
    },

    /** Uses a message shortcut from the "more actions" menu of a message. */
    async shortcut(callbackId: string, channelId: string, ts: string): Promise<Acked> {
      const channel = seenChannel(channelId);
      return interact(payloads.messageShortcut(user, channel, seenMessage(channel, ts), callbackId));
    },

    globalShortcut: (callbackId: string): Promise<Acked> => interact(payloads.globalShortcut(user, callbackId)),

    /** Writes a message, or an answer in a thread; resolves when a connected app has heard of it. */
    say,

    /** Changes or deletes one's own message. */
    edit(channelId: string, ts: string, text: string): void {
      const channel = seenChannel(channelId);
      const message = channel.messages.get(ts);
      if (message?.user !== user.id) throw new Error(`${user.name} did not write ${ts}`);
      messages.update(channel, message, { text: typed(state, text) });
    },
    erase(channelId: string, ts: string): void {
      const channel = seenChannel(channelId);
      const message = channel.messages.get(ts);
      if (message?.user !== user.id) throw new Error(`${user.name} did not write ${ts}`);
      messages.remove(channel, message);
    },

    /** The id of the direct-message channel with the app. */
    dm: (): string => directMessage(state, user.id).id,

    /** The modal on top of this person's screen. @throws Error when there is none. */
    modal(): Modal {
      const view = views.top(user.id);
      if (!view) throw new Error(`no modal is open for ${user.name}`);
      return createModal({ context, payloads, interact }, user, view.id);
    },
  };
}

export type Person = ReturnType<typeof createPerson>;
