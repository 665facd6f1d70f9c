import { describe, expect, test } from 'vitest';
import { writeAgain } from '../../src/desk/arrive.ts';
import { changeKind } from '../../src/desk/handling.ts';
import type { Kind } from '../../src/desk/mention.ts';
import { overrulingOf } from '../../src/desk/overruled.ts';
import { withoutPerson } from '../../src/desk/reduced.ts';
import { reportOf } from '../../src/desk/report.ts';
import { aDesk, aMention, anArrival, aPost, aPress, berlin, granted } from './examples.ts';

const NOW = berlin('2026-11-24T10:00');
const DAY = { from: '2026-11-24', to: '2026-11-24' };
const desk = aDesk();
const proposed = (kind: Kind) => aMention({}, desk, { kind });
const corrected = (from: Kind, to: Kind) => granted(changeKind(proposed(from), aPress(), to, desk, NOW)).state;

describe('what triage proposed', () => {
  test('is known after staff said something else, and after the customer’s words were deleted', () => {
    const state = corrected('question', 'complaint');
    expect(state).toMatchObject({ kind: 'complaint', proposed: 'question' });
    expect(overrulingOf(state)).toEqual({ from: 'question', to: 'complaint' });
    expect(overrulingOf(withoutPerson(state, NOW))).toEqual({ from: 'question', to: 'complaint' });
  });

  test('was not overruled by a press that only came back to it, nor by a rule of the team’s', () => {
    const twice = granted(changeKind(corrected('question', 'praise'), aPress('k2'), 'question', desk, NOW)).state;
    expect(overrulingOf(twice)).toBeNull();
    expect(overrulingOf({ ...proposed('question'), kind: 'complaint', kindBy: 'rule' })).toBeNull();
  });

  test('follows a later post that is more urgent, unless staff have said what it is', () => {
    const later = anArrival({ post: aPost({ id: '2' }), kind: 'complaint', reasons: ['still'] });
    const risen = writeAgain(proposed('praise'), later, desk, NOW).state;
    expect(risen).toMatchObject({ kind: 'complaint', proposed: 'complaint', reasons: ['still'] });
    const held = writeAgain(corrected('praise', 'question'), later, desk, NOW).state;
    expect(held).toMatchObject({ kind: 'question', proposed: 'praise' });
    expect(overrulingOf(held)).toEqual({ from: 'praise', to: 'question' });
  });

  test('is counted in the report with the share that was overruled and which way', () => {
    const mentions = [
      corrected('question', 'complaint'),
      corrected('question', 'complaint'),
      corrected('complaint', 'praise'),
      proposed('complaint'),
      // Older than version 5 of the store.
      { ...proposed('other'), proposed: null },
    ];
    expect(reportOf(mentions, DAY, desk).triage).toEqual({
      proposed: 4,
      overruled: 3,
      share: 0.75,
      ways: [
        { from: 'question', to: 'complaint', count: 2 },
        { from: 'complaint', to: 'praise', count: 1 },
      ],
    });
    expect(reportOf([], DAY, desk).triage).toEqual({ proposed: 0, overruled: 0, share: null, ways: [] });
  });
});
