import type { Words } from '../en.ts';

export const pause: Words['pause'] = {
  isPaused: (by, at) => `Veröffentlichen ist angehalten, von ${by} seit ${at}.`,
  means:
    'Nichts geht hinaus, wer auch immer auf Senden klickt, bis es weitergeht. Texte bleiben erhalten; Zurücknehmen und Löschen gehen weiterhin.',
  form: 'Senden wird bis dahin abgelehnt; der Text bleibt erhalten.',
  resume: 'Wieder veröffentlichen',
  wasPaused: (by, ended, endedAt) =>
    `Veröffentlichen war angehalten, von ${by}; wieder freigegeben von ${ended}, ${endedAt}.`,
  resumed: (by) => `Veröffentlichen geht weiter: freigegeben von ${by}.`,
  waits: (by, at) => `angehalten von ${by} seit ${at}`,
  done: (waiting) =>
    waiting === 0
      ? 'Veröffentlichen ist für alle angehalten. Der Kanal erfährt es; `/mentions resume` hebt es auf.'
      : `Veröffentlichen ist für alle angehalten; ${waiting === 1 ? 'ein Text, der gleich hinausgehen sollte, wartet' : `${waiting.toLocaleString('de-DE')} Texte, die gleich hinausgehen sollten, warten`}. Der Kanal erfährt es; \`/mentions resume\` hebt es auf.`,
  goesOn: 'Veröffentlichen geht weiter. Der Kanal erfährt es.',
  already: (by, at) => `Veröffentlichen ist schon angehalten, von ${by} seit ${at}.`,
  notPaused: 'Veröffentlichen ist nicht angehalten.',
};
