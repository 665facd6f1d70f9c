import { linkedTo } from '../desk/incident-link.ts';
import { examplesOf, isExplainedBy, mayBeSuggested, type SuggestedLink, suggest } from '../desk/incident-match.ts';
import { MINUTE_MS } from '../desk/instant.ts';
import { type Sketch, sketch } from '../desk/likeness.ts';
import type { Mention } from '../desk/mention.ts';
import { mentionRef } from '../desk/ref.ts';
import type { Store } from '../store/index.ts';

interface Running extends SuggestedLink {
  readonly examples: readonly Sketch[];
  /** What the examples were made of: when it changes, those who wait are looked at again. */
  readonly madeOf: string;
}

export interface Explained {
  /** Takes notice of the incidents that run, and asks about open mentions that one of them explains. */
  lookAround(now: Date): Promise<void>;
  /** The running incident that may explain a mention that has just come; null for none. */
  incidentFor(mention: Mention): SuggestedLink | null;
}

/** What was written so long before is not about what runs now. */
const RECENT_MS = 24 * 60 * MINUTE_MS;

/** Which mentions a running incident may explain; each time that it has new words, also among those that wait. */
export function createExplained(store: Pick<Store, 'list' | 'change'>): Explained {
  let running: readonly Running[] = [];

  async function lookAround(now: Date): Promise<void> {
    const incidents = await store.list('incident', { open: true });
    if (incidents.length === 0) {
      running = [];
      return;
    }
    const mentions = await store.list('mention');
    const known = new Map(running.map((one) => [one.id, one]));
    running = incidents.map((incident) => {
      const { id, number, publications } = incident;
      const linked = linkedTo(mentions, id);
      const madeOf = `${publications.length} ${linked.length} ${linked.at(-1)?.id ?? ''}`;
      const before = known.get(id);
      return before?.madeOf === madeOf ? before : { id, number, madeOf, examples: examplesOf(incident, linked) };
    });
    const changed = running.filter((one) => !known.has(one.id) || known.get(one.id) !== one);
    if (changed.length > 0) await askAbout(changed, mentions, now);
  }

  async function askAbout(incidents: readonly Running[], mentions: readonly Mention[], now: Date): Promise<void> {
    for (const mention of mentions) {
      if (now.getTime() - Date.parse(mention.posts[0].at) > RECENT_MS) continue;
      const found = bestOf(mention, incidents);
      if (found !== null) await store.change(mentionRef(mention.id), (state) => suggest(state, found));
    }
  }

  function bestOf(mention: Mention, incidents: readonly Running[]): SuggestedLink | null {
    const possible = incidents.filter(({ id }) => mayBeSuggested(mention, id));
    if (possible.length === 0) return null;
    const text = sketch(mention.posts[0].text);
    const found = possible.find(({ examples }) => isExplainedBy(text, examples));
    return found === undefined ? null : { id: found.id, number: found.number };
  }

  return { lookAround, incidentFor: (mention) => bestOf(mention, running) };
}
