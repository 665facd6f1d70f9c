import type { Words } from '../en.ts';

export const picture: Words['picture'] = {
  label: 'Bild',
  hint: 'JPEG, PNG, GIF oder WebP, bis 5 MB',
  alt: 'Was auf dem Bild zu sehen ist',
  altHint: 'Für alle, die es nicht sehen können; öffentlich. Mit Bild nötig.',
  needsAlt: 'Bitte beschreiben, was auf dem Bild zu sehen ist, für alle, die es nicht sehen können.',
  needsPicture: 'Es gibt eine Beschreibung, aber kein Bild. Das Bild auswählen oder dieses Feld leeren.',
  tooLarge: (megabytes) => `Das Bild hat ${megabytes} MB; das Netzwerk nimmt bis zu 5.`,
  wrongType: 'Das Netzwerk nimmt Bilder als JPEG, PNG, GIF und WebP.',
  chooseAgain: 'Das Bild dazu muss neu ausgewählt werden.',
  shown: (alt) => `mit Bild: ${alt}`,
};
