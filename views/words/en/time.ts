const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const time = {
  moment: 'less than a minute',
  minutes: (n: number) => count(n, 'minute', 'minutes'),
  hours: (n: number) => count(n, 'hour', 'hours'),
  days: (n: number) => count(n, 'day', 'days'),
};
