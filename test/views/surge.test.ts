import { describe, expect, test } from 'vitest';
import { NEW_CHANNEL } from '../../src/desk/channel.ts';
import { NEW_SURGE, type Surge } from '../../src/desk/surge.ts';
import { surgeMessage, surgeName } from '../../views/surge.ts';
import { pressable, shownText } from './limits.ts';
import { context, minutesFromNow } from './sample.ts';

const BEGAN = minutesFromNow(-20);

const aSurge = (fields: Partial<Surge> = {}): Surge => ({
  ...NEW_SURGE,
  id: 's1',
  signal: 'similar',
  minutes: 5,
  startedAt: BEGAN,
  since: BEGAN,
  count: 24,
  usual: 0.2,
  peak: 24,
  total: 40,
  words: ['no signal'],
  updatedAt: BEGAN,
  ...fields,
});

const shown = (fields: Partial<Surge>) => {
  const surge = aSurge(fields);
  return surgeMessage({ ...NEW_CHANNEL, id: 'C1', surges: [surge] }, surge, null, context());
};

describe('the message about a surge', () => {
  test('sets the number against the usual', () => {
    expect(shown({}).text).toBe('🌊 24 complaints about the same thing in 5 minutes; usual at this hour: fewer than 1');
    expect(shown({ signal: 'volume', minutes: 60, usual: 3.6 }).text).toBe(
      '🌊 24 mentions in an hour; usual at this hour: 4',
    );
  });

  test('tells what it brought, once its numbers fall: nobody reads that no complaints are a surge', () => {
    for (const count of [0, 1, 11]) {
      const text = shownText(shown({ count }));
      expect(text).toMatch(/Easing: 40 complaints about the same thing since .*, (?:none|1|11) in the last 5 minutes/);
      expect(text).toMatch(/24 in 5 minutes at its peak/);
    }
    expect(shown({ count: 12 }).text).not.toMatch(/Easing/);
  });

  test('is named to whoever was called by all that it brought, once its numbers fall', () => {
    expect(surgeName(aSurge(), context())).toMatch(/^24 complaints about the same thing in 5 minutes/);
    expect(surgeName(aSurge({ count: 0 }), context())).toBe('40 complaints about the same thing');
    expect(surgeName(aSurge({ count: 0, endedAt: BEGAN }), context())).toBe('40 complaints about the same thing');
  });

  test('counts one as one', () => {
    expect(shown({ count: 1, peak: 1, total: 1 }).text).toMatch(/^🌊 1 complaint about the same thing in 5 minutes;/);
  });

  test('is over in the past, without a button', () => {
    const over = shown({ endedAt: minutesFromNow(-1), count: 0 });
    expect(over.text).toMatch(/^✅ Over: 40 complaints about the same thing from .* to .*; as usual again now$/);
    expect(pressable(over)).toEqual([]);
  });
});
