import type { Words } from '../en.ts';

export const outage: Words['outage'] = {
  cantSave: (since, why) =>
    `Earshot kann seit ${since} nicht speichern: ${why}. Wer etwas drückt, bekommt einen Fehler; gesendet oder geändert wird davon nichts. Neue Beiträge warten im Netzwerk und bekommen danach ihre Karten. Den Grund findet im Protokoll, wer Earshot betreibt.`,
  full: 'der Speicherplatz ist voll',
  readOnly: 'auf den Datenträger darf nicht geschrieben werden',
  failed: 'der Datenträger nimmt nichts an',
  savesAgain: (since, until) =>
    `Earshot konnte von ${since} bis ${until} nicht speichern. Es geht wieder; was dazwischen mit einem Fehler beantwortet wurde, bitte noch einmal drücken.`,
};
