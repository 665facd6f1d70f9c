import type { UserId } from '../src/desk/instant.ts';
import { newPerson, switchDms } from '../src/desk/person.ts';
import { personRef } from '../src/desk/ref.ts';
import { ACTION } from '../views/ids.ts';
import { DONE, type Handler, type Reply, type SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

/** Whoever wants less noise switches off the direct messages that need not reach them, in the home tab. */
export const dms: readonly Handler[] = [
  {
    on: { action: ACTION.switchDms },
    who: 'anyone',
    async run(press, tools) {
      const on = wishOf(press.value ?? '');
      if (on === null) return DONE;
      await save(press.by, on, tools);
      // The tab, which is drawn again, says how it is.
      return DONE;
    },
  },
];

/** `/mentions dms [on|off]`; alone it says how it is. */
export async function dmsCommand(press: SlackPress, words: string, tools: Tools): Promise<Reply> {
  const on = wishOf(words);
  if (on !== null) await save(press.by, on, tools);
  const person = await tools.store.read(personRef(press.by));
  return { say: said(person?.dms ?? newPerson(press.by).state.dms, tools) };
}

async function save(user: UserId, on: boolean, { store }: Tools): Promise<void> {
  await store.create('person', user, () => newPerson(user));
  await store.change(personRef(user), (person) => switchDms(person, on));
}

function wishOf(words: string): boolean | null {
  const word = words.trim().toLowerCase();
  if (word === 'on' || word === 'an') return true;
  return word === 'off' || word === 'aus' ? false : null;
}

function said(on: boolean, tools: Tools): string {
  const { commands } = tools.context().words;
  return on ? commands.dmsOn : commands.dmsOff;
}
