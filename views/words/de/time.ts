import type { Words } from '../en.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** Used after „seit“ and „vor“: dative. */
export const time: Words['time'] = {
  moment: 'weniger als einer Minute',
  minutes: (n) => count(n, 'Minute', 'Minuten'),
  hours: (n) => count(n, 'Stunde', 'Stunden'),
  days: (n) => count(n, 'Tag', 'Tagen'),
};
