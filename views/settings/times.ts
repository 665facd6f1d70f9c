import type { ModalView } from '@slack/types';
import type { DeskState } from '../../src/desk/desk-state.ts';
import { PROMISE_MINUTES, SLA_MINUTES } from '../../src/desk/settings.ts';
import { revisionOf } from '../../src/desk/settings-change.ts';
import { datesText, spansText } from '../../src/desk/settings-text.ts';
import { WEEKDAYS, type Weekday } from '../../src/desk/week.ts';
import { context, option } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { SETTING } from './ids.ts';
import { choice, line, settingsForm } from './inputs.ts';

/** The value of "no weekly report". */
export const NEVER = 'never';

/** From Monday on, as people write a week. */
export const WEEK: readonly Weekday[] = [...WEEKDAYS.slice(1), ...WEEKDAYS.slice(0, 1)];

export function hoursForm(desk: DeskState, ctx: ViewContext): ModalView {
  const { settings: words } = ctx.words;
  const { timeZone, week } = desk.settings.officeHours;
  const blocks = [
    context(words.hoursHint),
    ...WEEK.map((day) => line({ field: SETTING.day(day), label: words.day[day], text: spansText(week[day]) })),
    line({ field: SETTING.timeZone, label: words.timeZone, text: timeZone, hint: words.timeZoneHint }),
  ];
  return settingsForm('hours', revisionOf(desk), blocks, ctx);
}

export function holidaysForm(desk: DeskState, ctx: ViewContext): ModalView {
  const { settings: words } = ctx.words;
  const { country, state = '', region = '', extra, except } = desk.settings.holidays;
  const blocks = [
    line({ field: SETTING.country, label: words.country, text: country, hint: words.countryHint }),
    line({ field: SETTING.state, label: words.state, text: state, hint: words.stateHint }),
    line({ field: SETTING.region, label: words.region, text: region, hint: words.regionHint }),
    line({ field: SETTING.extra, label: words.extra, text: datesText(extra), hint: words.extraHint, multiline: true }),
    line({
      field: SETTING.except,
      label: words.except,
      text: datesText(except),
      hint: words.extraHint,
      multiline: true,
    }),
  ];
  return settingsForm('holidays', revisionOf(desk), blocks, ctx);
}

export function slaForm(desk: DeskState, ctx: ViewContext): ModalView {
  const { settings: words } = ctx.words;
  const { sla, promise } = desk.settings;
  const blocks = [
    context(words.slaIntro),
    ...SLA_MINUTES.map((one) => line({ field: SETTING.sla(one), label: words.sla[one], text: String(sla[one] ?? '') })),
    ...PROMISE_MINUTES.map((one) =>
      line({ field: SETTING.promise(one), label: words.promise[one], text: String(promise[one]) }),
    ),
  ];
  return settingsForm('sla', revisionOf(desk), blocks, ctx);
}

export function generalForm(desk: DeskState, ctx: ViewContext): ModalView {
  const { settings: words } = ctx.words;
  const { undoSeconds, expireMinutes, incident, language, retentionDays } = desk.settings;
  const options = (['en', 'de'] as const).map((one) => option(words.languages[one], one));
  const blocks = [
    line({ field: SETTING.undoSeconds, label: words.undoSeconds, text: String(undoSeconds) }),
    line({ field: SETTING.expireMinutes, label: words.expireMinutes, text: String(expireMinutes) }),
    line({ field: SETTING.updateMinutes, label: words.updateMinutes, text: String(incident.updateMinutes) }),
    line({
      field: SETTING.retentionDays,
      label: ctx.words.privacy.retention,
      text: String(retentionDays ?? ''),
      hint: ctx.words.privacy.retentionHint,
    }),
    choice({ field: SETTING.language, label: words.language, options, chosen: language }),
  ];
  return settingsForm('general', revisionOf(desk), blocks, ctx);
}

/** The team's own labels for mentions. */
export function topicsForm(desk: DeskState, ctx: ViewContext): ModalView {
  const { settings: words } = ctx.words;
  const { topics } = desk.settings;
  const [first, rest] = [topics.slice(0, TOPICS_IN_FIELD), topics.slice(TOPICS_IN_FIELD)];
  const field = { label: words.topicWords, multiline: true };
  const blocks = [
    line({ field: SETTING.topics, text: first.join('\n'), hint: words.topicWordsHint, ...field }),
    ...(rest.length === 0 ? [] : [line({ field: SETTING.moreTopics, text: rest.join('\n'), ...field })]),
  ];
  return settingsForm('topics', revisionOf(desk), blocks, ctx);
}

/** A field of Slack's takes 3,000 characters, a hundred topics may have more. */
const TOPICS_IN_FIELD = 50;

export function reportsForm(desk: DeskState, ctx: ViewContext): ModalView {
  const { settings: words } = ctx.words;
  const { weekly } = desk.settings.reports;
  const options = [option(words.never, NEVER), ...WEEK.map((day) => option(words.day[day], day))];
  const blocks = [
    choice({ field: SETTING.weeklyDay, label: words.weeklyDay, options, chosen: weekly?.day ?? NEVER }),
    line({ field: SETTING.weeklyTime, label: words.weeklyTime, text: weekly?.time ?? '09:00', hint: words.weeklyHint }),
  ];
  return settingsForm('reports', revisionOf(desk), blocks, ctx);
}
