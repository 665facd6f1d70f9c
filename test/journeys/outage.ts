import { expect } from 'vitest';
import type { Message } from '../../practice/slack/index.ts';
import type { Modal } from '../../practice/slack/modal.ts';
import type { Name, OpenedStage } from './support.ts';

/** What happens around an outage, as stories tell it. */
export function createOutage(stage: OpenedStage) {
  const { workspace, people, support } = stage;

  function message(): Message {
    const found = stage.messagesFor('draw-incident').at(-1);
    if (found === undefined) throw new Error('there is no incident');
    return found;
  }

  const shown = () => stage.rendered(message()).replace(/ \(https:\S+?\)/g, '');

  const untilShown = (words: string | RegExp) =>
    workspace.waitFor(
      () => {
        const text = stage.messagesFor('draw-incident').length === 0 ? '' : shown();
        return (typeof words === 'string' ? text.includes(words) : words.test(text)) && text;
      },
      `an incident that says ${String(words)}`,
      { timeoutMs: 20_000 },
    );

  /** Fills a form and publishes its text; until it is public. */
  async function publish(form: Modal, fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [field, value] of Object.entries(fields)) await form.fill(stage.textBlock(form, field), value);
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    const isPublic = () => stage.world.ours().some(({ written }) => written === fields.text);
    await stage.untilSeen(isPublic, `“${fields.text}” in public`);
    await untilShown(new RegExp(`by @\\w+, [^\\n]*· on X[^\\n]*\\n${fields.text?.slice(0, 20)}`));
  }

  /** The modal that a press opens. */
  async function formAfter(name: Name, press: () => Promise<unknown>): Promise<Modal> {
    const before = workspace.modals(people[name]).at(-1)?.id;
    await press();
    await workspace.waitFor(() => {
      const top = workspace.modals(people[name]).at(-1);
      return top !== undefined && top.id !== before;
    }, `a modal for ${name}`);
    return stage.person(name).modal();
  }

  return {
    message,
    shown,
    untilShown,
    publish,
    formAfter,

    async start(
      text: string,
      more: Readonly<Record<string, string>> = {},
      what = 'Mobilfunk im Norden',
    ): Promise<void> {
      const form = await stage.commandForm('carla', '/incident', `start ${what}`);
      await publish(form, { text, ...more });
    },

    async update(text: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
      const form = await stage.commandForm('carla', '/incident', 'update');
      await publish(form, { text, confirmed_by: 'Jens, network', ...more });
    },

    async resolve(text: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
      const form = await stage.commandForm('carla', '/incident', 'resolve');
      await publish(form, { text, confirmed_by: 'Jens, network', ...more });
      await untilShown('Resolved');
    },

    /** Chooses from the menu on the incident's message. */
    menu: (name: Name, option: string): Promise<Modal> =>
      formAfter(name, () => stage.person(name).press(support, message().ts, { action_id: 'incident_more', option })),

    /** "More …" on a card, and a button in it. */
    async more(name: Name, card: Pick<Message, 'ts'>, action: string): Promise<Modal> {
      const modal = await formAfter(name, () =>
        stage.person(name).press(support, card.ts, { action_id: 'more', option: 'More …' }),
      );
      await modal.press(action);
      return modal;
    },

    /** Links all of these from the incident's message, the longest wait first. */
    async link(name: Name, numbers: readonly number[]): Promise<void> {
      const form = await formAfter(name, () =>
        stage.person(name).press(support, message().ts, { action_id: 'incident_more', option: 'Link mentions …' }),
      );
      const block = form.view().source.blocks.find(({ type }) => type === 'input');
      if (block?.type !== 'input' || block.element.type !== 'multi_static_select')
        throw new Error('no mentions to choose');
      const options = block.element.options ?? [];
      const values = numbers.map(
        (number) => options.find(({ text }) => text.text.startsWith(`#${number} `))?.value ?? '',
      );
      await form.select(block.block_id ?? '', values);
      expect(await form.submit()).toEqual({ outcome: 'closed' });
    },

    /** The message about those who still wait to hear the end. */
    untold: (): Message | undefined => stage.messagesFor('draw-untold').at(-1),
    untilUntold: (words: string | RegExp) =>
      workspace.waitFor(
        () => {
          const found = stage.messagesFor('draw-untold').at(-1);
          const text = found === undefined ? '' : stage.rendered(found);
          return (typeof words === 'string' ? text.includes(words) : words.test(text)) && text;
        },
        `a list of who waits that says ${String(words)}`,
        { timeoutMs: 20_000 },
      ),
  };
}
