import type { Mention } from './mention.ts';

/** All mentions of whoever wrote this one, whatever they call themselves by now. */
export function ofSamePerson({ network, author }: Mention, all: readonly Mention[]): readonly Mention[] {
  return all.filter((one) => one.forgotten === null && one.network === network && one.author.id === author.id);
}

/**
 * All mentions of whoever had this handle, with or without @, or has this id of the network's. Handles change hands:
 * several people may be meant, and all their mentions come.
 */
export function writtenBy(handleOrId: string, all: readonly Mention[], network?: string): readonly Mention[] {
  const wanted = handleOrId.trim().replace(/^@/, '').toLowerCase();
  const isWanted = ({ author, forgotten, network: where }: Mention) =>
    forgotten === null &&
    (network === undefined || where === network) &&
    (author.handle.toLowerCase() === wanted || author.id === wanted);
  const people = new Set(all.filter(isWanted).map(keyOf));
  return all.filter((one) => one.forgotten === null && people.has(keyOf(one)));
}

function keyOf({ network, author }: Mention): string {
  return `${network} ${author.id}`;
}
