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
  assignedToYou: (what, name) => `Nach einer Regel des Teams zugeteilt: ${what} von ${name}`,
  assignedTo: (to) => `${to} – nach einer Regel des Teams zugeteilt.`,
};
