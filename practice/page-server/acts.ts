import type { Stage } from '../stage.ts';
import type { Customers } from './customers.ts';
import type { Switches } from './switches.ts';
import type { Things } from './things.ts';
import type { Time } from './time.ts';
import type { Act, Aimed, CommandItem, Done } from './wire.ts';

const DONE: Done = { ok: true };
const NO_ANSWER: Done = { ok: false, error: 'Earshot did not answer within three seconds. Try it once more.' };

interface Hands {
  readonly stage: Stage;
  readonly commands: readonly CommandItem[];
  readonly customers: Customers;
  readonly switches: Switches;
  readonly things: Things;
  readonly time: Time;
}

/** Carries out what a visitor does, by the same means as a test: a person of the workspace, a customer, the clock. */
export function createActs({ stage, commands, customers, switches, things, time }: Hands) {
  const { workspace } = stage.slack;

  /** The modal that the visitor saw; another one may have come on top meanwhile. */
  function modalOf(as: string, view: string) {
    const modal = workspace.as(as).modal();
    if (modal.view().id !== view) throw new Error('This form is no longer open.');
    return modal;
  }

  async function submit(as: string, view: string): Promise<Done> {
    const sent = await modalOf(as, view).submit();
    if (sent.outcome === 'errors') return { ok: true, errors: sent.errors };
    if (sent.outcome !== 'failed') return DONE;
    return { ok: false, error: 'We had some trouble connecting. Try again?' };
  }

  async function command(act: Extract<Act, { do: 'command' }>): Promise<Done> {
    if (!commands.some(({ command: known }) => known === act.command)) {
      return { ok: false, error: `${act.command} is not a valid command.` };
    }
    return heard(await workspace.as(act.as).command(act.command, act.text, act.channel));
  }

  return async function carryOut(act: Act): Promise<Done> {
    things.note(act);
    switch (act.do) {
      case 'press':
        return heard(await workspace.as(act.as).press(act.channel, act.ts, aimAt(act)));
      case 'press-home':
        return heard(await workspace.as(act.as).pressHome(aimAt(act)));
      case 'press-modal':
        return heard(await modalOf(act.as, act.view).press(aimAt(act)));
      case 'open-home':
        return heard(await workspace.as(act.as).openHome());
      case 'fill':
        await modalOf(act.as, act.view).fill(act.block, listOf(act.value));
        return DONE;
      case 'submit':
        return submit(act.as, act.view);
      case 'close':
        await modalOf(act.as, act.view).close();
        return DONE;
      case 'command':
        return command(act);
      case 'say':
        await workspace.as(act.as).say(act.channel, act.text, act.threadTs ?? undefined);
        return DONE;
      case 'shortcut':
        return heard(await workspace.as(act.as).shortcut(act.shortcut, act.channel, act.ts));
      case 'post':
        customers.write(act.username, act.text, act.inReplyTo, { named: act.named ?? true });
        return DONE;
      case 'edit-post':
        stage.x.world.edit(act.id, act.text);
        return DONE;
      case 'answer-directly':
        stage.x.world.post({ author: stage.x.world.us.username, text: act.text, inReplyTo: act.id });
        return DONE;
      case 'delete-post':
        stage.x.world.remove(act.id);
        return DONE;
      case 'outage':
        customers.surge();
        return DONE;
      case 'jump':
        await time.jump(act.by);
        return DONE;
      case 'switch':
        await switches.set(act.id, act.on);
        return DONE;
    }
  };
}

function aimAt({ action_id, block_id, value, option }: Aimed) {
  return {
    action_id,
    block_id,
    ...(value === undefined ? {} : { value }),
    ...(option === undefined ? {} : { option: listOf(option) }),
  };
}

function listOf(choice: string | readonly string[]): string | string[] {
  return typeof choice === 'string' ? choice : [...choice];
}

function heard({ acked }: { readonly acked: boolean }): Done {
  return acked ? DONE : NO_ANSWER;
}
