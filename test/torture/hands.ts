import { type Found, shownElements } from '../../practice/slack/find-element.ts';
import type { Message } from '../../practice/slack/index.ts';
import type { Modal, Submitted } from '../../practice/slack/modal.ts';
import type { Stage } from '../../practice/stage.ts';

/** Real milliseconds for what an app that lives does at once, and one that was killed after its next start. */
const PATIENCE_MS = 3_500;
const TRIES = 4;

/** What people do with their hands, while the app dies and comes back under them. */
export function createHands({ slack }: Pick<Stage, 'slack'>) {
  const { workspace } = slack;

  function seen(look: () => boolean, timeoutMs = PATIENCE_MS): Promise<boolean> {
    return workspace.waitFor(look, '', { timeoutMs }).then(
      () => true,
      () => false,
    );
  }

  async function opened(user: string, act: () => Promise<unknown>): Promise<Modal | null> {
    if (workspace.modals(user).length > 0) await workspace.as(user).modal().close({ all: true });
    await act();
    const isOpen = await seen(() => workspace.modals(user).length > 0);
    return isOpen ? workspace.as(user).modal() : null;
  }

  return {
    seen,

    /** What the message shows to press; nothing for one that is gone. */
    buttons: (channel: string, ts: string): readonly Found[] =>
      shownElements(workspace.message(channel, ts)?.blocks ?? []),

    openForm: (user: string, channel: string, { ts }: Pick<Message, 'ts'>, action: string) =>
      opened(user, () => workspace.as(user).press(channel, ts, action)),

    openCommand: (user: string, channel: string, command: string, text: string) =>
      opened(user, () => workspace.as(user).command(command, text, channel)),

    /** The block of a field whose id changes with what was put in. */
    blockOf(modal: Modal, field: string): string {
      const blocks = modal.view().source.blocks.map(({ block_id = '' }) => block_id);
      return blocks.find((id) => id === field || id.startsWith(`${field}:`)) ?? field;
    },

    /**
     * Presses Send, and again where Slack shows "we had some trouble connecting". Someone who is asked "send anyway?"
     * looks first whether it was their own first press.
     */
    async submit(user: string, modal: Modal, isThere: () => boolean): Promise<Submitted['outcome']> {
      let top = modal;
      let last: Submitted['outcome'] = 'failed';
      for (let tries = 0; tries < TRIES; tries += 1) {
        const { outcome } = await top.submit();
        last = outcome;
        if (outcome === 'failed') {
          await seen(() => slack.sockets.count() > 0, 2 * PATIENCE_MS);
          if (workspace.modals(user).length === 0) return 'failed';
        } else if (outcome !== 'updated') return outcome;
        else if (isThere()) return 'closed';
        top = workspace.as(user).modal();
      }
      return last;
    },
  };
}

export type Hands = ReturnType<typeof createHands>;
