import { setTimeout as pause } from 'node:timers/promises';
import type { Visit } from './browser.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** The stage's clock begins on a Tuesday at nine. */
const BEGINS_AT = 9 * 60;
/** Longest jump at once, and real time after it for the calls that it starts. */
const STEP_MS = 60 * MINUTE_MS;
const BREATH_MS = 50;
/** Time for a card to come, or for a reply to go out, in steps of the app's reading. */
const SHORT_MS = 5_000;
const MOST_STEPS = 60;

const COMPLAINTS = [
  'Seit heute früh kein Internet in Altona. Was ist los?',
  'Die Rechnung ist schon wieder falsch, eine Frechheit.',
  'still waiting for my router. Not acceptable.',
  'Handy geht nicht, kein Netz in Husum. Unmöglich!',
];
const QUESTIONS = ['Wann wird unsere Straße an das Glasfasernetz angeschlossen?', 'How do I change my tariff?'];
const PRAISE = ['Danke für die schnelle Hilfe gestern, super Service!'];
const OTHER = ['Ich grüße aus Kiel.'];
const WORDS = { c: COMPLAINTS, q: QUESTIONS, p: PRAISE, o: OTHER } as const;

/**
 * Who wrote, from Tuesday to Monday: when, what (complaint, question, praise, other), and after how many minutes we
 * answered; null for never. On Sunday the desk is closed.
 */
const WEEK: readonly (readonly (readonly [string, keyof typeof WORDS, number | null])[])[] = [
  [
    ['11:20', 'c', 18],
    ['13:05', 'q', 31],
    ['14:40', 'p', 90],
    ['16:10', 'c', 22],
    ['18:30', 'c', 41],
  ],
  [
    ['08:10', 'c', 25],
    ['09:35', 'q', 140],
    ['11:50', 'c', 14],
    ['12:45', 'c', 74],
    ['15:20', 'o', null],
    ['17:30', 'c', 35],
  ],
  [
    ['08:25', 'c', 12],
    ['10:05', 'c', 28],
    ['10:40', 'q', 55],
    ['13:30', 'c', 49],
    ['16:55', 'p', 30],
    ['20:40', 'c', 705],
  ],
  [
    ['08:05', 'c', 20],
    ['09:10', 'c', 33],
    ['11:15', 'q', 64],
    ['14:25', 'c', 17],
    ['19:05', 'c', 38],
  ],
  [
    ['09:40', 'c', 26],
    ['10:30', 'q', 95],
    ['12:10', 'c', 47],
    ['15:45', 'p', null],
  ],
  [
    ['12:20', 'c', 1_215],
    ['17:50', 'q', 925],
  ],
  [
    ['08:15', 'c', 21],
    ['08:50', 'c', 37],
    ['09:30', 'c', 58],
    ['10:20', 'q', 45],
    ['11:40', 'c', 80],
    ['13:55', 'c', 24],
    ['15:10', 'p', 20],
    ['16:05', 'q', 110],
  ],
];
/** Those who had written before the page was opened. */
const FIRST_ANSWERS = [9, 16, 52, 27];
const ENDS_AT = 6 * DAY_MS + 19 * 60 * MINUTE_MS;

interface Happening {
  /** Since midnight of the first day. */
  readonly atMs: number;
  readonly run: () => Promise<void>;
}

/** A week of mentions at a small desk that does well, most of them answered in time. */
export async function liveWeek(visit: Visit): Promise<void> {
  const { clock, workspace, people, channels } = visit;
  const { world } = visit.x;
  const beganMs = clock.now().getTime() - BEGINS_AT * MINUTE_MS;
  const cards = () =>
    workspace
      .messages(channels.support)
      .filter(({ metadata }) => String(metadata?.event_payload.ref).startsWith('mention:'));

  /** Moves the clock until it has come to this; the app's calls take real time. */
  async function until(isSo: () => boolean): Promise<void> {
    for (let steps = 0; steps < MOST_STEPS && !isSo(); steps += 1) {
      await clock.jump(SHORT_MS);
      await pause(BREATH_MS);
    }
  }

  async function write(username: string, words: string): Promise<void> {
    const before = cards().length;
    world.addPerson({ username, name: `Kunde ${username.slice(-2)}`, followers: 90 });
    world.post({ author: username, text: `@${world.us.username} ${words}` });
    await until(() => cards().length > before);
  }

  async function answer(index: number): Promise<void> {
    const card = cards()[index];
    if (card === undefined) throw new Error(`there is no card ${index}`);
    const who = workspace.as(index % 2 === 0 ? people.anna : people.ben);
    const published = world.ours().length;
    await who.press(channels.support, card.ts, { action_id: 'reply' });
    const form = await workspace.waitFor(() => workspace.modals(who.id)[0], 'the reply form');
    // The network takes the same words twice for a mistake.
    await who
      .modal()
      .fill(blockOf(form.source.blocks), `Das tut uns leid, wir kümmern uns darum (Fall ${4_100 + index}).`);
    await who.modal().submit();
    await until(() => world.ours().length > published);
  }

  let written = FIRST_ANSWERS.length;
  const happenings: Happening[] = FIRST_ANSWERS.map((minutes, index) => ({
    atMs: (BEGINS_AT + minutes) * MINUTE_MS,
    run: () => answer(index),
  }));
  for (const [day, posts] of WEEK.entries()) {
    for (const [time, kind, minutes] of posts) {
      const index = written;
      written += 1;
      const atMs = day * DAY_MS + minutesOf(time) * MINUTE_MS;
      const words = WORDS[kind][index % WORDS[kind].length] ?? '';
      happenings.push({ atMs, run: () => write(`kunde_${10 + index}`, words) });
      if (minutes !== null) happenings.push({ atMs: atMs + minutes * MINUTE_MS, run: () => answer(index) });
    }
  }

  async function passTo(atMs: number): Promise<void> {
    for (let leftMs = beganMs + atMs - clock.now().getTime(); leftMs > 0; leftMs -= STEP_MS) {
      await clock.jump(Math.min(STEP_MS, leftMs));
      await pause(BREATH_MS);
    }
  }

  for (const { atMs, run } of happenings.toSorted((a, b) => a.atMs - b.atMs)) {
    await passTo(atMs);
    await run();
  }
  await passTo(ENDS_AT);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function blockOf(blocks: readonly { readonly type: string; readonly block_id?: string }[]): string {
  return blocks.find(({ block_id }) => block_id?.startsWith('text'))?.block_id ?? '';
}
