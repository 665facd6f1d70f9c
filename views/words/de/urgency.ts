import type { Words } from '../en.ts';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('de-DE')} ${n === 1 ? one : many}`;

const nth = (n: number) => {
  const words = ['', 'erster', 'zweiter', 'dritter', 'vierter', 'fünfter', 'sechster', 'siebter', 'achter', 'neunter'];
  return words[n] ?? `${n.toLocaleString('de-DE')}.`;
};

export const urgency: Words['urgency'] = {
  level: { urgent: 'dringend', raised: 'vorgezogen' },
  grave: { danger: 'Gefahr', press: 'Presse', law: 'Recht' },
  line: (how, why) => `*${how}:* ${why}`,
  words: (what, words) => `${what} (${words})`,
  followers: (n) => `${n.toLocaleString('de-DE')} Follower`,
  likes: (n) => count(n, 'Like', 'Likes'),
  reposts: (n) => `${n.toLocaleString('de-DE')} Mal geteilt`,
  repeats: (n) => `${nth(n)} Beitrag ohne Antwort`,
  vip: 'auf der VIP-Liste',
  rule: 'nach einer Regel des Teams',
  lock: {
    only: (who, causes) => `*Hier antwortet nur ${who}* (${causes}).`,
    others: 'Alle anderen bitte eskalieren.',
    lifted: (by, at, reason) => `Sperre aufgehoben von ${by}, ${at}: ${reason}`,
    refused: (what, who, causes) =>
      `${what} ist gesperrt (${causes}): Hier antwortet nur ${who}. Bitte dort nachfragen (Eskalieren). Aufheben können die Sperre ${who} oder die Leitung (Karte, „Mehr …“).`,
    notKeyholder:
      'Das dürfen nur die Leitung und wer hier antworten darf (steht auf der Karte hinter 🔒). Bitte dort fragen.',
    more: {
      lift: { hint: 'Wieder alle antworten lassen; mit Begründung', text: 'Sperre aufheben' },
      again: { hint: 'Nur noch die dafür Genannten antworten lassen', text: 'Wieder sperren' },
    },
    liftTitle: (number) => `#${number} entsperren`,
    liftSubmit: 'Sperre aufheben',
    liftWhat:
      'Danach können alle antworten, die veröffentlichen dürfen. Zurück geht es mit „Mehr …“, „Wieder sperren“; auch ein neuer Beitrag mit solchen Worten sperrt wieder.',
    lockedAgain: (number) => `#${number} ist wieder gesperrt: Nur die dafür Genannten antworten.`,
    skipped: (n) =>
      `${count(n, 'Kunde ist', 'Kunden sind')} ausgelassen, weil gesperrt: Dort antworten nur die dafür Genannten (Liste, Senden).`,
  },
  mute: {
    title: 'Stummgeschaltet',
    show: 'Doch zeigen',
    empty: 'Nichts ist stummgeschaltet.',
    intro: (n) =>
      `${count(n, 'Vorgang hat', 'Vorgänge haben')} wegen der Stummliste keine Karte, neueste zuerst. „Doch zeigen“ holt die Karte in den Kanal.`,
    by: {
      author: (what) => `stumm: ${what}`,
      word: (what) => `stumm wegen „${what}“`,
    },
    inReport: (n) =>
      `${count(n, 'Vorgang war', 'Vorgänge waren')} stummgeschaltet und nicht mitgezählt: \`/mentions muted\`.`,
    today: 'Stumm',
    inBell: (n) =>
      `In den letzten 24 Stunden stummgeschaltet: ${count(n, 'Vorgang', 'Vorgänge')}, siehe \`/mentions muted\`.`,
  },
  form: {
    intro:
      'Vorgezogenes hat die Frist einer Beschwerde, gleich welcher Art es ist, Dringendes eine kürzere. Dringend wird, was zwei Gründe zugleich hat, die zehnfache Reichweite, oder nach Gefahr, Presse oder Recht klingt. Leer: nie.',
    number: {
      followers: 'Vorgezogen ab so vielen Followern',
      likes: 'Vorgezogen ab so vielen Likes',
      reposts: 'Vorgezogen, wenn so oft geteilt',
      repeats: 'Vorgezogen ab so vielen Beiträgen ohne Antwort',
      urgentMinutes: 'Frist für Dringendes, in Minuten der Öffnungszeit',
    },
    hint: {
      followers: 'So viele hat das Konto, das schreibt, laut Netzwerk',
      likes: 'Für einen Beitrag; nachgesehen wird, solange er auf Antwort wartet',
      reposts: 'Mit oder ohne eigene Worte dazu',
      repeats: 'Von derselben Person, auch in mehreren Vorgängen; mindestens 2',
      urgentMinutes: 'Leer: ein Viertel der Frist für Beschwerden, mindestens 5',
    },
    lockIntro:
      'Worte von Gefahr, Presse und Recht sperren einen Vorgang: Nur die hier Genannten antworten; alle anderen können sie mit Eskalieren fragen. Die Genannten und die Leitung können eine Sperre aufheben, mit Begründung.',
    noLock: 'Niemand ist genannt: Nichts wird gesperrt.',
    lockShort: (who) => `Gefahr, Presse und Recht: ${who}`,
    listsShort: (vip, muted) => `VIP: ${vip.toLocaleString('de-DE')} · stumm: ${muted.toLocaleString('de-DE')}`,
    lockGroup: 'Wer Gesperrtes beantwortet: Gruppe',
    lockPeople: 'Wer Gesperrtes beantwortet: Personen',
    vip: 'VIP: Konten, deren Vorgänge vorgezogen werden',
    handlesHint: 'Eines je Zeile, etwa @jana_doe',
    muteHandles: 'Stumm: Konten',
    muteHint:
      'Deren Vorgänge bekommen weder Karte noch Frist, stehen aber in /mentions muted. Gefahr und VIPs bekommen immer eine Karte.',
    muteWords: 'Stumm: Wörter',
    wordsHint:
      'Eines je Zeile; ganze Wörter, Großschreibung und Akzente sind egal. * steht für beliebige Buchstaben: *gewinnspiel*',
  },
  rules: {
    intro:
      'Regeln gelten für jeden neuen Beitrag. Für Art, Dringlichkeit, Kanal und Person zählt je die erste Regel, die zutrifft und dazu etwas sagt. Was von Hand bestimmt wurde, bleibt.',
    none: 'Es gibt keine Regeln.',
    add: 'Regel anlegen',
    changed: 'Inzwischen wurden die Einstellungen geändert. So lauten die Regeln jetzt.',
    about: {
      words: (words) => `„${words}“`,
      authors: (handles) => `von ${handles}`,
    },
    language: { de: 'Deutsch', en: 'Englisch', other: 'andere Sprachen' },
    unset: 'wie sonst',
    when: 'Für welche Beiträge',
    whenHint: 'Alles, was ausgefüllt ist, muss zutreffen; in jedem Feld genügt ein Eintrag.',
    does: 'Was dann gilt',
    words: 'Mit einem dieser Wörter',
    wordsHint: 'Eines je Zeile; ganze Wörter. * steht für beliebige Buchstaben: *kündig*',
    authors: 'Von einem dieser Konten',
    authorsHint: 'Eines je Zeile, etwa @jana_doe',
    languages: 'In einer dieser Sprachen',
    kind: 'Art',
    urgency: 'Dringlichkeit',
    channel: 'Kanal der Karte',
    channelHint: 'Earshot muss dort eingeladen sein. Gefahr kommt immer in den eigenen Kanal des Teams.',
    person: 'Wem es zugeteilt wird',
    personHint: 'Wird für diese Person übernommen, solange es niemand hat; sie erfährt es.',
    place: 'Platz in der Reihenfolge',
    remove: 'Regel löschen',
    removeQuestion: 'Diese Regel löschen?',
    removeText: 'Neue Beiträge folgen ihr nicht mehr. Was sie bewirkt hat, bleibt.',
  },
  assignedToYou: (what, name) => `Nach einer Regel des Teams zugeteilt: ${what} von ${name}`,
  assignedTo: (to) => `${to} – nach einer Regel des Teams zugeteilt.`,
};
