import { type Chance, createChance } from './chance.ts';

/** Something that a customer or one of the staff does; `pick` and `by` choose among what is there at that moment. */
export type Act =
  | { readonly type: 'write'; readonly pick: number; readonly isAgain: boolean }
  | {
      readonly type: 'answer';
      readonly how: 'reply' | 'holding' | 'apology';
      readonly pick: number;
      readonly by: number;
      readonly undo: UndoWish;
    }
  | { readonly type: 'claim' | 'escalate' | 'release'; readonly pick: number; readonly by: number }
  | { readonly type: 'incident'; readonly by: number; readonly undo: UndoWish };

/** Undo as soon as its button is there, or only when the text is public and the button is still there; null: never. */
export type UndoWish = 'soon' | 'late' | null;

export const KILLS = [
  'at-random',
  'x-before',
  'x-after',
  'x-answered',
  'slack-before',
  'slack-after',
  'slack-answered',
  'drawn-after',
  'acknowledged',
  'event-acknowledged',
  'mentions-read',
  'page-half',
  'page-written',
  'page-saved',
  'cursor-saved',
  'settling',
  'settling-x',
  'settled',
  'stopping',
] as const;
export type KillKind = (typeof KILLS)[number];

export interface Kill {
  readonly kind: KillKind;
  /** It may strike while the app is still starting. */
  readonly isEarly: boolean;
  /** Real milliseconds before which nothing is watched for; from the start of the process, or from its listening. */
  readonly afterMs: number;
  /** Real milliseconds between what was watched for and the kill. */
  readonly delayMs: number;
}

/** A start, some acts a while later, and a kill. */
export interface Round {
  readonly acts: readonly { readonly afterMs: number; readonly act: Act }[];
  readonly kill: Kill;
  readonly restMs: number;
}

/** Kills that wait for a text on its way to X: somebody sends one in time. */
const ON_ITS_WAY: readonly KillKind[] = ['x-before', 'x-after', 'x-answered', 'settling-x'];
/** A plain reply is the most frequent. */
const HOW = ['reply', 'reply', 'reply', 'holding', 'apology'] as const;
/** One incident in so many rounds. */
const INCIDENT_EVERY = 20;

/** The whole script: acts, kill times and kinds, from the seed alone; with `only`, every kill is of that kind. */
export function planRounds(rounds: number, seed: number, only?: KillKind): readonly Round[] {
  const chance = createChance(seed);
  let turn: readonly KillKind[] = [];
  const acts = (kind: KillKind): Round['acts'] => {
    const some = Array.from({ length: 3 + chance.below(4) }, () => ({ afterMs: chance.below(900), act: act() }));
    const write = { type: 'write', pick: chance.below(1_000), isAgain: false } as const;
    const reply = {
      type: 'answer',
      how: 'reply',
      pick: chance.below(1_000),
      by: chance.below(1_000),
      undo: null,
    } as const;
    const question = { type: 'escalate', pick: chance.below(1_000), by: chance.below(1_000) } as const;
    const cause = ON_ITS_WAY.includes(kind) ? [reply] : kind === 'event-acknowledged' ? [question] : [];
    return [...[write, ...cause].map((one) => ({ afterMs: 0, act: one })), ...some];
  };
  function act(): Act {
    const common = { pick: chance.below(1_000), by: chance.below(1_000) };
    const which = chance.below(INCIDENT_EVERY * 4);
    if (which === 0) return { type: 'incident', by: common.by, undo: undoWish() };
    if (which < 9) return { type: 'write', pick: common.pick, isAgain: chance.next() < 0.4 };
    if (which < 18) return { type: 'claim', ...common };
    if (which < 22) return { type: 'release', ...common };
    if (which < 29) return { type: 'escalate', ...common };
    const how = chance.pick(HOW);
    return { type: 'answer', how, ...common, undo: undoWish() };
  }
  function undoWish(): UndoWish {
    const wish = chance.next();
    if (wish < 0.3) return 'soon';
    return wish < 0.6 ? 'late' : null;
  }
  return Array.from({ length: rounds }, (_, index) => {
    // Each kind in turn, in an order that differs from turn to turn.
    const kind = only ?? kindOf(index);
    const isEarly = chance.next() < 0.4 && kind !== 'event-acknowledged' && !ON_ITS_WAY.includes(kind);
    const afterMs = kind === 'event-acknowledged' ? 0 : chance.below(1_000);
    const kill = { kind, isEarly, afterMs, delayMs: chance.below(60) };
    return { acts: acts(kind), kill, restMs: chance.below(800) };
  });

  function kindOf(index: number): KillKind {
    if (index % KILLS.length === 0) turn = shuffled(KILLS, chance);
    return turn[index % KILLS.length] ?? 'at-random';
  }
}

function shuffled<T>(list: readonly T[], chance: Chance): readonly T[] {
  return list
    .map((one) => ({ one, at: chance.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
