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
  likes: (n) => `${n.toLocaleString('de-DE')} Mal gefällt das`,
  reposts: (n) => count(n, 'Mal geteilt', 'Mal geteilt'),
  repeats: (n) => `${nth(n)} Beitrag ohne Antwort`,
  vip: 'auf der VIP-Liste',
  rule: 'nach einer Regel des Teams',
  lock: {
    only: (who, causes) => `*Hier antwortet nur ${who}* (${causes}).`,
    others: 'Alle anderen: Eskalieren.',
    lifted: (by, at, reason) => `Sperre aufgehoben von ${by}, ${at}: ${reason}`,
    refused: (what, who, causes) =>
      `${what} ist gesperrt (${causes}): nur ${who} darf antworten. Bitte hier mit Eskalieren fragen; die Sperre kann von dort oder von der Leitung aufgehoben werden (Karte, „Mehr …“).`,
    notKeyholder:
      'Das dürfen nur die, die Gesperrtes beantworten, und Leitende. Bitte dort fragen (Einstellungen, „Dringend und gesperrt“).',
    more: {
      lift: { hint: 'Alle, die veröffentlichen, können wieder antworten; mit Begründung', text: 'Sperre aufheben' },
      again: { hint: 'Nur wer in den Einstellungen dafür steht, antwortet', text: 'Wieder sperren' },
    },
    liftTitle: (number) => `#${number} entsperren`,
    liftSubmit: 'Sperre aufheben',
    liftWhat:
      'Danach können alle antworten, die veröffentlichen dürfen. Ein späterer Beitrag mit solchen Worten sperrt wieder, ebenso „Wieder sperren“ unter „Mehr …“.',
    lockedAgain: (number) => `#${number} ist wieder gesperrt.`,
    skipped: (n) =>
      `${count(n, 'Vorgang bleibt', 'Vorgänge bleiben')} aus: gesperrt, dort antwortet nur, wer in den Einstellungen dafür steht (Liste, Senden).`,
  },
  mute: {
    title: 'Stummgeschaltet',
    show: 'Doch zeigen',
    empty: 'Nichts ist stummgeschaltet.',
    intro: (n) =>
      `${count(n, 'Vorgang hat', 'Vorgänge haben')} wegen der Stummliste keine Karte; die neuesten zuerst. „Doch zeigen“ gibt einem seine Karte.`,
    by: {
      author: (what) => `stumm: ${what}`,
      word: (what) => `stumm wegen „${what}“`,
    },
    inReport: (n) =>
      `${count(n, 'Vorgang war', 'Vorgänge waren')} stummgeschaltet und nicht mitgezählt: \`/mentions muted\`.`,
    today: 'Stumm',
  },
  form: {
    intro:
      'Vorgezogenes ist fällig wie eine Beschwerde, gleich welcher Art; Dringendes früher. Zwei Gründe zusammen oder die zehnfache Reichweite machen dringend, ebenso Worte von Gefahr, Presse und Recht. Leer: nie.',
    number: {
      followers: 'Vorgezogen ab so vielen Followern',
      likes: 'Vorgezogen, wenn es so vielen gefällt',
      reposts: 'Vorgezogen ab so oft geteilt',
      repeats: 'Vorgezogen ab so vielen Beiträgen ohne Antwort',
      urgentMinutes: 'Minuten Bürozeit, bis Dringendes fällig ist',
    },
    hint: {
      followers: 'Von Schreibenden, laut Netzwerk',
      likes: 'Eines Beitrags; wird nachgesehen, solange er wartet',
      reposts: 'Mit eigenen Worten oder ohne',
      repeats: 'Derselben Person, auch über mehrere Vorgänge; mindestens 2',
      urgentMinutes: 'Leer: ein Viertel der Zeit für Beschwerden, mindestens 5',
    },
    lockIntro:
      'Worte von Gefahr, Presse und Recht sperren einen Vorgang: nur die hier Genannten antworten, alle anderen landen bei Eskalieren mit ihnen als Ziel. Von dort oder von der Leitung kann die Sperre mit Begründung aufgehoben werden.',
    noLock: 'Niemand ist genannt: nichts wird gesperrt.',
    lockShort: (who) => `Gefahr, Presse und Recht: ${who}`,
    listsShort: (vip, muted) => `VIP: ${vip.toLocaleString('de-DE')} · stumm: ${muted.toLocaleString('de-DE')}`,
    lockGroup: 'Wer auf Gesperrtes antwortet: Benutzergruppe',
    lockPeople: 'Wer auf Gesperrtes antwortet: Personen',
    vip: 'VIP: Konten, deren Vorgänge vorgezogen werden',
    handlesHint: 'Eines je Zeile, etwa @jana_doe',
    muteHandles: 'Stumm: Konten',
    muteHint:
      'Deren Vorgänge bekommen weder Karte noch Frist und stehen in /mentions muted. Gefahr bekommt immer eine Karte.',
    muteWords: 'Stumm: Wörter',
    wordsHint:
      'Eines je Zeile; ganze Wörter, Großschreibung und Akzente sind egal. * steht für beliebige Buchstaben: *gewinnspiel*',
  },
  rules: {
    intro:
      'Gefragt bei jedem neuen Beitrag. Für Art, Dringlichkeit, Kanal und Person gilt je die erste passende Regel, die etwas dazu sagt. Was von Hand bestimmt wurde, bleibt.',
    none: 'Es gibt keine Regeln.',
    add: 'Regel anlegen',
    changed: 'Inzwischen wurden die Einstellungen geändert. So lauten die Regeln jetzt.',
    about: {
      words: (words) => `„${words}“`,
      authors: (handles) => `von ${handles}`,
    },
    language: { de: 'Deutsch', en: 'Englisch', other: 'andere Sprachen' },
    unset: 'wie sonst',
    when: 'Worum es geht',
    does: 'Was dann gilt',
    words: 'Ein Beitrag mit einem dieser Wörter',
    wordsHint: 'Eines je Zeile; ganze Wörter. * steht für beliebige Buchstaben: *kündig*',
    authors: 'Von einem dieser Konten',
    authorsHint: 'Eines je Zeile, etwa @jana_doe',
    languages: 'In einer dieser Sprachen',
    kind: 'Art',
    urgency: 'Dringlichkeit',
    channel: 'Kanal der Karte',
    channelHint: 'Earshot muss dort eingeladen sein. Gefahr kommt immer in den eigenen Kanal des Teams.',
    person: 'Wem es zugeteilt wird',
    personHint: 'Wird übernommen, solange es niemand hat; die Person erfährt es.',
    place: 'Platz in der Reihenfolge',
    remove: 'Regel löschen',
    removeQuestion: 'Diese Regel löschen?',
    removeText: 'Neue Beiträge folgen ihr nicht mehr. Was sie bewirkt hat, bleibt.',
  },
  assignedToYou: (what, name) => `Nach einer Regel des Teams zugeteilt: ${what} von ${name}`,
  assignedTo: (to) => `${to} – nach einer Regel des Teams zugeteilt.`,
};
