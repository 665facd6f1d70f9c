import type { Mention } from './mention.ts';

/** Mentions as a list shows them: those that share a card are one row. */
export interface OnCards {
  readonly shown: readonly Mention[];
  /** Of all, also of those behind a row. */
  readonly total: number;
  /** How many more stand behind a row, by the id of its mention; who is not named stands alone. */
  readonly alike?: Readonly<Record<string, number>>;
}

/**
 * The first rows of a list, one for each card: a bad hour would else fill it with people who say the same.
 * @param all in their order, which stays
 * @param most rows
 */
export function onCards(all: readonly Mention[], most: number): OnCards {
  const rows = new Map<string, Mention[]>();
  for (const mention of all) {
    const { group } = mention;
    const key = group === null || group.as === 'own' ? mention.id : `group ${group.id}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [mention]);
    else row.push(mention);
  }
  const told = [...rows.values()].slice(0, most).map((row) => ({ mention: leadOf(row), more: row.length - 1 }));
  return {
    shown: told.map(({ mention }) => mention),
    total: all.length,
    alike: Object.fromEntries(told.filter(({ more }) => more > 0).map(({ mention, more }) => [mention.id, more])),
  };
}

/** Whose card it is, else whoever comes first. */
function leadOf(row: readonly Mention[]): Mention {
  const [first] = row;
  const lead = row.find(({ group }) => group?.as === 'lead') ?? first;
  if (lead === undefined) throw new Error('a row has somebody in it');
  return lead;
}
