import type { Words } from '../en.ts';

export const costs: Words['costs'] = {
  title: 'Kosten',
  item: {
    'mention-read': 'Erwähnungen gelesen',
    'own-read': 'Eigene Beiträge gelesen',
    'other-read': 'Andere Beiträge gelesen',
    'user-read': 'Konten gelesen',
    reply: 'Antworten',
    post: 'Beiträge',
    'post-with-link': 'Beiträge mit Link',
    delete: 'Löschungen',
  },
  told: {
    warned: (network, spent, cap) =>
      `${network} hat heute ${spent} gekostet, höchstens ${cap} sind vorgesehen. Ab ${cap} ruhen Suchen und das Nachsehen nach geänderten oder gelöschten Beiträgen bis Mitternacht UTC; Erwähnungen und Veröffentlichen nie.`,
    paused: (network, spent, cap) =>
      `${network} hat heute ${spent} gekostet; die Grenze ist ${cap}. Suchen und das Nachsehen nach geänderten oder gelöschten Beiträgen ruhen bis Mitternacht UTC; Erwähnungen, eigene Beiträge und Veröffentlichen gehen weiter.`,
    resumed: (network) => `Die Suchen auf ${network} gehen weiter.`,
  },
  money: (dollars, least) =>
    `${dollars.toLocaleString('de-DE', { minimumFractionDigits: least, maximumFractionDigits: 3 })} $`,
  today: (network) => `${network} heute (UTC)`,
  month: (network) => `${network} in diesem Monat (UTC)`,
  column: { what: 'Was', calls: 'Aufrufe', units: 'Berechnet', price: 'Preis' },
  sum: 'Alles',
  nothing: 'Bisher nichts.',
  noCap: 'Es gibt keine Tagesgrenze: der Betrieb von Earshot setzt sie mit X_DAILY_CAP_USD.',
  cap: (cap) =>
    `Tagesgrenze: ${cap}. Bei vier Fünfteln wird der Kanal gewarnt; an der Grenze ruhen Suchen und das Nachsehen nach geänderten oder gelöschten Beiträgen bis Mitternacht UTC. Erwähnungen, eigene Beiträge und Veröffentlichen ruhen nie.`,
  capped: 'Die Grenze ist erreicht: die Suchen ruhen bis Mitternacht UTC.',
  whose: 'So hat Earshot gezählt, nach der Preisliste von August 2026; die Rechnung stellt das Netzwerk.',
};
