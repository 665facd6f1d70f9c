import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrive, writeAgain } from '../../src/desk/arrive.ts';
import { cardPriority } from '../../src/desk/card-priority.ts';
import { decided } from '../../src/desk/decision.ts';
import { KINDS, type Kind, type Mention } from '../../src/desk/mention.ts';
import {
  ANNA,
  aDesk,
  aMention,
  anArrival,
  aPost,
  aPublication,
  BEN,
  berlin,
  effectsOf,
  instant,
  onlyPlanned,
} from './examples.ts';

const desk = aDesk();
const later = berlin('2026-11-24T12:00');
const laterPost = aPost({ id: '1002', text: 'Still nothing!', at: instant('2026-11-24T11:59') });

function again(mention: Mention, kind: Kind = 'question') {
  return writeAgain(mention, anArrival({ post: laterPost, kind, reasons: ['still'] }), desk, later);
}

describe('a customer’s first post', () => {
  const seenAt = berlin('2026-11-24T10:01');
  const decision = arrive(anArrival(), 42, 'C0CARE', desk, seenAt);

  it('becomes an open mention with its number, as triage sees it', () => {
    expect(decision.state).toMatchObject({
      id: 'x:1001',
      number: 42,
      channel: 'C0CARE',
      status: 'open',
      owner: null,
      kind: 'complaint',
      kindBy: 'triage',
      reasons: ['nobody answers'],
      card: null,
    });
    expect(decision.state.history).toEqual([
      { at: seenAt.toISOString(), by: 'customer', did: 'arrived', text: aPost().text },
    ]);
  });

  it('starts a clock from when it was written, not from when we saw it', () => {
    expect(decision.state.clocks).toMatchObject([
      {
        id: 'c1',
        post: '1001',
        cause: 'first',
        startedAt: instant('2026-11-24T10:00'),
        dueAt: instant('2026-11-24T11:00'),
      },
    ]);
  });

  it('wants a card, complaints before questions before the rest', () => {
    expect(onlyPlanned(decision, 'draw-card')).toMatchObject({ key: 'draw-card', notBefore: null });
    const wanted = KINDS.map((kind) => arrive(anArrival({ kind }), 1, 'C0CARE', desk, seenAt).effects[0]?.priority);
    expect(wanted).toEqual([3, 4, 5, 5]);
  });
});

describe('a customer who writes again', () => {
  it('joins the mention, and the new post gets a clock of its own', () => {
    const { state } = again(aMention());
    expect(state.posts.map((post) => post.id)).toEqual(['1001', '1002']);
    expect(state.clocks).toMatchObject([
      { id: 'c1', stopped: null },
      { id: 'c2', post: '1002', cause: 'follow-up', startedAt: laterPost.at, dueAt: instant('2026-11-24T12:59') },
    ]);
    expect(state.history.at(-1)).toMatchObject({ by: 'customer', did: 'wrote-again', text: 'Still nothing!' });
  });

  it.each([
    ['answered', null, 'open'],
    ['answered', ANNA, 'claimed'],
    ['closed', null, 'open'],
    ['closed', ANNA, 'claimed'],
    ['open', null, 'open'],
    ['claimed', ANNA, 'claimed'],
    ['escalated', ANNA, 'escalated'],
  ] as const)('finds a mention that was %s (owner %s) %s', (status, owner, expected) => {
    const closed = status === 'closed' ? { by: BEN, at: instant('2026-11-24T10:30'), reason: 'spam' } : null;
    expect(again(aMention({ status, owner, closed })).state).toMatchObject({ status: expected, closed: null });
  });

  it('leaves the clock that an answer stopped as it was', () => {
    const stopped = { at: instant('2026-11-24T10:06'), publication: 'p1' };
    const [clock] = aMention().clocks;
    if (clock === undefined) throw new Error('no clock');
    const answered = aMention({ status: 'answered', clocks: [{ ...clock, stopped }], publications: [aPublication()] });
    expect(again(answered).state.clocks).toMatchObject([{ stopped }, { id: 'c2', stopped: null }]);
  });

  const TOLD = {
    type: 'tell',
    id: 'again:x:1001:1002',
    to: { type: 'channel', id: 'C0CARE' },
    news: { type: 'customer-wrote-again', mention: 'x:1001' },
  };

  it.each([
    ['nobody has', null, 'open'],
    ['was asked about inside the company, and nobody has', null, 'escalated'],
    ['was answered, so that its owner may be off by now', ANNA, 'answered'],
    ['was closed', ANNA, 'closed'],
  ] as const)('about what %s is told in the channel, and in the thread by the owner’s name', (_, owner, status) => {
    const decision = again(aMention({ owner, status }));
    expect(effectsOf(decision, 'tell')).toEqual([TOLD]);
    expect(onlyPlanned(decision, 'post-note').effect).toMatchObject({ note: { post: '1002', owner } });
    expect(effectsOf(decision, 'send-notice')).toEqual([]);
  });

  it.each(['claimed', 'escalated'] as const)('about what somebody has in hand (%s) concerns that person', (status) => {
    const decision = again(aMention({ owner: ANNA, status }));
    expect(effectsOf(decision, 'tell')).toEqual([]);
    expect(onlyPlanned(decision, 'send-notice').effect).toMatchObject({
      to: ANNA,
      notice: { type: 'wrote-again', post: '1002' },
    });
    // One ping is enough.
    expect(onlyPlanned(decision, 'post-note').effect).toMatchObject({ note: { post: '1002', owner: null } });
    expect(effectsOf(decision, 'draw-card')).toHaveLength(1);
  });

  it('is heard once: the same post delivered again changes nothing', () => {
    const { state } = again(aMention());
    expect(again(state)).toEqual(decided(state));
    expect(writeAgain(state, anArrival(), desk, later)).toEqual(decided(state));
  });
});

describe('the kind after a later post', () => {
  const byTriage = (kind: Kind) => aMention({ kind }, desk, { kind });

  it('rises to what triage now proposes, with its reasons and its deadlines', () => {
    const { state } = again(byTriage('question'), 'complaint');
    expect(state).toMatchObject({ kind: 'complaint', kindBy: 'triage', reasons: ['still'] });
    expect(state.clocks[0]?.dueAt).toBe(instant('2026-11-24T11:00'));
  });

  it('never sinks: a thank-you does not make a complaint harmless', () => {
    expect(again(byTriage('complaint'), 'praise').state).toMatchObject({
      kind: 'complaint',
      reasons: ['nobody answers'],
    });
  });

  it('stays when the later one is as urgent', () => {
    expect(again(byTriage('praise'), 'other').state).toMatchObject({ kind: 'praise', reasons: ['nobody answers'] });
  });

  it('stays what staff said it is', () => {
    const byStaff = aMention({ kind: 'praise', kindBy: ANNA });
    expect(again(byStaff, 'complaint').state).toMatchObject({ kind: 'praise', kindBy: ANNA });
  });

  it('is never less urgent than before, and only staff’s word holds against triage', () => {
    const kind = fc.constantFrom(...KINDS);
    fc.assert(
      fc.property(kind, kind, fc.boolean(), (before, proposed, isStaffs) => {
        const mention = aMention({ kind: before, kindBy: isStaffs ? ANNA : 'triage' });
        const after = again(mention, proposed).state.kind;
        const most = Math.min(cardPriority(before), cardPriority(proposed));
        expect(cardPriority(after)).toBe(isStaffs ? cardPriority(before) : most);
      }),
    );
  });
});
