import type { ModalView } from '@slack/types';
import type { DeskState } from '../../src/desk/desk-state.ts';
import { PROMISE_MINUTES, type Settings, SLA_MINUTES } from '../../src/desk/settings.ts';
import { changedSince } from '../../src/desk/settings-change.ts';
import { spansText } from '../../src/desk/settings-text.ts';
import { button, context, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { readingModal } from '../forms/modal.ts';
import { historyBlocks } from '../forms/reading.ts';
import { ACTION, FORM } from '../ids.ts';
import { group, snippet, user, when } from '../text.ts';
import { channelsInShort } from './channels.ts';
import { checksInShort } from './checks.ts';
import { onCallInShort } from './on-call.ts';
import { rulesInShort } from './rules.ts';
import { WEEK } from './times.ts';
import { TOPICS, type Topic } from './topics.ts';
import { urgencyInShort } from './urgency.ts';

const SHOWN_CHANGES = 40;
const NAMED = 5;

/** All topics with what holds now; each button opens a form on top of this menu. */
export function settingsMenu(desk: DeskState, ctx: ViewContext): ModalView {
  const { settings: words } = ctx.words;
  const rows = TOPICS.map((topic) => {
    const press = button(ACTION.settingsTopic, topic === 'history' ? words.show : words.change, topic);
    return section(`*${words.title[topic]}*\n${inShort(topic, desk, ctx)}`, press);
  });
  return readingModal(FORM.reading, words.title.menu, { seen: [] }, [context(words.intro), ...rows], ctx);
}

/** Who changed what, from what to what; newest last. */
export function settingsHistory(desk: DeskState, ctx: ViewContext): ModalView {
  const blocks = historyBlocks(desk.history, SHOWN_CHANGES, ctx);
  return readingModal(FORM.reading, ctx.words.settings.title.history, { seen: [] }, blocks, ctx);
}

function inShort(topic: Topic, desk: DeskState, ctx: ViewContext): string {
  const { settings } = desk;
  const { settings: words } = ctx.words;
  switch (topic) {
    case 'hours':
      return `${hoursInShort(settings, ctx)} · ${snippet(settings.officeHours.timeZone, 60)}`;
    case 'holidays': {
      const { country, state = '', region = '', extra, except } = settings.holidays;
      const place = [country, state, region].filter((part) => part !== '').join(' ');
      return [snippet(place, 60) || words.none, ...counted('+', extra), ...counted('−', except)].join(' · ');
    }
    case 'sla':
      return [
        ...SLA_MINUTES.map((one) => `${words.sla[one]}: ${minutesInShort(settings.sla[one], ctx)}`),
        ...PROMISE_MINUTES.map((one) => `${words.promise[one]}: ${minutesInShort(settings.promise[one], ctx)}`),
      ].join('\n');
    case 'rights':
      return [
        `${words.publishersShort}: ${names(settings.publishers, words.nobody)}`,
        `${words.leadsShort}: ${names(settings.leads, words.nobody)}`,
      ].join('\n');
    case 'onCall':
      return onCallInShort(desk, ctx);
    case 'channels':
      return channelsInShort(desk, ctx);
    case 'escalation': {
      const { group: named, channels, chain } = settings.escalation;
      const first = `${words.escalationGroup}: ${named === undefined ? words.noGroup : group(named)}`;
      const pairs = Object.keys(channels).length;
      return [
        first,
        ...(pairs === 0 ? [] : [`${words.pairs}: ${pairs}`]),
        ...(chain.length === 0 ? [] : [words.chainShort(chain.length)]),
      ].join('\n');
    }
    case 'urgency':
      return urgencyInShort(desk, ctx);
    case 'rules':
      return rulesInShort(desk, ctx);
    case 'together': {
      const { idleMinutes, releaseAtClosing } = settings.claim;
      const idle = idleMinutes === null ? words.never : `${idleMinutes} ${words.minutes}`;
      const said = (isOn: boolean) => words.yesNo[isOn ? 'yes' : 'no'];
      return [
        `${words.idleShort}: ${idle}`,
        `${words.releaseAtClosing}: ${said(releaseAtClosing)}`,
        `${words.fold}: ${said(settings.fold)}`,
      ].join('\n');
    }
    case 'templates':
      return words.templateCount(settings.templates.length);
    case 'signatures':
      return Object.keys(settings.signatures).length === 0
        ? words.noSignatures
        : words.people(Object.keys(settings.signatures).length);
    case 'checks':
      return checksInShort(desk, ctx);
    case 'topics':
      return snippet(settings.topics.join(', '), 300) || words.none;
    case 'bell':
      return bellInShort(settings, ctx);
    case 'reports': {
      const { weekly } = settings.reports;
      return weekly === null ? words.never : `${words.day[weekly.day]} ${weekly.time}`;
    }
    case 'general':
      return `${words.undoShort(settings.undoSeconds)} · ${words.languages[settings.language]}`;
    case 'history': {
      const last = changedSince(desk, 0);
      return last === null ? words.neverChanged : words.lastChange(user(last.by), when(last.at));
    }
  }
}

function bellInShort({ bell }: Settings, ctx: ViewContext): string {
  const { settings: words } = ctx.words;
  const rung = [...(bell.opening ? [words.bellOpening] : []), ...(bell.closing ? [words.bellClosing] : [])];
  return rung.length === 0 ? words.never : rung.join(' · ');
}

/** Days in a row with the same hours stand together: `Mon–Sat 08:00-20:00`. */
function hoursInShort({ officeHours: { week } }: Settings, ctx: ViewContext): string {
  const { settings: words } = ctx.words;
  const runs: { first: string; last: string; hours: string }[] = [];
  for (const day of WEEK) {
    const hours = spansText(week[day]) || words.closed;
    const run = runs.at(-1);
    if (run?.hours === hours) run.last = words.shortDay[day];
    else runs.push({ first: words.shortDay[day], last: words.shortDay[day], hours });
  }
  return runs.map(({ first, last, hours }) => `${first === last ? first : `${first}–${last}`} ${hours}`).join(' · ');
}

function counted(sign: string, dates: readonly string[]): string[] {
  return dates.length === 0 ? [] : [`${sign}${dates.length}`];
}

function minutesInShort(minutes: number | null, ctx: ViewContext): string {
  const { settings: words } = ctx.words;
  return minutes === null ? words.noDeadline : `${minutes} ${words.minutes}`;
}

function names(ids: readonly string[], none: string): string {
  if (ids.length === 0) return none;
  const shown = ids.slice(0, NAMED).map((id) => (id.startsWith('S') ? group(id) : user(id)));
  return [...shown, ...(ids.length > NAMED ? [`+${ids.length - NAMED}`] : [])].join(' ');
}
