import type { Words } from '../en.ts';

export const listening: Words['listening'] = {
  somebody: (network) => `jemandem direkt auf ${network}`,
  directly: (network) => `direkt auf ${network} beantwortet`,
  directlyAgo: (network, duration) => `Direkt auf ${network} beantwortet, vor ${duration}`,
  directlyNow: (network) => `Direkt auf ${network} beantwortet, gerade eben`,
  directlyAt: (network, at) => `Direkt auf ${network} beantwortet, ${at}`,
  markedBy: (what, by, at) => `${what} von ${by}, ${at} · von Hand, auf unserem Profil noch nicht gesehen`,
  found: (network) => `Über die Suche gefunden. Ohne unser @ lässt ${network} von hier aus keine Antwort zu.`,
  byHandOnly: (network) =>
    `${network} lässt von hier aus keine Antwort zu: „Auf ${network} antworten“ öffnet den Beitrag dort.`,
  ready: (by) => `Der Text von ${by} liegt bereit:`,
  edited: (was) => `bearbeitet – vorher: ${was}`,
  editedAt: (name) => `${name} hat den Beitrag bearbeitet. Vorher:`,
  now: 'Jetzt:',
  deleted: (at) => `vom Verfasser gelöscht, gesehen ${at}`,
  deletedBy: (name) => `${name} hat diesen Beitrag gelöscht. Dort gibt es nichts mehr zu beantworten.`,
  nothingLeft: 'Nichts mehr zu beantworten',
  editedBelow: 'Der Beitrag wurde bearbeitet, seit das Formular offen ist. So lautet er jetzt:',
  editedMeanwhile: 'Der Beitrag wurde bearbeitet, seit das Formular offen ist. Vorher:',
  buttons: {
    onNetwork: (network) => `Auf ${network} antworten`,
    answered: 'Ist beantwortet',
    prepare: 'Text vorbereiten',
    change: 'Text ändern',
  },
  byHand: {
    title: (number) => `#${number} von Hand`,
    steps: (network) =>
      `1. „Auf ${network} antworten“ öffnet den Beitrag dort mit diesem Text; angemeldet als Firma absenden.\n2. Zurückkommen und auf „Ist beantwortet“ klicken. Sonst sieht Earshot die Antwort etwas später von selbst.`,
    copy: 'Der Text ist zu lang für einen Link: bitte von hier kopieren.',
    hint: 'Weiter zeigt den Text und wie er von Hand hinausgeht.',
    submit: 'Ist beantwortet',
  },
  searchRefused: (network, why) =>
    `${network} nimmt die Suche nach Beiträgen mit unseren Worten (X_SEARCH) nicht an: ${why} Erwähnungen kommen weiter wie bisher. Prüfen lässt es sich mit \`npm run doctor\`.`,
  refuses: (network, remedy, why) =>
    `Earshot kann nicht lesen, was auf ${network} geschrieben wird: ${remedy} Danach geht es von selbst weiter; was inzwischen geschrieben wurde, wird gelesen. (${network} meldet: ${why})`,
  refusedFor: {
    'out-of-credits':
      'das Guthaben unseres Kontos dort ist aufgebraucht. Bitte durch den Betrieb von Earshot aufladen oder das Ausgabenlimit anheben lassen. Einmal in der Stunde wird nachgesehen.',
    'not-authorised':
      'unser Zugang wird nicht mehr angenommen (widerrufen, oder das Konto ist gesperrt). Bitte durch den Betrieb von Earshot dort anmelden und die Schlüssel erneuern lassen (`npm run doctor` sagt, welche).',
    'clock-off':
      'die Uhr des Rechners von Earshot geht falsch. Bitte durch den Betrieb von Earshot über das Netz stellen lassen.',
    refused: 'unsere Abfragen werden abgelehnt. Bitte den Betrieb von Earshot um `npm run doctor` bitten.',
  },
  takes: (network, since) =>
    `Earshot liest wieder auf ${network}; seit ${since} ging das nicht. Was inzwischen geschrieben wurde, bekommt jetzt seine Karten.`,
  searchFlood: (network) =>
    `Die Suche auf ${network} (X_SEARCH) hat auf einmal mehr gefunden, als sich beantworten lässt; die ältesten blieben weg. Bitte die Worte enger fassen lassen.`,
};
