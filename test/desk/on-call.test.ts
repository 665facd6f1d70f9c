import { describe, expect, it } from 'vitest';
import { onCallNow } from '../../src/desk/on-call.ts';
import { ANNA, aDesk, BEN, berlin } from './examples.ts';

const LISTS = { mon: [ANNA], tue: [BEN, ANNA, BEN] };
const at = (local: string, onCall: object = LISTS) => onCallNow(aDesk({ onCall }).settings, berlin(local));

describe('who is on call', () => {
  it('is nobody while no list names anybody', () => {
    expect(at('2026-11-24T03:00', {})).toEqual([]);
  });

  it('is the list of the day, in its order, each person once', () => {
    expect(at('2026-11-24T12:00')).toEqual([BEN, ANNA]);
    expect(at('2026-11-25T12:00')).toEqual([]);
  });

  it('changes at eight: a night has the list of the evening before', () => {
    expect(at('2026-11-23T23:59')).toEqual([ANNA]);
    expect(at('2026-11-24T03:00')).toEqual([ANNA]);
    expect(at('2026-11-24T07:59')).toEqual([ANNA]);
    expect(at('2026-11-24T08:00')).toEqual([BEN, ANNA]);
  });

  it('changes at midnight, or at any hour, where the team wants so', () => {
    expect(at('2026-11-24T00:00', { ...LISTS, changesAt: '00:00' })).toEqual([BEN, ANNA]);
    expect(at('2026-11-24T17:59', { ...LISTS, changesAt: '18:00' })).toEqual([ANNA]);
  });

  it('is read from the office’s clocks, also in the night when they are put back', () => {
    const late = { sat: [ANNA], sun: [BEN], changesAt: '02:30' };
    // 2:30 comes twice on 25 October 2026: from the first one on it is Sunday’s list, but for the half hour that repeats.
    expect(at('2026-10-25T01:59', late)).toEqual([ANNA]);
    expect(at('2026-10-25T03:00', late)).toEqual([BEN]);
  });
});
