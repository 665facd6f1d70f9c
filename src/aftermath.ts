import type { Clock } from './clock.ts';
import { tellChannel } from './desk/channel-lines.ts';
import { tended } from './desk/fold.ts';
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
  await tellLost(deps);
  await tendGroups(deps);
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
  const told = await store.readCursor(TOLD);
  for (const { at, ...lost } of store.lost()) {
    if (told !== null && at <= told) continue;
    const note = { type: 'file-lost', ...lost } as const;
    await store.change(channelRef(channel), (state) => tellChannel(state, `lost:${lost.aside}`, note));
    await store.saveCursor(TOLD, at);
  }
}

/** Whoever is folded under a card that no longer is there would wait unseen. */
async function tendGroups({ store, clock }: AftermathDeps): Promise<void> {
  const open = await store.list('mention', { open: true });
  const led = new Set(open.flatMap(({ group }) => (group?.as === 'lead' ? [group.id] : [])));
  for (const { id, group } of open) {
    if (group?.as !== 'folded' || led.has(group.id)) continue;
    led.add(group.id);
    await store.change(mentionRef(id), (state) => tended(state, clock.now()));
  }
}
