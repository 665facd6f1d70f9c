import { shownElements } from '../../practice/slack/find-element.ts';
import type { Evidence, Finding, Placed } from './check.ts';
import type { Incident, Mention } from './on-disk.ts';

/** A card shows the latest state: what was planned while an older one was being drawn was drawn as well. */
export function checkCards({ disk, messages }: Pick<Evidence, 'disk' | 'messages'>): readonly Finding[] {
  const byName = new Map(messages.map((one) => [one.name, one]));
  return [
    ...disk.mentions.flatMap((mention) => {
      const name = `mention:${mention.id} draw-card`;
      const shown = byName.get(name);
      if (shown === undefined) return [];
      return [
        ...publicationsOn(mention, name, shown),
        ...conversationOn(mention, name, shown, byName),
        ...groupOn(mention, name, shown, disk.mentions),
      ];
    }),
    ...disk.incidents.flatMap((incident) => {
      const name = `incident:${incident.id} draw-incident`;
      const shown = byName.get(name);
      return shown === undefined ? [] : publicationsOn(incident, name, shown);
    }),
  ];
}

const lost = (what: string): Finding => ({ kind: 'lost', what });

function publicationsOn({ publications }: Mention | Incident, name: string, shown: Placed): Finding[] {
  const isWaiting = publications.some(({ status }) => status === 'waiting');
  const newest = publications.findLast(({ status }) => status === 'published');
  const mark = newest?.text.match(/\(M\d+\)/)?.[0];
  return [
    ...(hasButton(shown, 'undo') === isWaiting ? [] : [lost(`${name} is old: it ${isWaiting ? 'lacks' : 'has'} Undo`)]),
    ...(mark === undefined || says(shown, mark) ? [] : [lost(`${name} is old: it lacks the published ${mark}`)]),
  ];
}

function conversationOn(
  mention: Mention,
  name: string,
  shown: Placed,
  byName: ReadonlyMap<string | null, Placed>,
): Finding[] {
  const isSettled = mention.status === 'answered' || mention.status === 'closed';
  const wanted = isSettled ? null : mention.owner === null ? 'claim' : 'release';
  const offered = ['claim', 'release'].find((action) => hasButton(shown, action)) ?? null;
  const last = mention.posts.at(-1)?.text.match(/Nr\. \d+/)?.[0];
  const untold = mention.clocks.filter(
    ({ cause, post }) => cause === 'follow-up' && !byName.has(`mention:${mention.id} post-note:again:${post}`),
  );
  return [
    ...(offered === wanted ? [] : [lost(`${name} is old: it offers ${offered} instead of ${wanted}`)]),
    ...(last === undefined || says(shown, last) ? [] : [lost(`${name} is old: it lacks the post "${last}"`)]),
    ...untold.map(({ post }) => lost(`the thread of ${name} does not say that post ${post} was written`)),
  ];
}

/** Whoever shares a card has nothing else in the channel: they are counted on it, and nobody else is. */
function groupOn(mention: Mention, name: string, { message }: Placed, all: readonly Mention[]): Finding[] {
  const { group } = mention;
  const isOpen = ({ status }: Mention) => status !== 'answered' && status !== 'closed';
  const sharing = all.filter((one) => one.group?.as === 'folded' && one.group.id === group?.id && isOpen(one)).length;
  const wanted = group?.as === 'lead' && isOpen(mention) ? sharing : 0;
  const counted = Number(/and (\d+) more says? the same/.exec(JSON.stringify(message.blocks ?? []))?.[1] ?? 0);
  return counted === wanted ? [] : [lost(`${name} counts ${counted} that say the same instead of ${wanted}`)];
}

function says({ message }: Placed, words: string): boolean {
  return JSON.stringify(message.blocks ?? []).includes(words);
}

function hasButton({ message }: Placed, action: string): boolean {
  return shownElements(message.blocks ?? []).some(({ actionId }) => actionId === action);
}
