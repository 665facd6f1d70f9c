import { isFolded, standsAlone } from '../desk/fold.ts';
import { MINUTE_MS, type UserId } from '../desk/instant.ts';
import { likeness, SAME, type Sketch, sketch } from '../desk/likeness.ts';
import { lockCauses } from '../desk/lock.ts';
import type { Kind, Mention } from '../desk/mention.ts';
import type { Store } from '../store/index.ts';

/** An open mention with a card, under which others may fold. */
interface Head {
  readonly id: string;
  readonly group: string;
  readonly author: string;
  readonly channel: string;
  readonly kind: Kind;
  readonly owner: UserId | null;
  /** Of what the sketch was made: its author may write it anew. */
  readonly text: string;
  readonly sketch: Sketch;
  /** When the latest of its group was written. */
  lastAtMs: number;
}

export interface Alike {
  /** Takes notice of what is open now; called before each batch of posts. */
  lookAround(): Promise<void>;
  /**
   * The group under whose card a mention that has just come folds; null for a card of its own, under which later ones of
   * the same batch may fold at once.
   */
  groupFor(mention: Mention): string | null;
}

/** Later than so long after the last of a group, the same words are news again. */
const TOGETHER_MS = 6 * 60 * MINUTE_MS;

/**
 * Which open mentions say the same as one that has just come. Candidates are found by the bands that their sketches share,
 * not by looking at all of them; each text is sketched once.
 */
export function createAlike(store: Pick<Store, 'list'>): Alike {
  let heads = new Map<string, Head>();
  let byBand = new Map<number, Head[]>();

  function add(head: Head): void {
    heads.set(head.id, head);
    for (const band of head.sketch.bands) {
      const others = byBand.get(band);
      if (others === undefined) byBand.set(band, [head]);
      else others.push(head);
    }
  }

  async function lookAround(): Promise<void> {
    const open = await store.list('mention', { open: true });
    const latest = new Map<string, number>();
    for (const { group, posts } of open) {
      if (group !== null) latest.set(group.id, Math.max(latest.get(group.id) ?? 0, Date.parse(posts[0].at)));
    }
    const known = heads;
    heads = new Map();
    byBand = new Map();
    for (const mention of open.filter(mayHead)) {
      const group = groupNameOf(mention);
      const { id, author, channel, kind, owner, posts } = mention;
      const lastAtMs = Math.max(latest.get(group) ?? 0, Date.parse(posts[0].at));
      const [{ text }] = posts;
      const head = known.get(id);
      const sketched = head?.text === text ? head.sketch : sketch(text);
      add({ id, group, author: author.id, channel, kind, owner, text, sketch: sketched, lastAtMs });
    }
  }

  function groupFor(mention: Mention): string | null {
    const { channel, author, kind, owner, posts } = mention;
    const [{ text, at }] = posts;
    if (!mayHead(mention)) return null;
    const own = sketch(text);
    const atMs = Date.parse(at);
    const fits = (head: Head) =>
      head.channel === channel &&
      head.author !== author.id &&
      head.kind === kind &&
      // Whom a rule names is told by a card, unless theirs is the one that it shares.
      (owner === null || head.owner === owner) &&
      Math.abs(atMs - head.lastAtMs) <= TOGETHER_MS;
    // Of one whose card Slack may still show, that card is looked for.
    const found = mention.seekFrom === null ? bestOf(own, fits) : undefined;
    if (found !== undefined) {
      found.lastAtMs = Math.max(found.lastAtMs, atMs);
      return found.group;
    }
    add({
      id: mention.id,
      group: mention.id,
      author: author.id,
      channel,
      kind,
      owner,
      text,
      sketch: own,
      lastAtMs: atMs,
    });
    return null;
  }

  function bestOf(own: Sketch, fits: (head: Head) => boolean): Head | undefined {
    let best: { readonly head: Head; readonly how: number } | undefined;
    for (const head of new Set(own.bands.flatMap((band) => byBand.get(band) ?? []))) {
      if (!fits(head)) continue;
      const how = likeness(own, head.sketch);
      if (how >= SAME.words && how > (best?.how ?? 0)) best = { head, how };
    }
    return best?.head;
  }

  return { lookAround, groupFor };
}

/** One that waits for its first answer and has a card. */
function mayHead(mention: Mention): boolean {
  const { status, publications, escalations, posts, snooze, group } = mention;
  if (status !== 'open' && status !== 'claimed') return false;
  if (publications.length > 0 || escalations.length > 0 || snooze !== null || posts.length > 1) return false;
  // What left its group leads none: its card would count nobody, and the group's says something else.
  if (group?.as === 'own') return false;
  if (isFolded(mention) || lockCauses(mention).length > 0) return false;
  // Others stay together with one that has become known meanwhile.
  return group?.as === 'lead' || !standsAlone(mention);
}

function groupNameOf({ id, group }: Mention): string {
  return group?.as === 'lead' ? group.id : id;
}
