import type { Clock } from './clock.ts';
import { tellChannel } from './desk/channel-lines.ts';
import { isFolded, tended } from './desk/fold.ts';
import { isPending } from './desk/publication.ts';
import { channelRef, incidentRef, mentionRef } from './desk/ref.ts';
import { fromBackup } from './desk/restored.ts';
import { restoredOf, type Store } from './store/index.ts';

interface AftermathDeps {
  readonly store: Store;
  /** The team's own channel. */
  readonly channel: string;
  readonly clock: Clock;
}

/** Where it is kept that something was seen to; see `Store.saveCursor`. */
const SEEN_TO = 'restored-seen-to';
const TOLD = 'lost-told';

/**
 * What a start must see to before anything is carried out: the store was restored from a backup, or a file of it was
 * damaged and set aside, perhaps with the card under which others had folded. Each once; one that is cut off by a crash begins again, and does nothing twice.
 */
export async function seeToAftermath(deps: AftermathDeps): Promise<void> {
  await seeToRestored(deps);
  await tendGroups(deps);
  await tellLost(deps);
}

async function seeToRestored({ store, channel, clock }: AftermathDeps): Promise<void> {
  const restored = await restoredOf(store);
  if (restored === null || (await store.readCursor(SEEN_TO)) === restored.mark) return;
  const [mentions, incidents] = await Promise.all([store.list('mention'), store.list('incident')]);
  const unsent = [...mentions, ...incidents].flatMap(({ publications }) => publications.filter(isPending)).length;
  const id = `restored:${restored.mark}`;
  const note = { type: 'restored', backup: restored.backup, at: restored.at, unsent } as const;
  // First, as afterwards nobody knows how many there were.
  await store.change(channelRef(channel), (state) => tellChannel(state, id, note));
  await Promise.all([
    ...mentions.map((one) => store.change(mentionRef(one.id), (state) => fromBackup(state, clock.now()))),
    ...incidents.map((one) => store.change(incidentRef(one.id), (state) => fromBackup(state, clock.now()))),
  ]);
  await store.saveCursor(SEEN_TO, restored.mark);
}

/** The channel hears once of each file what may be missing with it. */
async function tellLost({ store, channel }: AftermathDeps): Promise<void> {
  for (const { at, ...lost } of await untold(store)) {
    const note = { type: 'file-lost', ...lost } as const;
    await store.change(channelRef(channel), (state) => tellChannel(state, `lost:${lost.aside}`, note));
    await store.saveCursor(TOLD, at);
  }
}

/** What was set aside and not seen to yet. */
async function untold(store: Store): Promise<ReturnType<Store['lost']>> {
  const told = await store.readCursor(TOLD);
  return store.lost().filter(({ at }) => told === null || at > told);
}

/**
 * Whoever is folded under a card that no longer is there would wait unseen; and a card must not go on to count whoever was
 * lost, who comes back from the network with a card of their own.
 */
async function tendGroups({ store, clock }: AftermathDeps): Promise<void> {
  const open = await store.list('mention', { open: true });
  const leading = open.filter(({ group }) => group?.as === 'lead');
  const seenTo = new Set(leading.flatMap(({ group }) => group?.id ?? []));
  const folded = open.filter(isFolded);
  const isLost = (await untold(store)).length > 0;
  for (const { id, group } of isLost ? [...leading, ...folded] : folded) {
    if (group === null || (group.as === 'folded' && seenTo.has(group.id))) continue;
    seenTo.add(group.id);
    await store.change(mentionRef(id), (state) => tended(state, clock.now()));
  }
}
