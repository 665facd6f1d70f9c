import type { Words } from '../en.ts';

export const silence: Words['silence'] = {
  network: {
    began: (network, since) => `${network} lässt sich nicht lesen, zuletzt ging es ${since}.`,
    keepsTrying: (network) =>
      `Earshot versucht es weiter und meldet das Ende; die Vorgänge bekommen dann ihre Karten. Bis dahin bitte direkt auf ${network} nachsehen.`,
    over: (network, at) => `${network} ist seit ${at} wieder lesbar`,
    both: (network, since, at) => `${network} ließ sich von ${since} bis ${at} nicht lesen`,
  },
  socket: {
    began: (since) =>
      `Die Verbindung von Slack zu Earshot ist seit ${since} unterbrochen: Knöpfe und Befehle wirken nicht.`,
    keepsTrying:
      'Earshot versucht es weiter und meldet das Ende. Karten kommen weiterhin, und bereits gesendete Texte gehen hinaus.',
    over: (at) => `Knöpfe und Befehle wirken seit ${at} wieder`,
    both: (since, at) => `Knöpfe und Befehle wirkten von ${since} bis ${at} nicht`,
    pressAgain: 'Was inzwischen gedrückt wurde, hatte keine Wirkung: bitte noch einmal drücken.',
  },
  nothingLost: 'nichts ging verloren.',
  cut: (network) =>
    `es waren mehr Erwähnungen, als ${network} aufhebt: die ältesten haben vielleicht keine Karte. Bitte dort selbst nachsehen.`,
  why: (why) => `Der Grund: ${why}`,
};
