import type { Words } from '../en.ts';

export const refusal: Words['refusal'] = {
  unsuitable: {
    empty: () => 'Es gibt noch keinen Text. Bitte einen schreiben.',
    'custom-emoji': (what) =>
      `${what} ist ein Emoji nur dieses Slack-Arbeitsbereichs: öffentlich stünde da sein Name. Bitte ein anderes nehmen.`,
    'slack-mention': (what) =>
      `${what} nennt jemanden in Slack: öffentlich ist das nicht lesbar. Bitte einen Namen schreiben.`,
    'slack-channel': (what) => `${what} ist ein Slack-Kanal: öffentlich ist das nicht lesbar. Bitte herausnehmen.`,
    'slack-broadcast': (what) => `${what} ruft Leute in Slack: öffentlich bedeutet das nichts. Bitte herausnehmen.`,
    blank: (what) => `${what} ist noch auszufüllen. Bitte ergänzen oder herausnehmen.`,
    'too-many-cashtags': () =>
      'Das Netzwerk nimmt höchstens ein Cashtag wie $ABC je Beitrag. Bitte die anderen herausnehmen.',
  },
  alreadyDone: 'Das ist schon erledigt. Mehr ist nicht zu tun.',
  alreadyHandled: 'Dieser Klick wurde schon verarbeitet. Nichts ist doppelt passiert.',
  answeredMeanwhile: (by, at, text) =>
    `${by} hat inzwischen geantwortet, ${at}:\n${text}\nZum Ansehen noch einmal auf Antworten klicken; der eigene Text lässt sich trotzdem senden.`,
  answeredDirectly: (at, text) =>
    `Inzwischen direkt auf X beantwortet, ${at}:\n${text}\nZum Ansehen noch einmal auf Antworten klicken; der eigene Text lässt sich trotzdem senden.`,
  editedMeanwhile: (was, text) =>
    `Der Beitrag wurde inzwischen bearbeitet. Vorher:\n${was}\nJetzt:\n${text}\nBitte noch einmal auf Antworten klicken; der eigene Text ist aufgehoben.`,
  postDeleted:
    'Der Beitrag wurde vom Verfasser gelöscht: es gibt nichts mehr zu beantworten. Der Text ging nicht hinaus.',
  replyByHand:
    'Das Netzwerk lässt von hier aus keine Antwort auf diesen Beitrag zu. Antworten öffnet den Weg dorthin, mit dem Text.',
  claimedBy: (by) => `${by} hat das übernommen. Bitte erst absprechen; ${by} kann es abgeben.`,
  notYours: (by) => `Nur ${by} kann das abgeben, weil ${by} es übernommen hat.`,
  notYoursNobody: 'Niemand hat das übernommen, also gibt es nichts abzugeben.',
  notYoursToGive: (by) => `Das liegt bei ${by}: Übergeben kann es nur ${by} oder die Leitung.`,
  toOneself:
    'An sich selbst geht das nicht. Bitte jemand anderen wählen; was niemand hat, nimmt „Übernehmen“ an der Karte.',
  hasItAlready: (by) => `${by} hat das schon. Bitte jemand anderen wählen.`,
  carriesNothing: (by) => `${by} hat nichts: nichts Übernommenes, keine Zusagen, nichts Zurückgestelltes.`,
  touchedAgain: (by) => `${by} ist inzwischen wieder daran. Bitte erst absprechen.`,
  timePast: 'Diese Zeit ist schon vorbei. Bitte eine spätere wählen.',
  closed: 'Dieser Vorgang ist geschlossen. Bitte erst wieder öffnen (Menü an der Karte).',
  tooLong: (length, limit) => `Zu lang: ${length} von ${limit}. Bitte um ${length - limit} kürzen.`,
  topicTooLong: (what, limit) =>
    `„${what}“ ist zu lang für ein Thema: höchstens ${limit} Zeichen. Ein, zwei Wörter genügen.`,
  tooManyTopics: (limit) => `Ein Vorgang hat Platz für ${limit} Themen. Bitte einige wegnehmen.`,
  ticketUnfit:
    'Bitte eine Webadresse (https://…, höchstens 500 Zeichen) oder eine Nummer oder ein Wort ohne Leerzeichen, höchstens 60 Zeichen.',
  undoTooLate: 'Zu spät: es geht schon hinaus. Sobald es öffentlich ist, lässt es sich an der Karte löschen.',
  undoFailed: 'Es gibt nichts zurückzunehmen: es wurde nicht gesendet.',
  nothingPublished: 'Hier ist nichts Öffentliches, dessen Adresse Earshot kennt. Bitte im Netzwerk nachsehen.',
  unknownPublication: 'Diesen Text kennt Earshot nicht mehr. Bitte die Karte ansehen, wie sie jetzt ist.',
  unknownEscalation: 'Diese Frage kennt Earshot nicht mehr. Bitte die Karte ansehen.',
  escalationTaken: (by, at) => `${by} kümmert sich schon darum, seit ${at}.`,
  escalationEnded: {
    answered: (by, at) => `${by} hat das schon beantwortet, ${at}. Im Thread lässt sich noch etwas ergänzen.`,
    'sent-back': (by, at) => `${by} hat das schon zurückgegeben, ${at}.`,
  },
  guestApproval:
    'Texte von Gästen gibt jemand aus der Firma frei, und wessen eigene Texte auf Freigabe warten, gibt keine frei.',
  guestOthers:
    'Wessen Texte auf Freigabe warten, kann nur die eigenen zurücknehmen oder löschen. Bitte jemanden aus der Firma fragen, oder eine Leitung um Vertrauen bitten (Einstellungen, „Wer veröffentlichen darf“).',
  ownApproval:
    'Den eigenen Text gibt niemand selbst frei. Bitte jemanden fragen; wenn es eilt, kann die Leitung ihn ohne zweite Person senden.',
  linkedElsewhere: (number) => `Dieser Vorgang gehört zu Störung ${number}. Bitte erst dort lösen (Karte, „Mehr …“).`,
  notLinked: 'Dieser Vorgang gehört nicht mehr zur Störung. Bitte die Liste ansehen, wie sie jetzt ist.',
  toldAlready: (by, at) => `${by} hat sich schon darum gekümmert, ${at}. Niemand bekommt die Nachricht doppelt.`,
  nothingToTell: 'Es ist keine Entwarnung öffentlich. Bitte erst eine veröffentlichen.',
  incidentOver: 'Diese Störung ist behoben. Eine neue beginnt mit /incident start.',
  paused: (by, at) =>
    `Veröffentlichen ist angehalten, von ${by} seit ${at}; das wurde nicht gesendet. Der Text bleibt erhalten: bitte senden, sobald es weitergeht.`,
  mayNotResume: (by) =>
    `Weiter geht es nur durch ${by} (von dort wurde angehalten) oder durch die Leitung. Bitte dort fragen.`,
  notStaff: (channel) =>
    `Das ist Mitgliedern von ${channel} und den in /mentions settings Eingetragenen vorbehalten. Bitte dem Kanal beitreten oder sich einladen lassen.`,
  notAsked: 'Das ist nur Gefragten und dem Team erlaubt. Bitte jemanden aus dem Team ansprechen.',
  guest:
    'Gäste und Leute anderer Firmen dürfen hier lesen. Für alles andere muss die Leitung sie mit Namen (nicht über eine Benutzergruppe) unter „Wer veröffentlichen darf“ in /mentions settings eintragen.',
  noPublishers:
    'Noch darf niemand veröffentlichen. Die Leitung (oder, solange es keine gibt, wer dieses Slack verwaltet) trägt in /mentions settings ein, wer veröffentlichen darf.',
  notPublisher:
    'Veröffentlichen ist hier nur Eingetragenen erlaubt. Bitte jemanden fragen, der es darf, oder sich von der Leitung in /mentions settings eintragen lassen.',
  notLead: 'Das dürfen nur Leitende. Bitte dort fragen oder sich in /mentions settings eintragen lassen.',
};
