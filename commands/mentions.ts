import type { Mention } from '../src/desk/mention.ts';
import { promisesOf } from '../src/desk/promise-list.ts';
import { isOverdue } from '../src/desk/sla.ts';
import { listModal, PAGE_SIZE } from '../views/forms/lists.ts';
import { promisesModal } from '../views/forms/promise.ts';
import { helpModal, showModal } from '../views/forms/reading.ts';
import { ACTION } from '../views/ids.ts';
import { type ListKind, parsePageValue } from '../views/value.ts';
import { openCloseSeveral } from './close-several.ts';
import { costs } from './costs.ts';
import { dmsCommand } from './dms.ts';
import { exportCsv } from './export.ts';
import { mentionByNumber, openByWait, parseTarget } from './find.ts';
import { findMentions } from './find-words.ts';
import { show } from './form.ts';
import { openHandOverAll } from './hand-over-all.ts';
import { DONE, type Handler, type Reply, type SlackPress } from './handler.ts';
import { onMention } from './on-mention.ts';
import { pausePublishing, resumePublishing } from './pause.ts';
import { report } from './report.ts';
import { openSettings } from './settings.ts';
import type { Tools } from './tools.ts';

/** `/mentions`: lists in the order in which customers have really waited, one mention whole, help. */
export const mentions: readonly Handler[] = [
  {
    on: { command: 'mentions' },
    who: 'staff',
    run: command,
  },
  {
    on: { action: ACTION.pageList },
    who: 'staff',
    async run(press, tools) {
      const wish = parsePageValue(press.value ?? '');
      if (wish === null || press.view === null) return DONE;
      await tools.update({ id: press.view.id }, await listOf(press, tools, wish.kind, wish.page));
      return DONE;
    },
  },
  onMention(ACTION.showMention, 'staff', (press, tools, mention) =>
    show(press, tools, showModal(mention, tools.context())),
  ),
];

async function command(press: SlackPress, tools: Tools): Promise<Reply> {
  const [, verb = '', rest = ''] = /^\s*(\S*)\s*([\s\S]*)$/.exec(press.text) ?? [];
  const { commands } = tools.context().words;
  switch (verb.toLowerCase()) {
    case '':
    case 'open':
      return show(press, tools, await listOf(press, tools, 'open', 1));
    case 'mine':
      return show(press, tools, await listOf(press, tools, 'mine', 1));
    case 'overdue':
      return show(press, tools, await listOf(press, tools, 'overdue', 1));
    case 'promises':
      return show(press, tools, await listOf(press, tools, 'promises', 1));
    case 'find':
      return findMentions(press, rest, tools);
    case 'close':
      return openCloseSeveral(press, tools);
    case 'dms':
      return dmsCommand(press, rest, tools);
    case 'settings':
      return openSettings(press, tools);
    case 'report':
      return report(press, rest, tools);
    case 'export':
      return exportCsv(press, rest, tools);
    case 'costs':
      return costs(press, tools);
    case 'pause':
      return pausePublishing(press, tools);
    case 'resume':
      return resumePublishing(press, tools, null);
    case 'handover':
      return openHandOverAll(press, rest, tools);
    case 'help':
      return show(press, tools, helpModal(tools.context()));
    case 'show': {
      const target = parseTarget(rest);
      if (target === null) return { say: commands.mentionsUsage };
      const mention = await mentionByNumber(tools.store, target.number);
      if (mention === undefined) return { say: commands.noSuchNumber(target.number) };
      return show(press, tools, showModal(mention, tools.context()));
    }
    default:
      return { say: commands.mentionsUsage };
  }
}

/** A page of a list, as a modal. */
export async function listOf(press: SlackPress, tools: Tools, kind: ListKind, wished: number) {
  const context = tools.context();
  if (kind === 'promises') return promisesAt(wished, tools);
  const all = (await openByWait(tools.store)).filter(belongsTo(kind, press.by, tools.clock.now()));
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const page = Math.min(wished, pages);
  const shown = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return listModal({ title: context.words.forms.title[kind], mentions: shown, page, pages, kind }, context);
}

/** Promises of answered mentions are among them: an apology's stays open. */
async function promisesAt(wished: number, tools: Tools) {
  const all = promisesOf(await tools.store.list('mention'), tools.clock.now());
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const page = Math.min(wished, pages);
  const promises = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return promisesModal({ promises, page, pages }, tools.context());
}

function belongsTo(kind: Exclude<ListKind, 'promises'>, user: string, now: Date): (mention: Mention) => boolean {
  switch (kind) {
    case 'open':
      return () => true;
    case 'mine':
      return (mention) => mention.owner === user;
    case 'overdue':
      return (mention) => isOverdue(mention, now);
  }
}
