import type { PracticeClock } from '../clock.ts';
import type { Stage } from '../stage.ts';
import type { Post } from '../x/types.ts';

const SURGE = 40;
const SURGE_EVERY_MS = 600;
const PLACES = ['Kiel', 'Flensburg', 'Husum', 'Rendsburg', 'Eckernförde', 'Schleswig', 'Neumünster', 'Plön'];
const WORDS = [
  (place: string) => `Kein Netz in ${place}! Was ist da los?`,
  (place: string) => `Seit einer Stunde kein Empfang in ${place}. Störung?`,
  (place: string) => `no signal at all in ${place}, is this an outage?`,
  (place: string) => `Mobilfunk in ${place} komplett tot. Wann geht es wieder?`,
  (place: string) => `Handy geht nicht, kein Netz in ${place}. Unmöglich!`,
];
const NAMES = ['Nils', 'Ayşe', 'Jonas', 'Mia', 'Piotr', 'Hanna', 'Lars', 'Olga', 'Finn', 'Sophie'];

/** Whom a visitor can be on X. */
export const REGULARS = [
  { username: 'lena_altona', name: 'Lena aus Altona' },
  { username: 'tom_becker', name: 'Tom Becker' },
  { username: 'praxis_keller', name: 'Praxis Dr. Keller' },
  { username: 'jon_reyes', name: 'Jon Reyes' },
  { username: 'sabine_r', name: 'Sabine R.' },
] as const;

/** What customers do on X. */
export function createCustomers(stage: Stage, clock: PracticeClock) {
  const { world } = stage.x;
  for (const { username, name } of REGULARS) world.addPerson({ username, name, followers: 320 });
  let surges = 0;

  /** A post that names us with @, unless it is to be found by its words alone. */
  function write(
    username: string,
    text: string,
    inReplyTo: string | null,
    { at, named: isNamed = true }: { readonly at?: Date; readonly named?: boolean } = {},
  ): Post {
    const handle = `@${world.us.username}`;
    const named = !isNamed || text.toLowerCase().includes(handle.toLowerCase()) ? text : `${handle} ${text}`;
    return world.post({
      author: username,
      text: named,
      ...(inReplyTo === null ? {} : { inReplyTo }),
      ...(at && { at }),
    });
  }

  return {
    write,
    /** Many people say nearly the same, one after the other within half a minute. */
    surge(): void {
      surges += 1;
      const round = surges;
      for (let index = 0; index < SURGE; index += 1) {
        clock.after(index * SURGE_EVERY_MS, () => {
          const place = PLACES[index % PLACES.length] ?? 'Kiel';
          const words = WORDS[index % WORDS.length];
          const name = NAMES[index % NAMES.length] ?? 'Nils';
          const username = `nord_${round}_${index + 1}`;
          world.addPerson({ username, name: `${name} (${place})`, followers: 40 + 13 * index });
          if (words !== undefined) write(username, words(place), null);
        });
      }
    },
  };
}

export type Customers = ReturnType<typeof createCustomers>;
