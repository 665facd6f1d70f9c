import type { Mention } from '../src/desk/mention.ts';
import { promisesOf } from '../src/desk/promise-list.ts';
import { isOverdue } from '../src/desk/sla.ts';
import { listModal, PAGE_SIZE } from '../views/forms/lists.ts';
import { promisesModal } from '../views/forms/promise.ts';
import { helpModal, showModal } from '../views/forms/reading.ts';
import { ACTION } from '../views/ids.ts';
import { snippet } from '../views/text.ts';
import { type ListKind, parsePageValue } from '../views/value.ts';
import { openCloseSeveral } from './close-several.ts';
import { costs } from './costs.ts';
import { dmsCommand } from './dms.ts';
import { exportCsv } from './export.ts';
import { asksForHistory, exportHistory } from './export-history.ts';
import { mentionByNumber, openByWait, parseTarget } from './find.ts';
import { findMentions } from './find-words.ts';
import { forgetCommand } from './forget.ts';
import { show } from './form.ts';
import { handOverRight, openHandOverAll } from './hand-over-all.ts';
import { DONE, type Handler, type Reply, type SlackPress, type Who } from './handler.ts';
import { mutedAt } from './muted.ts';
import { onMention } from './on-mention.ts';
import { pausePublishing, resumePublishing } from './pause.ts';
import { report, reportRight } from './report.ts';
import { openMenu } from './settings.ts';
import type { Tools } from './tools.ts';

/** `/mentions`: lists in the order in which customers have really waited, one mention whole, help. */
export const mentions: readonly Handler[] = [
  {
    on: { command: 'mentions' },
    who: rightOf,
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

/** What may stand behind `/mentions`: who may, and what happens with the words that follow. */
interface Verb {
  readonly who: Who | ((press: SlackPress, rest: string) => Who);
  readonly run: (press: SlackPress, rest: string, tools: Tools) => Promise<Reply>;
}

const VERBS: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ['', listing('open')],
  ['open', listing('open')],
  ['mine', listing('mine')],
  ['overdue', listing('overdue')],
  ['promises', listing('promises')],
  ['muted', listing('muted')],
  ['show', { who: 'staff', run: showOne }],
  ['find', { who: 'staff', run: findMentions }],
  ['close', { who: 'staff', run: (press, _rest, tools) => openCloseSeveral(press, tools) }],
  ['handover', { who: handOverRight, run: openHandOverAll }],
  ['report', { who: (_press, rest) => reportRight(rest), run: report }],
  [
    'export',
    {
      who: (_press, rest) => (asksForHistory(rest) ? 'lead' : 'publisher'),
      run: (press, rest, tools) => (asksForHistory(rest) ? exportHistory : exportCsv)(press, rest, tools),
    },
  ],
  ['forget', { who: 'settings', run: forgetCommand }],
  ['costs', { who: 'staff', run: (press, _rest, tools) => costs(press, tools) }],
  ['pause', { who: 'publisher', run: (press, _rest, tools) => pausePublishing(press, tools) }],
  ['resume', { who: 'resume', run: (press, _rest, tools) => resumePublishing(press, tools, null) }],
  ['settings', { who: 'settings', run: (press, _rest, tools) => openMenu(press, tools) }],
  ['dms', { who: 'anyone', run: dmsCommand }],
  ['help', { who: 'anyone', run: (press, _rest, tools) => show(press, tools, helpModal(tools.context())) }],
]);

interface Wish {
  /** As it was typed. */
  readonly name: string;
  readonly verb: Verb | undefined;
  readonly rest: string;
}

function wishOf({ text }: SlackPress): Wish {
  const [, name = '', rest = ''] = /^\s*(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
  return { name, verb: VERBS.get(name.toLowerCase()), rest };
}

/** A word that is no verb does nothing but say which there are. */
function rightOf(press: SlackPress): Who {
  const { verb, rest } = wishOf(press);
  if (verb === undefined) return 'anyone';
  return typeof verb.who === 'function' ? verb.who(press, rest) : verb.who;
}

async function command(press: SlackPress, tools: Tools): Promise<Reply> {
  const { name, verb, rest } = wishOf(press);
  if (verb !== undefined) return verb.run(press, rest, tools);
  const { commands } = tools.context().words;
  return { say: `${commands.unknownVerb(snippet(name, 40))} ${commands.mentionsUsage}` };
}

function listing(kind: ListKind): Verb {
  return { who: 'staff', run: async (press, _rest, tools) => show(press, tools, await listOf(press, tools, kind, 1)) };
}

async function showOne(press: SlackPress, rest: string, tools: Tools): Promise<Reply> {
  const { commands } = tools.context().words;
  const target = parseTarget(rest);
  if (target === null) return { say: commands.showNumber };
  const mention = await mentionByNumber(tools.store, target.number);
  if (mention === undefined) return { say: commands.noSuchNumber(target.number) };
  return show(press, tools, showModal(mention, tools.context()));
}

/** A page of a list, as a modal. */
export async function listOf(press: SlackPress, tools: Tools, kind: ListKind, wished: number) {
  const context = tools.context();
  if (kind === 'promises') return promisesAt(wished, tools);
  if (kind === 'muted') return mutedAt(wished, tools);
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

function belongsTo(
  kind: Exclude<ListKind, 'promises' | 'muted'>,
  user: string,
  now: Date,
): (mention: Mention) => boolean {
  switch (kind) {
    case 'open':
      return () => true;
    case 'mine':
      return (mention) => mention.owner === user;
    case 'overdue':
      return (mention) => isOverdue(mention, now);
  }
}
