import { desktopOf, homeDigest, homeOf } from '../src/desk/home.ts';
import type { UserId } from '../src/desk/instant.ts';
import { newPerson, openedHome } from '../src/desk/person.ts';
import { personRef } from '../src/desk/ref.ts';
import { homeRightsOf } from '../src/slack/home-rights.ts';
import { helpModal } from '../views/forms/reading.ts';
import { home as homeView } from '../views/home.ts';
import { ACTION } from '../views/ids.ts';
import { parsePageValue } from '../views/value.ts';
import { show } from './form.ts';
import { DONE, type Handler, type SlackPress } from './handler.ts';
import { listOf } from './mentions.ts';
import type { Tools } from './tools.ts';

/** The app's home tab: drawn when somebody opens it, kept up to date from then on, and its quick links. */
export const home: readonly Handler[] = [
  {
    on: { event: 'app_home_opened' },
    who: 'anyone',
    run: async (press, tools) => ({ afterwards: () => drawHome(press.by, tools, 'always') }),
  },
  {
    on: { action: ACTION.openList },
    who: 'staff',
    async run(press, tools) {
      const wish = parsePageValue(press.value ?? '');
      return wish === null ? DONE : show(press, tools, await listOf(press, tools, wish.kind, wish.page));
    },
  },
  {
    on: { action: ACTION.openHelp },
    who: 'anyone',
    run: (press, tools) => show(press, tools, helpModal(tools.context())),
  },
];

/** What was pressed in a home tab shows there at once. A failure is logged: the watch draws it again soon. */
export async function redrawHome({ by, view }: SlackPress, tools: Tools): Promise<void> {
  if (view?.type !== 'home') return;
  try {
    await drawHome(by, tools, 'changed');
  } catch (error) {
    tools.log.warn({ err: error, by }, 'slack: a home tab was not drawn after a press in it');
  }
}

async function drawHome(user: UserId, tools: Tools, when: 'always' | 'changed'): Promise<void> {
  const { store, people } = tools;
  const ctx = tools.context();
  const [mentions, incidents] = await Promise.all([store.list('mention'), store.list('incident')]);
  const { state: person } = await store.create('person', user, () => newPerson(user));
  const shown = homeOf(person, desktopOf({ mentions, incidents }, ctx.desk, ctx.now));
  const digest = homeDigest(shown, ctx.desk, ctx.now);
  if (when === 'always' || person.homeDrawnFor !== digest) {
    await tools.publishHome(user, homeView(shown, await homeRightsOf(user, ctx.desk, people), ctx));
  }
  await store.change(personRef(user), (state) => openedHome(state, digest, ctx.now));
}
