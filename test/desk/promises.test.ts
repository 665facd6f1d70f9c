import { describe, expect, it } from 'vitest';
import { close } from '../../src/desk/handling.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { isBroken, isPromised, keepPromise, openPromises, wasKept } from '../../src/desk/promises.ts';
import type { Publication } from '../../src/desk/publication.ts';
import { askToDelete, becamePublic, wasDeleted } from '../../src/desk/published.ts';
import {
  ANNA,
  aDesk,
  aMention,
  aPress,
  aPublication,
  aPublicPost,
  BEN,
  berlin,
  effectsOf,
  granted,
  instant,
  refusalOf,
} from './examples.ts';

const desk = aDesk();
const FIVE = instant('2026-11-24T17:00');
const sent = berlin('2026-11-24T10:05:13');

/** On its way: "we are on it", back by five. */
function holding(fields: Partial<Publication> = {}): Publication {
  return aPublication({ status: 'sending', purpose: 'holding', promiseDueAt: FIVE, text: 'We are on it.', ...fields });
}

function published(mention: Mention, id: string, now = sent): Mention {
  const { state } = becamePublic(mention, id, aPublicPost(`post of ${id}`), desk, now);
  if (state.type !== 'mention') throw new Error('a mention stays one');
  return state;
}

const promised = (fields: Partial<Mention> = {}) => published(aMention({ publications: [holding()], ...fields }), 'p1');

/** Anna's promise, and now another text of ours that was pressed after it. */
function followedBy(next: Partial<Publication>, now = berlin('2026-11-24T12:00')): Mention {
  const later = aPublication({ id: 'p2', status: 'sending', pressedAt: instant('2026-11-24T11:59'), ...next });
  const before = promised();
  return published({ ...before, publications: [...before.publications, later] }, 'p2', now);
}

const didOf = (mention: Mention) => mention.history.map(({ did }) => did);

describe('a holding reply that is public', () => {
  it('keeps the mention open with its sender, its clock running, and makes a promise of the time it names', () => {
    const mention = promised();
    expect(mention).toMatchObject({ status: 'claimed', owner: ANNA, clocks: [{ stopped: null }] });
    expect(mention.promises).toEqual([
      {
        id: 'w1',
        owner: ANNA,
        madeAt: sent.toISOString(),
        dueAt: FIVE,
        beforeAt: instant('2026-11-24T16:45'),
        brokenAt: instant('2026-11-24T17:10'),
        publication: 'p1',
        told: 'nobody',
        ended: null,
      },
    ]);
    expect(mention.history.at(-1)).toMatchObject({ by: ANNA, did: 'promised', text: FIVE });
  });

  it('makes none before it is public, however it ends', () => {
    for (const status of ['waiting', 'sending', 'unclear', 'failed', 'undone'] as const) {
      expect(openPromises(aMention({ publications: [holding({ status })] }))).toEqual([]);
    }
  });

  it('leaves a colleague’s claim and an escalation as they are; the promise is its sender’s', () => {
    expect(promised({ owner: BEN, status: 'escalated' })).toMatchObject({
      owner: BEN,
      status: 'escalated',
      promises: [{ owner: ANNA }],
    });
  });

  it('opens what was answered or closed before: we have said that we will be back', () => {
    for (const status of ['answered', 'closed'] as const) {
      expect(promised({ status, owner: null })).toMatchObject({ status: 'claimed', owner: ANNA, closed: null });
    }
  });

  it('says nothing new when it is found only after the answer was public', () => {
    const answered = aMention({
      status: 'answered',
      publications: [holding({ status: 'unclear' }), aPublication({ id: 'p2' })],
    });
    expect(published(answered, 'p1')).toMatchObject({ status: 'answered', promises: [] });
  });

  it('makes one promise however often the network confirms it', () => {
    expect(published(promised(), 'p1').promises).toHaveLength(1);
  });

  it('warns of nothing when it is due sooner than the warning would come', () => {
    const soon = aMention({ publications: [holding({ promiseDueAt: instant('2026-11-24T10:15') })] });
    expect(published(soon, 'p1').promises).toMatchObject([{ beforeAt: null }]);
  });
});

describe('a promise', () => {
  it('is kept by the answer that was pressed after it, of whoever sent that', () => {
    const mention = followedBy({ by: BEN });
    expect(mention).toMatchObject({ status: 'answered', promises: [{ ended: { how: 'kept', by: BEN } }] });
    expect(didOf(mention)).toContain('promise-kept');
    expect(mention.promises.map(wasKept)).toEqual([true]);
  });

  it('is not kept by an answer that was pressed before it and came out later', () => {
    const mention = aMention({
      publications: [aPublication({ status: 'unclear' }), holding({ id: 'p2', status: 'published' })],
    });
    const both = published({ ...mention, publications: mention.publications }, 'p1');
    expect(both.promises).toEqual([]);
    const first = published(
      { ...mention, publications: [aPublication({ status: 'unclear' }), holding({ id: 'p2' })] },
      'p2',
    );
    expect(openPromises(published(first, 'p1'))).toHaveLength(1);
  });

  it('is replaced by the one of a later holding reply', () => {
    const six = instant('2026-11-24T18:00');
    const mention = followedBy({ purpose: 'holding', promiseDueAt: six, by: BEN });
    expect(mention.promises).toMatchObject([
      { id: 'w1', ended: { how: 'replaced', by: BEN } },
      { id: 'w2', dueAt: six, owner: BEN, ended: null },
    ]);
    expect(didOf(mention)).toContain('promise-replaced');
    expect(wasKept(mention.promises[0] ?? raise())).toBe(null);
  });

  it('of an apology stands beside its answer: the clocks stop, the promise stays open', () => {
    const apology = aMention({ publications: [holding({ purpose: 'apology' })] });
    const mention = published(apology, 'p1');
    expect(mention).toMatchObject({ status: 'answered', clocks: [{ stopped: { publication: 'p1' } }] });
    expect(openPromises(mention)).toMatchObject([{ dueAt: FIVE, owner: ANNA }]);
  });

  it('and an apology with a time: it keeps the old promise and makes a new one', () => {
    const mention = followedBy({ purpose: 'apology', promiseDueAt: instant('2026-11-25T10:00') });
    expect(mention.promises).toMatchObject([{ ended: { how: 'kept' } }, { ended: null }]);
  });

  it('is kept by a person who says how, once', () => {
    const now = berlin('2026-11-24T16:00');
    const { state } = granted(keepPromise(promised(), aPress(BEN), 'w1', 'By phone', now));
    expect(state.promises).toMatchObject([{ ended: { how: 'kept', by: BEN, at: now.toISOString() } }]);
    expect(state.history.at(-1)).toMatchObject({ did: 'promise-kept', text: 'By phone', by: BEN });
    expect(state.status).toBe('claimed');
    expect(refusalOf(keepPromise(state, aPress(BEN), 'w1', 'By phone', now))).toEqual({ reason: 'already-handled' });
    expect(refusalOf(keepPromise(state, aPress(ANNA), 'w1', 'By phone', now))).toEqual({ reason: 'already-done' });
    expect(refusalOf(keepPromise(state, aPress(ANNA), 'w9', 'By phone', now))).toEqual({ reason: 'already-done' });
  });

  it('is dropped when no answer is needed', () => {
    const { state } = granted(close(promised(), aPress(BEN), 'solved by itself', berlin('2026-11-24T12:00')));
    expect(state.promises).toMatchObject([{ ended: { how: 'dropped', by: BEN } }]);
    expect(didOf(state)).toContain('promise-dropped');
  });

  it('is dropped when the text that made it is deleted, and no other', () => {
    const deleted = (id: string, mention: Mention) => {
      const asked = granted(askToDelete(mention, id, BEN, sent)).state;
      const { state } = wasDeleted(asked, id, sent);
      if (state.type !== 'mention') throw new Error('a mention stays one');
      return state;
    };
    expect(deleted('p1', promised()).promises).toMatchObject([{ ended: { how: 'dropped', by: BEN } }]);
    const newer = followedBy({ purpose: 'holding', promiseDueAt: FIVE });
    expect(openPromises(deleted('p1', newer))).toHaveLength(1);
  });

  it('is broken ten minutes after its time, and then holds no reminders back any more', () => {
    const mention = promised();
    const [promise = raise()] = mention.promises;
    const before = berlin('2026-11-24T17:09:59');
    const after = berlin('2026-11-24T17:10');
    expect([isBroken(promise, before), isPromised(mention, before)]).toEqual([false, true]);
    expect([isBroken(promise, after), isPromised(mention, after)]).toEqual([true, false]);
    expect(followedBy({}, after).promises.map(wasKept)).toEqual([false]);
  });

  it('tells the channel of its end only when the channel may have heard of it', () => {
    const told = (state: Mention, how: 'due' | 'before') => {
      const mention = { ...state, promises: state.promises.map((one) => ({ ...one, told: how })) };
      return effectsOf(granted(keepPromise(mention, aPress(BEN), 'w1', 'By phone', sent)), 'tell');
    };
    expect(told(promised(), 'before')).toEqual([]);
    expect(told(promised(), 'due')).toMatchObject([
      { to: { type: 'channel' }, news: { type: 'promise-ended', promise: 'w1' } },
    ]);
  });
});

function raise(): never {
  throw new Error('there is no promise');
}
