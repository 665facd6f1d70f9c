import type { Words } from '../en.ts';

export const checks: Words['checks'] = {
  name: {
    meanwhile: 'inzwischen Neues vom Kunden',
    privateData: 'persönliche Daten',
    blame: 'andere Firma beschuldigt',
    brushOff: 'Abwimmeln',
    language: 'andere Sprache',
    wornPhrase: 'abgenutzte Worte',
    nextStep: 'Entschuldigung ohne nächsten Schritt',
    promiseTime: 'Zusage ohne Zeit',
  },
  intro: 'Noch nicht gesendet. Bitte noch einmal ansehen:',
  again: 'Text ändern oder so senden: Im Verlauf steht dann, dass er trotz dieser Warnung hinausging.',
  at: (words) => `„${words}“`,
  meanwhile: {
    wrote: 'Seit dieses Formular offen ist, hat der Kunde wieder geschrieben:',
    edited: 'Seit dieses Formular offen ist, hat der Kunde den Beitrag geändert. Jetzt steht dort:',
    deleted: 'Der Kunde hat den gelesenen Beitrag gelöscht. Dort stand:',
  },
  privateData: {
    phone: (words) => `Hier stünde für alle lesbar eine Telefonnummer: ${words}`,
    email: (words) => `Hier stünde für alle lesbar eine E-Mail-Adresse: ${words}`,
    iban: (words) => `Hier stünde für alle lesbar eine Kontonummer: ${words}`,
    card: (words) => `Hier stünde für alle lesbar eine Kartennummer: ${words}`,
    number: (words) => `Hier stünde für alle lesbar eine Kunden- oder Bestellnummer: ${words}`,
    repeated: (words) => `Das wiederholt, was der Kunde über sich preisgegeben hat: ${words}`,
  },
  brushOff: {
    redirects: 'Das schickt den Kunden woandershin. Wer kümmert sich hier darum, und was geschieht als Nächstes?',
    refuses: 'Das sagt nur Nein. Was geht stattdessen, oder wer kann es entscheiden?',
    blames: 'Das gibt dem Kunden die Schuld. Was tun wir dagegen?',
    silences: 'Das bittet den Kunden, einen Beitrag zu entfernen. Es liest sich wie Vertuschen.',
  },
  language: {
    de: 'Der Kunde schreibt deutsch, dieser Text nicht.',
    en: 'Der Kunde schreibt englisch, dieser Text nicht.',
  },
  wornPhrase: {
    person: (at) => `Dieselben Worte hat dieser Kunde schon von uns bekommen, ${at}.`,
    others: (at) => `Dieselben Worte hat schon jemand anderes von uns bekommen, ${at}. In unserem Profil steht beides.`,
    same: 'X lehnt es vielleicht als doppelt ab.',
  },
  blame: (words) =>
    `Hier wird eine andere Firma als Ursache genannt: ${words} Wenn das nicht stimmt, wird sie es öffentlich bestreiten.`,
  confirmedBy: 'Von wem bestätigt?',
  whoConfirmed: (name) => `Der Text nennt ${name} als Ursache: von wem bestätigt?`,
  nextStep: 'Eine Entschuldigung ohne nächsten Schritt: Was geschieht jetzt?',
  promiseTime: {
    'no-time': 'Eine Zusage ohne Zeit: Bis wann?',
    offer: (at) => `Der Text nennt eine Zeit: ${at}. Noch wird niemand daran erinnert.`,
  },
  askPrivately: 'Um Direktnachricht bitten',
  askPrivatelyHint: 'Nimmt es aus dem Text und bittet um eine Direktnachricht.',
  linkPrice: 'Eine Antwort mit Link kostet auf X 0,20 $.',
  variant: 'Anderer Text',
  promise: (at) => `${at} zusagen`,
};
