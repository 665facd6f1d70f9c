import type { Words } from '../en.ts';

export const recall: Words['recall'] = {
  head: 'Was wir zu Ähnlichem zuletzt gesagt haben',
  use: 'Als Entwurf',
  gone: 'Diese Antwort gibt es nicht mehr: gelöscht, oder der Kunde wurde vergessen.',
};
