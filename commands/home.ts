import { home as homeView } from '../views/home.ts';
import { openByWait } from './find.ts';
import { DONE, type Handler } from './handler.ts';
import { isOverdue } from './mentions.ts';

/** The app's home tab, drawn when somebody opens it. */
export const home: readonly Handler[] = [
  {
    on: { event: 'app_home_opened' },
    who: 'anyone',
    async run(press, tools) {
      const open = await openByWait(tools.store);
      const lists = {
        open,
        mine: open.filter((mention) => mention.owner === press.by),
        overdue: open.filter((mention) => isOverdue(mention, tools.clock.now())),
        incidents: await tools.store.list('incident', { open: true }),
      };
      return { afterwards: () => tools.publishHome(press.by, homeView(lists, tools.context())), ...DONE };
    },
  },
];
