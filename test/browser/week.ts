import { setTimeout as pause } from 'node:timers/promises';
import type { Visit } from './browser.ts';

const HOUR_MS = 3_600_000;
const DAYS = 6;
const REAL_MS = 60;
const MOST_JUMPS = 40;
const WORDS = [
  'Seit heute früh kein Internet in Altona. Was ist los?',
  'Die Rechnung ist schon wieder falsch, eine Frechheit.',
  'Wann wird unsere Straße an das Glasfasernetz angeschlossen?',
  'Danke für die schnelle Hilfe gestern, super Service!',
  'still waiting for my router. Not acceptable.',
  'Handy geht nicht, kein Netz in Husum. Unmöglich!',
  'How do I change my tariff?',
  'Ich grüße aus Kiel.',
];
/** How many wrote on each day, and how many hours after the first of them. */
const A_DAY = [5, 8, 3, 6, 11, 7];
const HOURS = [0, 0.4, 0.9, 1.1, 1.3, 1.6, 1.9, 2.2, 2.4, 2.6, 2.8];

/** A week of mentions, most of them answered by Anna; the app sleeps through the hours in which nothing happens. */
export async function liveWeek(visit: Visit): Promise<void> {
  const { clock, workspace, people, channels } = visit;
  const { world } = visit.x;
  const cards = () =>
    workspace
      .messages(channels.support)
      .filter(({ metadata }) => String(metadata?.event_payload.ref).startsWith('mention:'));

  async function answer(ts: string): Promise<void> {
    await workspace.as(people.anna).press(channels.support, ts, { action_id: 'reply' });
    const form = await workspace.waitFor(() => workspace.modals(people.anna)[0], 'the reply form');
    await workspace.as(people.anna).modal().fill(blockOf(form.source.blocks), 'Wir kümmern uns sofort darum.');
    await workspace.as(people.anna).modal().submit();
  }

  /** Moves the clock until it has come to this; the app's calls take real time. */
  async function until(isSo: () => boolean): Promise<void> {
    for (let jumps = 0; jumps < MOST_JUMPS && !isSo(); jumps += 1) {
      await clock.jump(5_000);
      await pause(REAL_MS);
    }
  }

  for (let day = 0; day < DAYS; day += 1) {
    await visit.stopApp();
    await clock.jump(24 * HOUR_MS);
    const morning = clock.now().getTime() - 3 * HOUR_MS;
    for (let index = 0; index < (A_DAY[day] ?? 0); index += 1) {
      const username = `customer_${day}_${index}`;
      world.addPerson({ username, name: `Customer ${day}${index}`, followers: 90 });
      const text = `@${world.us.username} ${WORDS[(day + index) % WORDS.length]}`;
      world.post({ author: username, text, at: new Date(morning + (HOURS[index] ?? 0) * HOUR_MS) });
    }
    const before = cards().length;
    await visit.startApp();
    const wrote = A_DAY[day] ?? 0;
    await until(() => cards().length >= before + wrote);
    const published = world.ours().length;
    const fresh = cards().slice(before, -1);
    for (const { ts } of fresh) await answer(ts);
    await until(() => world.ours().length >= published + fresh.length);
  }
}

function blockOf(blocks: readonly { readonly type: string; readonly block_id?: string }[]): string {
  return blocks.find(({ block_id }) => block_id?.startsWith('text'))?.block_id ?? '';
}
