import type { Words } from '../en.ts';

const MONTHS = ['Jan', 'Feb', 'März', 'Apr', 'Mai', 'Juni', 'Juli', 'Aug', 'Sept', 'Okt', 'Nov', 'Dez'];
const DAYS = ['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa'];

const dateOf = (day: string) => `${Number(day.slice(8))}.${Number(day.slice(5, 7))}.`;
const count = (n: number, one: string, many: string) => `${n.toLocaleString('de-DE')} ${n === 1 ? one : many}`;

const example = (verb: 'report' | 'export') =>
  `Zum Beispiel \`/mentions ${verb} month\` oder \`/mentions ${verb} 1.11.2026–14.11.2026\`.`;

export const report: Words['report'] = {
  fault: {
    unreadable: (what, verb) =>
      `Earshot versteht den Zeitraum „${what}“ nicht: bitte \`week\`, \`month\` oder zwei Tage angeben. ${example(verb)}`,
    'no-such-day': (what, verb) => `Einen ${what} gibt es im Kalender nicht. ${example(verb)}`,
    backwards: (what, verb) => `Der Zeitraum „${what}“ endet, bevor er beginnt. ${example(verb)}`,
    'too-long': (what, verb) => `Der Zeitraum „${what}“ ist länger als ein Jahr. ${example(verb)}`,
    future: (what, verb) => `Der ${what} liegt noch vor uns. ${example(verb)}`,
  },
  namesChanged: {
    asked: (by) =>
      `${by} möchte, dass Berichte und Exporte zeigen, wer geantwortet hat. Dazu braucht es eine zweite Leitung: \`/mentions report names on\` innerhalb von 24 Stunden.`,
    on: (by, first) =>
      `Ab jetzt zeigen Berichte und Exporte, wer geantwortet hat: eingeschaltet von ${first} und ${by}. Jede Leitung kann es mit \`/mentions report names off\` beenden.`,
    off: (by) => `Berichte und Exporte nennen niemanden aus dem Team: ausgeschaltet von ${by}.`,
  },
  day: dateOf,
  dayInTable: (day, weekday) => `${DAYS[weekday] ?? ''} ${dateOf(day)}`,
  weekFrom: (day) => `ab ${dateOf(day)}`,
  month: (day) => `${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`,
  period: (from, to) =>
    from === to
      ? `${dateOf(to)}${to.slice(0, 4)}`
      : `${dateOf(from)}${from.slice(0, 4)} – ${dateOf(to)}${to.slice(0, 4)}`,
  title: (period) => `Bericht ${period}`,
  shownBy: (by) => `gezeigt von ${by}`,
  none: 'Es ist kein Vorgang eingegangen.',
  summary: (mentions, kinds) => `*${count(mentions, 'Vorgang', 'Vorgänge')}* eingegangen: ${kinds}.`,
  answered: (n, share) => `*${share}* haben eine Antwort (${n.toLocaleString('de-DE')}).`,
  inTime: (kept, due, share) => `*${share}* innerhalb der SLA-Frist beantwortet (${kept} von ${due}).`,
  waited: (office, real) =>
    `Die Hälfte davon hatte ihre erste Antwort nach *${office}* Öffnungszeit, nach eigener Uhr nach *${real}*.`,
  overruledNever: (all) => `Keine vorgeschlagene Art wurde berichtigt (${count(all, 'Vorgang', 'Vorgänge')}).`,
  overruled: (n, all, share) =>
    `*${share}* der vorgeschlagenen Arten wurden berichtigt (${n.toLocaleString('de-DE')} von ${all.toLocaleString('de-DE')}):`,
  overruledWay: (from, to, n) => `${from} → ${to} ${n.toLocaleString('de-DE')}`,
  chart: {
    day: 'Vorgänge nach Tag und Art',
    week: 'Vorgänge nach Woche und Art',
    month: 'Vorgänge nach Monat und Art',
    hours: 'Wann Vorgänge eingehen',
    mentions: 'Vorgänge',
    timeOfDay: 'Uhrzeit',
  },
  kind: { complaint: 'Beschwerde', question: 'Frage', praise: 'Lob', other: 'Sonstige' },
  column: {
    day: 'Tag',
    week: 'Woche',
    month: 'Monat',
    all: 'Alle',
    time: 'Uhrzeit',
    mentions: 'Vorgänge',
    topic: 'Thema',
    median: 'Median Öffnungszeit',
  },
  moreTopics: (n) => `und ${count(n, 'weiteres Thema', 'weitere Themen')}`,
  row: {
    mentions: 'Vorgänge',
    answered: 'Beantwortet',
    officeMedian: 'Erste Antwort, Öffnungszeit, Median',
    officeP90: '… 90. Perzentil',
    realMedian: 'Erste Antwort, Zeit des Kunden, Median',
    realP90: '… 90. Perzentil',
    kept: 'SLA eingehalten',
    escalated: 'Eskalationen',
    escalationsAnswered: '… beantwortet',
    escalationsSentBack: '… zurückgegeben',
    escalationMedian: '… bis zur Antwort, Öffnungszeit, Median',
  },
  duration: (hours, minutes) => (hours === 0 ? `${minutes} Min` : `${hours} Std ${minutes} Min`),
  share: (percent) => `${percent} %`,
  people: 'Öffentliche Antworten je Person',
  personLine: (who, answers) => `${who}: ${count(answers, 'Antwort', 'Antworten')}`,
  elsewhere: 'direkt auf X beantwortet',
  morePeople: (n) => `und ${n.toLocaleString('de-DE')} weitere`,
  footnote: (timeZone) => `Gezählt sind Vorgänge, die an diesen Tagen eingegangen sind, nach der Uhr von ${timeZone}.`,
  noNames: 'Keine Zahlen über Einzelne aus dem Team.',
  show: 'Im Kanal zeigen',
  shown: 'Der Bericht ist unterwegs in den Kanal.',
  alreadyShown: 'Dieser Bericht wurde schon im Kanal gezeigt.',
  onItsWay: (period) => `Der Bericht für ${period} kommt gleich als Direktnachricht von Earshot.`,
  weeklyUsage: 'Bitte so schreiben: `/mentions report weekly mo 09:00` oder `/mentions report weekly off`.',
  weeklyIs: (day, time) => `Der Kanal bekommt jede Woche einen Bericht: ${day} um ${time}.`,
  weeklyNone: 'Der Kanal bekommt keinen wöchentlichen Bericht.',
  weekday: {
    sun: 'Sonntag',
    mon: 'Montag',
    tue: 'Dienstag',
    wed: 'Mittwoch',
    thu: 'Donnerstag',
    fri: 'Freitag',
    sat: 'Samstag',
  },
  namesAre: {
    on: 'Berichte und Exporte zeigen, wer geantwortet hat. `/mentions report names off` beendet das.',
    off: 'Berichte und Exporte nennen niemanden aus dem Team. Zwei Leitungen können es mit `/mentions report names on` einschalten.',
    asked: (by) =>
      `${by} möchte Namen einschalten; eine zweite Leitung stimmt mit \`/mentions report names on\` zu. Bis dahin wird niemand genannt.`,
  },
};

export const csv: Words['csv'] = {
  column: {
    number: 'Nummer',
    network: 'Netzwerk',
    post: 'Beitrag',
    url: 'Adresse',
    author: 'Absender',
    kind: 'Art',
    proposed: 'Vorgeschlagene Art',
    status: 'Stand',
    lang: 'Sprache',
    arrived: 'Eingang (ISO)',
    arrivedLocal: 'Eingang',
    answered: 'Erste Antwort (ISO)',
    answeredLocal: 'Erste Antwort',
    realMinutes: 'Minuten bis zur ersten Antwort',
    officeMinutes: 'Minuten Öffnungszeit bis zur ersten Antwort',
    kept: 'SLA eingehalten',
    promisedBy: 'zugesagt bis',
    promiseKept: 'Zusage gehalten',
    topics: 'Themen',
    ticket: 'Ticket',
    escalations: 'Eskalationen',
    escalationsAnswered: 'Eskalationen beantwortet',
    escalationsSentBack: 'Eskalationen zurückgegeben',
    escalationMinutes: 'Minuten Öffnungszeit bis zur Antwort auf die Eskalation',
    owner: 'Zuständig (Slack-ID)',
    answeredBy: 'Beantwortet von (Slack-IDs)',
    text: 'Text',
    replies: 'Unsere Antworten',
  },
  yes: 'ja',
  no: 'nein',
  delimiter: ';',
  file: (from, to) => `Vorgänge ${from} bis ${to}.csv`,
  title: (period) => `Vorgänge ${period}`,
  comment: (mentions, period) => `${count(mentions, 'Vorgang', 'Vorgänge')}, ${period}.`,
  none: (period) => `Im Zeitraum ${period} ist nichts eingegangen: Es gibt nichts zu exportieren.`,
  onItsWay: (mentions, period) =>
    `Eine Datei mit ${count(mentions, 'Vorgang', 'Vorgängen')} (${period}) kommt gleich als Direktnachricht von Earshot.`,
};
