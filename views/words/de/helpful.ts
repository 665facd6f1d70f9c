import type { Words } from '../en.ts';

export const helpful: Words['helpful'] = {
  mark: { hint: (number) => `Antwortet einem anderen Kunden, #${number}`, text: 'Hilfreiche Antwort' },
  unmark: { hint: 'Ist als hilfreiche Antwort an einen anderen Kunden gekennzeichnet', text: 'Doch nicht hilfreich' },
  reason: 'hilfreiche Antwort eines anderen Kunden',
  nobodyAsked: 'In diesem Gespräch hat sonst niemand gefragt: Es gibt nichts, worauf das eine Antwort wäre.',
  thank: (number) =>
    `Als hilfreiche Antwort auf #${number} gekennzeichnet. Danken oder schließen: Die Kennzeichnung bleibt.`,
  onCard: (numbers) => `hilfreiche Antwort eines anderen Kunden: ${numbers}`,
  note: (by, number) => `${by} meint, ein anderer Kunde hat hilfreich geantwortet: #${number}`,
  inReport: (n) => `Hilfreiche Antworten von Kunden: ${n.toLocaleString('de-DE')}`,
};
