import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { decided, isRefused, type Refusal } from '../desk/decision.ts';
import { forgetPerson } from '../desk/forget.ts';
import { hearNews } from '../desk/hear.ts';
import { OPERATOR } from '../desk/history.ts';
import type { UserId } from '../desk/instant.ts';
import type { Mention } from '../desk/mention.ts';
import { newPerson } from '../desk/person.ts';
import { DESK, personRef } from '../desk/ref.ts';
import { writtenBy } from '../desk/same-person.ts';
import { signedStore } from '../signed-store.ts';
import type { Store } from '../store/index.ts';

const FROM = { way: 'shell', name: '' } as const;

export interface Wish {
  /** A handle, with or without @, or the network's id of an account. */
  readonly author: string;
  readonly network: string | null;
  /** Who hears by direct message when Slack's copies are deleted; null: the first lead of the settings. */
  readonly teller: UserId | null;
  /** The team's own channel. */
  readonly channel: string;
  readonly replies: boolean;
}

/** Everything of the person, oldest first. */
export async function mentionsOf(store: Store, { author, network }: Wish): Promise<readonly Mention[]> {
  return writtenBy(author, await store.list('mention'), network ?? undefined);
}

/** Who is told; null when the settings name no lead by id. */
export async function tellerFor(store: Store, { teller }: Wish): Promise<UserId | null> {
  const leads = (await store.read(DESK))?.settings.leads ?? [];
  return teller ?? leads.find((id) => /^[UW]/.test(id)) ?? null;
}

/**
 * The same request as the button's, with the app at rest: what the store has is deleted now, the copies in Slack and the
 * direct message are effects that the next start carries out. Returns why not, or null.
 */
export async function forgetByCommand(
  store: Store,
  wish: Wish,
  teller: UserId,
  mentions: readonly Mention[],
  clock: Clock,
): Promise<Refusal | null> {
  const { channel, replies } = wish;
  const press = { by: OPERATOR, key: `shell:${randomUUID()}`, from: FROM, channel, replies };
  await store.create('person', teller, () => newPerson(teller));
  const outcome = await store.change(personRef(teller), (person) => forgetPerson(person, press, mentions));
  if (isRefused(outcome)) return outcome.refused;
  await deliver(signedStore(store, { way: 'effect', name: '' }, clock), clock);
  return null;
}

/** What aggregates have to tell each other needs neither Slack nor a network; done as the dispatcher does it. */
async function deliver(store: Store, clock: Clock): Promise<void> {
  for (;;) {
    const taken = await store.take('desk', clock.now());
    if (taken === undefined) return;
    const { effect } = taken.row;
    if (effect.type === 'tell') {
      const { id, to, news } = effect;
      await store.change(to, (state) => hearNews(state, id, news, clock.now()));
    }
    await store.settle(taken, (state) => decided(state));
  }
}
