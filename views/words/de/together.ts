import type { Words } from '../en.ts';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('de-DE')} ${n === 1 ? one : many}`;

export const together: Words['together'] = {
  snoozedUntil: (at, by) => `zurückgestellt bis ${at}${by === null ? '' : ` von ${by}`}`,
  lying: (n) => `${count(n, 'übernommener Vorgang liegt', 'übernommene Vorgänge liegen')} seit einer Weile unberührt`,
  looking: (n) => `${count(n, 'Vorgang sucht', 'Vorgänge suchen')} jemand Neuen`,
  lyingFor: (owner, duration) => `${owner}, ${duration}`,
  snoozeOver: 'nicht mehr zurückgestellt',
  minutes: (minutes) => `${minutes} Min.`,
  hours: (hours, minutes) => (minutes === 0 ? `${hours} Std.` : `${hours} Std. ${minutes} Min.`),
  takeOver: 'Übernehmen',
  handedOver: (by, to) => `${by} hat das an ${to} übergeben`,
  givenToYou: (by, what, name) => `Von ${by} übergeben: ${what} von ${name}`,
  takenFromYou: (what, name, to) => `${what} von ${name} ist jetzt bei ${to}`,
  takenOver: (by, what, name) => `${by} hat ${what} von ${name} übernommen, weil es eine Weile lag`,
  yourSnoozeOver: (what, name) => `Nicht mehr zurückgestellt: ${what} von ${name}`,
  allGivenToYou: (by, from) => (by === from ? `Von ${by} alles übergeben` : `Von ${by} übergeben, alles von ${from}`),
  moreGiven: (n) => `und ${n.toLocaleString('de-DE')} weitere: \`/mentions mine\``,
  promised: (at) => `zugesagt bis ${at}`,
  part: {
    claims: (n) => count(n, 'übernommener Vorgang', 'übernommene Vorgänge'),
    promises: (n) => count(n, 'Zusage', 'Zusagen'),
    snoozes: (n) => count(n, 'zurückgestellter Vorgang', 'zurückgestellte Vorgänge'),
  },
  handOverTo: 'An wen?',
  handOverNote: 'Was ist dazu zu wissen?',
  handOverNoteHint: 'Nur fürs Team. Kommt als Direktnachricht mit der Karte an.',
  handOverAll: (from, to) => `Von ${from} an ${to}:`,
  handOverUsage:
    'Bitte sagen, an wen, etwa `/mentions handover @ben bis Montag`; die Leitung nennt zuerst die andere Person, `/mentions handover @anna @ben heute krank`. Die Namen bitte aus der Liste wählen, die Slack nach dem @ zeigt.',
  notAPerson: 'Das können nur Menschen übernehmen. Bitte jemanden wählen, der antwortet.',
  snooze: {
    until: 'Bis wann?',
    inMinutes: (minutes) => `${minutes} Minuten lang`,
    inHours: (hours) => `${hours} Stunden lang`,
    tomorrow: (at) => `Bis morgen zur Öffnung, ${at}`,
    nextDay: (day, at) => `Bis zur Öffnung am ${day}, ${at}`,
    exact: 'Bis zu dieser Zeit:',
    exactTime: 'Tag und Uhrzeit',
    exactHint: 'Nur für die letzte Auswahl.',
    hint: 'Bis dahin keine Erinnerungen. Die Frist bleibt, und die Karte sagt, wenn sie vorbei ist. Schreibt der Kunde wieder, endet es sofort.',
    noTime: 'Bitte Tag und Uhrzeit angeben.',
  },
  passedOnDone: (number) => `#${number} ist jetzt bei niemandem. Der Kanal erfährt, dass jemand Neues gesucht wird.`,
  wokenDone: (number) => `#${number} ist nicht mehr zurückgestellt und hat wieder Erinnerungen.`,
  yours: (what) => `${what} ist jetzt übernommen.`,
};
