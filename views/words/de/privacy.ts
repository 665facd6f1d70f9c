import type { Words } from '../en.ts';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('de-DE')} ${n === 1 ? one : many}`;

export const privacy: Words['privacy'] = {
  more: {
    hold: {
      hint: 'Leitung: nichts davon löschen, wer auch fragt',
      text: 'Löschsperre',
    },
    lift: { hint: 'Leitung: darf wieder gelöscht werden', text: 'Löschsperre beenden' },
    forget: { hint: 'Leitung: alles löschen, was diese Person schrieb', text: 'Person vergessen' },
  },
  title: {
    hold: (number) => `Löschsperre für #${number}`,
    lift: (number) => `Ende der Sperre #${number}`,
    forget: 'Person vergessen',
  },
  submit: { hold: 'Sperren', lift: 'Sperre beenden', forget: 'Vergessen' },
  reason: 'Warum',
  reasonHint: 'Steht auf der Karte und im Verlauf.',
  held: (by, at, reason) => `Löschsperre von ${by}, ${at}: ${reason}`,
  heldRefusal: (number, held) =>
    `${number} bleibt. ${held}. Nichts davon wird gelöscht, bis eine Leitung die Sperre unter „Mehr …“ beendet.`,
  forgottenRefusal: (by, at) =>
    `Person und Worte dieses Vorgangs wurden gelöscht, von ${by}, ${at}. Übrig ist nur, was ihn zählt.`,
  outdatedRefusal: (at) =>
    `Person und Worte dieses Vorgangs wurden am Ende der Aufbewahrungszeit gelöscht, ${at}. Übrig ist nur, was ihn zählt.`,
  nobody: (what) =>
    `Von ${what} bewahrt Earshot nichts auf. Möglich sind der Name wie im Netzwerk oder die Nummer eines Vorgangs: \`/mentions forget @name\` oder \`/mentions forget #42\`.`,
  usage: 'Wen? `/mentions forget @name` oder die Nummer eines Vorgangs der Person, `/mentions forget #42`.',
  nobodyToForget: 'Von dieser Person bewahrt Earshot nichts mehr auf.',
  who: (name, handle, network) => `*${name}* ${handle} auf ${network}`,
  deletes: (mentions, numbers) =>
    `Gelöscht wird: ${count(mentions, 'Vorgang', 'Vorgänge')} (${numbers}) mit allen Beiträgen, Namen, Bildern, Notizen und Entwürfen und unseren Texten an die Person, wie Earshot sie aufbewahrt.`,
  inSlack: (cards) =>
    `In Slack: ${count(cards, 'Karte', 'Karten')} mit dem, was Earshot in ihre Threads schrieb, Direktnachrichten dazu, Zeilen, die sie nennen, und die Dateien von Exporten und Zeitleisten seither (danach neu erstellen).`,
  keeps: 'Es bleibt, was zum Zählen nötig ist: etwa Art, Zeiten, Themen und wer geantwortet hat.',
  publicStays: (replies) =>
    replies === 0
      ? 'Öffentliche Antworten von uns an die Person gibt es nicht.'
      : `${count(replies, 'öffentliche Antwort', 'öffentliche Antworten')} von uns an die Person bleiben öffentlich, wenn unten nichts anderes gewählt ist.`,
  byHand:
    'Was im Team in die Threads geschrieben wurde, lässt sich nur von Hand löschen: Eine Liste kommt als Direktnachricht, wenn alles erledigt ist.',
  staysHeld: (numbers) => `Mit Löschsperre, und bleibt: ${numbers}`,
  names: {
    vip: 'VIP-Liste',
    mute: 'Stummliste',
    rules: (n) => (n === 1 ? 'eine Regel' : `${n.toLocaleString('de-DE')} Regeln`),
    takenOut: (lists) =>
      `Der Name verschwindet auch aus den Einstellungen und ihrem Verlauf: ${lists}. Für spätere Beiträge der Person gilt, was für alle gilt.`,
    whole: (n) =>
      n === 1
        ? 'Eine Regel entfällt ganz, denn sonst galt sie niemandem.'
        : `${n.toLocaleString('de-DE')} Regeln entfallen ganz, denn sonst galten sie niemandem.`,
  },
  later:
    'Schreibt die Person wieder, ist das ein neuer Vorgang wie jeder andere. Sicherungen behalten, was sie haben, bis sie ersetzt sind.',
  alsoReplies: 'Unsere öffentlichen Antworten',
  deleteReplies: 'Auch unsere öffentlichen Antworten an die Person löschen',
  started: 'Das Löschen läuft. Wenn alles erledigt ist, kommt eine Direktnachricht.',
  done: (mentions) =>
    `Vergessen: ${count(mentions, 'Vorgang', 'Vorgänge')}. Earshot und seine Nachrichten haben Worte und Namen der Person nicht mehr.`,
  doneNothing: 'Gelöscht wurde nichts.',
  keptHeld: (number) => `Für ${number} gilt eine Löschsperre; der Vorgang bleibt.`,
  keptUnderWay: (number) =>
    `${number} blieb: Eine Antwort war gerade unterwegs. Wenn sie draußen ist, bitte noch einmal vergessen.`,
  left: 'In diesen Threads hat das Team geschrieben; bitte von Hand löschen lassen:',
  undeleted: 'Das ließ Slack Earshot nicht löschen:',
  directOf: (user) => `Direktnachrichten mit ${user}`,
  files: 'die Dateien von Exporten',
  andMore: (n) => `und ${n.toLocaleString('de-DE')} weitere`,
  repliesStay: (n) => `${count(n, 'öffentliche Antwort', 'öffentliche Antworten')} von uns: bleiben öffentlich.`,
  link: (n) => `Nachricht ${n.toLocaleString('de-DE')}`,
  withdrawn: (at) => `vom Verfasser nicht mehr gezeigt (Konto geschützt oder gesperrt), gesehen ${at}`,
  withdrawnBy: (name) =>
    `${name} zeigt diesen Beitrag nicht mehr: Das Konto ist geschützt oder gesperrt. Dort gibt es nichts mehr zu beantworten.`,
  noWords: 'Die Worte sind auch hier gelöscht.',
  retention: 'Nach so vielen Tagen verlieren erledigte Vorgänge Person und Worte',
  retentionHint:
    'Zahlen, Arten und Zeiten bleiben für Berichte. Leer: für immer aufbewahren. Löschsperren und offene Vorgänge bleiben unberührt.',
};
