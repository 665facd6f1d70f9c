/** A second pair of eyes: texts that wait for another person's approval. */
export const approval = {
  why: { guest: 'a guest’s text', newcomer: 'one of their first replies' },
  row: (what: string, by: string, about: string) => `*${what}* by ${by} for ${about}`,
  waiting: (n: number) => `Waiting for a second person: ${n}`,
  untouched: (row: string) =>
    `Nobody has looked at this yet, and it goes out only after a second person’s press: ${row}`,
  afterSend: 'After Send it waits for a second person’s press.',
  incidents: 'Words about incidents wait for a second person',
  apologies: 'Apologies to a customer wait for a second person',
  newcomers: 'So many first replies of somebody new wait for a second person',
  newcomersHint: '0 means none. An incident’s apology always waits for a second person.',
  trusted: 'Guests whose texts go out without approval',
};
