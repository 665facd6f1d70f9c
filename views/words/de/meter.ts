import type { Words } from '../en.ts';

export const meter: Words['meter'] = {
  complaints: (n) => (n === 1 ? '1 Beschwerde seitdem' : `${n.toLocaleString('de-DE')} Beschwerden seitdem`),
  silent: (network, ago) => `Kein öffentliches Wort auf ${network}: das letzte war ${ago}`,
  never: (network, ago) => `Noch kein öffentliches Wort auf ${network}: die Störung begann ${ago}`,
  cheerful: (network, said, at) => `Der neueste Beitrag auf unserem ${network}-Profil ist fröhlich (${said}, ${at}).`,
  whatToDo: 'Während einer Störung wirkt er wie Hohn: bitte dort löschen oder ein Wort zur Störung veröffentlichen.',
  see: 'Zum Beitrag',
};
