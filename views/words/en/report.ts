import type { PeriodFault } from '../../../src/desk/period.ts';
import type { NamesChange } from '../../../src/desk/staff-names.ts';
import type { WEEKDAYS } from '../../../src/desk/week.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Of a day written as 2026-11-24. */
const monthOf = (day: string) => MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
const dateOf = (day: string) => `${Number(day.slice(8))} ${monthOf(day)}`;
const count = (n: number, one: string, many: string) => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

const example = (verb: 'report' | 'export') =>
  `For example \`/mentions ${verb} month\` or \`/mentions ${verb} 2026-11-01–2026-11-14\`.`;

const fault: Record<PeriodFault['fault'], (what: string, verb: 'report' | 'export') => string> = {
  unreadable: (what, verb) =>
    `Earshot does not understand the period “${what}”: write \`week\`, \`month\` or two days. ${example(verb)}`,
  'no-such-day': (what, verb) => `The calendar has no ${what}. ${example(verb)}`,
  backwards: (what, verb) => `The period “${what}” ends before it begins. ${example(verb)}`,
  'too-long': (what, verb) => `The period “${what}” is longer than a year. ${example(verb)}`,
  future: (what, verb) => `${what} is still ahead. ${example(verb)}`,
};

const namesChanged: Record<NamesChange, (by: string, first: string) => string> = {
  asked: (by) =>
    `${by} wants reports and exports to name who answered. That takes a second lead: \`/mentions report names on\` within 24 hours.`,
  on: (by, first) =>
    `From now on reports and exports name who answered: switched on by ${first} and ${by}. Any lead can end it with \`/mentions report names off\`.`,
  off: (by) => `Reports and exports name nobody of the staff: switched off by ${by}.`,
};

/** Reports; days come written as 2026-11-24. */
export const report = {
  fault,
  namesChanged,
  day: dateOf,
  dayInTable: (day: string, weekday: number) => `${DAYS[weekday] ?? ''} ${dateOf(day)}`,
  weekFrom: (day: string) => `from ${dateOf(day)}`,
  month: (day: string) => `${monthOf(day)} ${day.slice(0, 4)}`,
  period: (from: string, to: string) =>
    from === to
      ? `${dateOf(to)} ${to.slice(0, 4)}`
      : `${dateOf(from)} ${from.slice(0, 4)} – ${dateOf(to)} ${to.slice(0, 4)}`,
  title: (period: string) => `Report ${period}`,
  shownBy: (by: string) => `shown by ${by}`,
  none: 'No mentions came in.',
  summary: (mentions: number, kinds: string) => `*${count(mentions, 'mention', 'mentions')}* came in: ${kinds}.`,
  answered: (n: number, share: string) => `*${share}* got an answer (${n.toLocaleString('en-US')}).`,
  inTime: (kept: number, due: number, share: string) => `*${share}* were answered within the SLA (${kept} of ${due}).`,
  waited: (office: string, real: string) =>
    `Half of these had their first answer within *${office}* of office time, *${real}* by their own clock.`,
  overruledNever: (all: number) =>
    `Nobody corrected the kind that was proposed (${count(all, 'mention', 'mentions')}).`,
  overruled: (n: number, all: number, share: string) =>
    `*${share}* of the proposed kinds were corrected (${n.toLocaleString('en-US')} of ${all.toLocaleString('en-US')}):`,
  overruledWay: (from: string, to: string, n: number) => `${from} → ${to} ${n.toLocaleString('en-US')}`,
  chart: {
    day: 'Mentions by day and kind',
    week: 'Mentions by week and kind',
    month: 'Mentions by month and kind',
    hours: 'When mentions come in',
    mentions: 'Mentions',
    timeOfDay: 'Time of day',
  },
  kind: { complaint: 'Complaint', question: 'Question', praise: 'Praise', other: 'Other' },
  column: {
    day: 'Day',
    week: 'Week',
    month: 'Month',
    all: 'All',
    time: 'Time',
    mentions: 'Mentions',
    topic: 'Topic',
    median: 'Office median',
  },
  moreTopics: (n: number) => `and ${count(n, 'more topic', 'more topics')}`,
  row: {
    mentions: 'Mentions',
    answered: 'Got an answer',
    officeMedian: 'First answer, office time, median',
    officeP90: '… 90th percentile',
    realMedian: 'First answer, customer’s time, median',
    realP90: '… 90th percentile',
    kept: 'SLA kept',
    escalated: 'Escalations',
    escalationsAnswered: '… answered',
    escalationsSentBack: '… sent back',
    escalationMedian: '… until answered, office time, median',
  },
  duration: (hours: number, minutes: number) => (hours === 0 ? `${minutes} min` : `${hours} h ${minutes} min`),
  share: (percent: number) => `${percent}%`,
  people: 'Public answers by person',
  personLine: (who: string, answers: number) => `${who}: ${count(answers, 'answer', 'answers')}`,
  elsewhere: 'answered on X directly',
  morePeople: (n: number) => `and ${n.toLocaleString('en-US')} more`,
  footnote: (timeZone: string) => `Counted are mentions that came in on these days, by the clocks of ${timeZone}.`,
  noNames: 'No figures about single people of the staff.',
  show: 'Show in channel',
  shown: 'The report is on its way to the channel.',
  alreadyShown: 'This report has been shown in the channel already.',
  onItsWay: (period: string) => `The report for ${period} is on its way to your direct messages with Earshot.`,
  weeklyUsage: 'Write it as `/mentions report weekly mon 09:00`, or `/mentions report weekly off`.',
  weeklyIs: (day: string, time: string) => `The channel gets a report each week, ${day} at ${time}.`,
  weeklyNone: 'The channel gets no weekly report.',
  weekday: {
    sun: 'Sunday',
    mon: 'Monday',
    tue: 'Tuesday',
    wed: 'Wednesday',
    thu: 'Thursday',
    fri: 'Friday',
    sat: 'Saturday',
  } satisfies Record<(typeof WEEKDAYS)[number], string>,
  namesAre: {
    on: 'Reports and exports name who answered. `/mentions report names off` ends it.',
    off: 'Reports and exports name nobody of the staff. Two leads can switch it on with `/mentions report names on`.',
    asked: (by: string) =>
      `${by} wants staff names on; a second lead agrees with \`/mentions report names on\`. Until then nobody is named.`,
  },
};

/** The CSV of a period. */
export const csv = {
  column: {
    number: 'number',
    network: 'network',
    post: 'post id',
    url: 'url',
    author: 'author',
    kind: 'kind',
    proposed: 'kind proposed',
    status: 'status',
    lang: 'language',
    arrived: 'came in (ISO)',
    arrivedLocal: 'came in',
    answered: 'first answer (ISO)',
    answeredLocal: 'first answer',
    realMinutes: 'minutes to first answer',
    officeMinutes: 'office minutes to first answer',
    kept: 'SLA kept',
    promisedBy: 'promised by',
    promiseKept: 'promise kept',
    topics: 'topics',
    ticket: 'ticket',
    escalations: 'escalations',
    escalationsAnswered: 'escalations answered',
    escalationsSentBack: 'escalations sent back',
    escalationMinutes: 'office minutes to escalation answer',
    owner: 'owner (Slack id)',
    answeredBy: 'answered by (Slack ids)',
    text: 'text',
    replies: 'our answers',
  },
  yes: 'yes',
  no: 'no',
  /** Between the cells: what a spreadsheet set to this language expects. */
  delimiter: ',',
  file: (from: string, to: string) => `mentions ${from} to ${to}.csv`,
  title: (period: string) => `Mentions ${period}`,
  comment: (mentions: number, period: string) => `${count(mentions, 'mention', 'mentions')}, ${period}.`,
  none: (period: string) => `No mentions came in ${period}: there is nothing to export.`,
  onItsWay: (mentions: number, period: string) =>
    `A file with ${count(mentions, 'mention', 'mentions')} (${period}) is on its way to your direct messages with Earshot.`,
};
