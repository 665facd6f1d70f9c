import { isRefused } from '../src/desk/decision.ts';
import { isPeriodFault, parsePeriod } from '../src/desk/period.ts';
import { channelRef, DESK } from '../src/desk/ref.ts';
import { askReport, showReport } from '../src/desk/report-orders.ts';
import type { WeeklyReport } from '../src/desk/settings.ts';
import { changeSettings, revisionOf } from '../src/desk/settings-change.ts';
import { dropNames, wantNames } from '../src/desk/staff-names.ts';
import { asTyped } from '../src/desk/typed-text.ts';
import { WEEKDAYS, type Weekday } from '../src/desk/week.ts';
import { ACTION } from '../views/ids.ts';
import { namesText, periodFaultText, periodText, weeklyText } from '../views/report.ts';
import { parsePeriodValue } from '../views/value.ts';
import { DONE, type Handler, type Reply, type SlackPress, type Who } from './handler.ts';
import type { Tools } from './tools.ts';

/** What can be done with a report that one has got. */
export const reports: readonly Handler[] = [
  {
    on: { action: ACTION.showReport },
    who: 'staff',
    async run(press, tools) {
      const period = parsePeriodValue(press.value ?? '');
      if (period === null) return DONE;
      const message = `${press.channel}:${press.messageTs}`;
      const outcome = await tools.store.change(channelRef(tools.channel), (state) =>
        showReport(state, press, message, period),
      );
      const { report: words } = tools.context().words;
      if (!isRefused(outcome)) return { say: words.shown };
      return outcome.refused.reason === 'already-done' ? { say: words.alreadyShown } : { refused: outcome.refused };
    },
  },
];

/** Reading is for all staff; the channel's report is a setting, and naming staff is up to the leads. */
export function reportRight(words: string): Who {
  const { verb, rest } = partsOf(words);
  if (verb === 'weekly' && rest !== '') return 'settings';
  return verb === 'names' && namesRule(rest) !== null ? 'lead' : 'staff';
}

/** `/mentions report [period]` for the one who asks; `weekly` for the channel's; `names` for whether staff are named. */
export async function report(press: SlackPress, words: string, tools: Tools): Promise<Reply> {
  const { verb, rest } = partsOf(words);
  if (verb === 'weekly') return weekly(press, rest, tools);
  if (verb === 'names') return names(press, rest, tools);
  const ctx = tools.context();
  const period = parsePeriod(asTyped(words), ctx.desk.settings.officeHours.timeZone, ctx.now);
  if (isPeriodFault(period)) return { say: periodFaultText(period, 'report', ctx) };
  const outcome = await tools.store.change(channelRef(tools.channel), (state) => askReport(state, press, period));
  if (isRefused(outcome)) return { refused: outcome.refused };
  return { say: ctx.words.report.onItsWay(periodText(period, ctx)) };
}

function partsOf(words: string): { readonly verb: string; readonly rest: string } {
  const [, verb = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(words.trim().toLowerCase()) ?? [];
  return { verb, rest };
}

async function weekly(press: SlackPress, words: string, tools: Tools): Promise<Reply> {
  if (words === '') return { say: weeklyText(tools.context()) };
  const wish = words === 'off' || words === 'aus' ? null : weeklyOf(words);
  if (wish === undefined) return { say: tools.context().words.report.weeklyUsage };
  const outcome = await tools.store.change(DESK, (state) =>
    changeSettings(state, { ...press, seen: revisionOf(state) }, { reports: { weekly: wish } }, tools.clock.now()),
  );
  if (isRefused(outcome)) return { refused: outcome.refused };
  await tools.refreshDesk();
  return { say: weeklyText(tools.context()) };
}

async function names(press: SlackPress, words: string, tools: Tools): Promise<Reply> {
  const rule = namesRule(words);
  const tell = async () => {
    const state = await tools.store.read(DESK);
    return { say: state === undefined ? '' : namesText(state.staffNames, tools.context()) };
  };
  if (rule === null) return tell();
  const outcome = await tools.store.change(DESK, (state) => rule(state, press, tools.channel, tools.clock.now()));
  if (isRefused(outcome) && outcome.refused.reason !== 'already-done') return { refused: outcome.refused };
  await tools.refreshDesk();
  return tell();
}

function namesRule(words: string): typeof wantNames | null {
  if (words === 'on' || words === 'an') return wantNames;
  return words === 'off' || words === 'aus' ? dropNames : null;
}

/** By the first two letters, in German and English: `mon 09:00`, `Montag 9:00`. */
const DAYS: Readonly<Record<string, Weekday>> = {
  ...Object.fromEntries(WEEKDAYS.map((day) => [day.slice(0, 2), day] as const)),
  ...({ so: 'sun', di: 'tue', mi: 'wed', do: 'thu' } as const),
};
const DAY_AND_TIME = /^(\p{L}{2,10})\.?\s+([01]?\d|2[0-3]):([0-5]\d)$/u;

function weeklyOf(words: string): WeeklyReport | undefined {
  const [, name = '', hour = '', minute = ''] = DAY_AND_TIME.exec(words) ?? [];
  const day = DAYS[name.slice(0, 2)];
  return day === undefined ? undefined : { day, time: `${hour.padStart(2, '0')}:${minute}` };
}
