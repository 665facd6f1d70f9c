import { describe, expect, it } from 'vitest';
import { facetsOf } from '../../src/desk/facets.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { answersByOthers, endReactions, type ReactionsNote, reacted, type Seen } from '../../src/desk/reactions.ts';
import { aMention, aPost, aPublication, berlin, CARD, instant, minutesAfter } from './examples.ts';

const PUBLIC_AT = instant('2026-11-24T10:05:13');
const NOW = berlin('2026-11-24T11:00');
const ANSWER = { number: 43, card: CARD } as const;
const apology = aPublication({ purpose: 'apology' });
const MENTION = aMention({ status: 'answered', clocks: [], publications: [apology] });

const seen = (fields: Partial<Seen>): Seen => ({ likes: 0, reposts: 0, answers: [], ...fields });

/** The mention after some looks, with the last one's lines. */
function looked(looks: readonly (readonly [Partial<Seen>, Date])[], mention: Mention = MENTION) {
  let state = mention;
  let notes: readonly ReactionsNote[] = [];
  for (const [fields, now] of looks) {
    const decision = reacted(state, 'p1', seen(fields), now);
    state = decision?.state ?? state;
    notes = notesOf(decision);
  }
  return { state, notes };
}

function notesOf(decision: ReturnType<typeof reacted>): readonly ReactionsNote[] {
  return (decision?.effects ?? []).flatMap(({ effect }) =>
    effect.type === 'post-note' && effect.note.type === 'reactions' ? [effect.note] : [],
  );
}

describe('the reactions to an apology', () => {
  it('are told from the first on, and then at twice as many', () => {
    expect(reacted(MENTION, 'p1', seen({}), NOW)).toBeNull();
    const first = looked([[{ likes: 3 }, NOW]]);
    expect(first.notes).toMatchObject([{ likes: 3, reposts: 0, answers: 0, fresh: [], isLast: false }]);
    const [later, last] = [minutesAfter(NOW, 60), minutesAfter(NOW, 120)];
    const some = looked([[{ likes: 5 }, later]], first.state);
    expect(some.notes).toEqual([]);
    expect(some.state.publications[0]?.reactions).toMatchObject({ likes: 5, told: { count: 3 } });
    expect(reacted(some.state, 'p1', seen({ likes: 5 }), last)).toBeNull();
    expect(looked([[{ likes: 5, reposts: 1 }, last]], some.state).notes).toMatchObject([{ likes: 5, reposts: 1 }]);
  });

  it('are never told twice within ten minutes, and what is new then is told later', () => {
    const first = looked([[{ likes: 1 }, NOW]]);
    const soon = looked([[{ likes: 9, answers: [ANSWER] }, minutesAfter(NOW, 9)]], first.state);
    expect(soon.notes).toEqual([]);
    const later = looked([[{ likes: 9, answers: [ANSWER] }, minutesAfter(NOW, 10)]], soon.state);
    expect(later.notes).toMatchObject([{ likes: 9, answers: 1, fresh: [ANSWER] }]);
  });

  it('count each answer by others once', () => {
    const first = looked([[{ likes: 100, answers: [ANSWER] }, NOW]]);
    expect(first.notes).toMatchObject([{ answers: 1, fresh: [ANSWER] }]);
    const another = { number: 44, card: null };
    const second = looked([[{ likes: 100, answers: [ANSWER, another] }, minutesAfter(NOW, 60)]], first.state);
    expect(second.notes).toMatchObject([{ answers: 2, fresh: [another] }]);
    const same = seen({ likes: 100, answers: [ANSWER, another] });
    expect(reacted(second.state, 'p1', same, minutesAfter(NOW, 120))).toBeNull();
  });

  it('stay as they were where the network says nothing, and are not told when they become fewer', () => {
    const first = looked([[{ likes: 8 }, NOW]]);
    expect(reacted(first.state, 'p1', seen({ likes: null, reposts: null }), minutesAfter(NOW, 60))).toBeNull();
    expect(looked([[{ likes: 2 }, minutesAfter(NOW, 60)]], first.state).notes).toEqual([]);
  });

  it('are none of a reply, of a deleted apology, of a forgotten customer, or after 48 hours', () => {
    const many = seen({ likes: 500 });
    for (const other of [
      aPublication({ purpose: 'reply' }),
      aPublication({ purpose: 'apology', status: 'deleted', post: apology.post }),
      aPublication({ purpose: 'apology', after: 'p0' }),
      aPublication({ purpose: 'apology', status: 'waiting' }),
    ]) {
      expect(reacted({ ...MENTION, publications: [other] }, 'p1', many, NOW)).toBeNull();
    }
    const forgotten = {
      by: 'U0ANNA',
      at: PUBLIC_AT,
      why: 'asked',
      report: null,
      waits: [],
      left: [],
      undeleted: [],
    } as const;
    expect(reacted({ ...MENTION, forgotten }, 'p1', many, NOW)).toBeNull();
    expect(reacted(MENTION, 'p1', many, minutesAfter(PUBLIC_AT, 48 * 60 - 1))).not.toBeNull();
    expect(reacted(MENTION, 'p1', many, minutesAfter(PUBLIC_AT, 48 * 60))).toBeNull();
  });

  it('are told a last time after 48 hours, unless the thread has heard exactly that', () => {
    const end = minutesAfter(PUBLIC_AT, 48 * 60);
    expect(facetsOf(MENTION).wakeAt).toBeNull();
    const told = looked([[{ likes: 3 }, NOW]]).state;
    expect(facetsOf(told).wakeAt).toBe(end.toISOString());
    expect(endReactions(told, minutesAfter(NOW, 60)).state).toEqual(told);
    const quiet = endReactions(told, end);
    expect(quiet.effects).toEqual([]);
    expect(facetsOf(quiet.state).wakeAt).toBeNull();
    const grown = looked([[{ likes: 5 }, minutesAfter(NOW, 60)]], told).state;
    const last = endReactions(grown, end);
    expect(notesOf(last)).toMatchObject([{ likes: 5, isLast: true }]);
    expect(endReactions(last.state, end).effects).toEqual([]);
  });
});

describe('the answers by others', () => {
  const other = (fields: Partial<Mention> = {}) =>
    aMention({
      id: 'x:2002',
      number: 43,
      author: { id: '88', handle: 'ole', name: 'Ole', followers: 3 },
      posts: [aPost({ id: '2002', at: instant('2026-11-24T10:30') })],
      ...fields,
    });

  it('are those of the same conversation that came after it, by number alone', () => {
    const found = answersByOthers(MENTION, PUBLIC_AT, [MENTION, other()]);
    expect(found).toEqual([{ number: 43, card: CARD }]);
    for (const none of [
      other({ conversation: '9' }),
      other({ author: MENTION.author }),
      other({ posts: [aPost({ id: '2002', at: instant('2026-11-24T10:01') })] }),
      other({ posts: [aPost({ id: '2002', at: instant('2026-11-24T10:30'), deletedAt: PUBLIC_AT })] }),
      other({ muted: { at: PUBLIC_AT, by: 'author', what: 'ole' } }),
    ]) {
      expect(answersByOthers(MENTION, PUBLIC_AT, [MENTION, none])).toEqual([]);
    }
  });
});
