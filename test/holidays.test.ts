import { describe, expect, it } from 'vitest';
import { createHolidays } from '../src/holidays.ts';

describe('public holidays', () => {
  const holidays = createHolidays();
  const plain = { extra: [], except: [] };

  it('differ on the two sides of a state border', async () => {
    const munich = await holidays.closedDays({ ...plain, country: 'DE', state: 'BY' }, [2026]);
    const berlin = await holidays.closedDays({ ...plain, country: 'DE', state: 'BE' }, [2026]);
    // Fronleichnam, and Internationaler Frauentag
    expect([munich.has('2026-06-04'), berlin.has('2026-06-04')]).toEqual([true, false]);
    expect([munich.has('2026-03-08'), berlin.has('2026-03-08')]).toEqual([false, true]);
  });

  it('of the whole country are the same everywhere, in each of the years asked for', async () => {
    const days = await holidays.closedDays({ ...plain, country: 'DE' }, [2026, 2027]);
    expect([...days].sort().join(' ')).toBe(
      '2026-01-01 2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-05-25 2026-10-03 2026-12-25 2026-12-26 ' +
        '2027-01-01 2027-03-26 2027-03-29 2027-05-01 2027-05-06 2027-05-17 2027-10-03 2027-12-25 2027-12-26',
    );
  });

  it('of one city are found by its region', async () => {
    const augsburg = await holidays.closedDays({ ...plain, country: 'DE', state: 'BY', region: 'A' }, [2026]);
    expect(augsburg.has('2026-08-08')).toBe(true);
  });

  it('leave out days that are only kept by some, or half', async () => {
    const days = await holidays.closedDays({ ...plain, country: 'DE', state: 'BY' }, [2026]);
    expect(days.has('2026-12-24')).toBe(false);
    expect(days.has('2026-12-31')).toBe(false);
  });

  it('give way to what the team says', async () => {
    const own = { country: 'DE', state: 'BE', extra: ['2026-12-24'], except: ['2026-03-08'] };
    const days = await holidays.closedDays(own, [2026]);
    expect([days.has('2026-12-24'), days.has('2026-03-08'), days.has('2026-12-25')]).toEqual([true, false, true]);
  });

  it('are none without a country', async () => {
    expect(await holidays.closedDays({ country: '', extra: ['2026-12-24'], except: [] }, [2026])).toEqual(
      new Set(['2026-12-24']),
    );
  });

  it('of an unknown place are an error that names it, and what is known', async () => {
    await expect(holidays.closedDays({ ...plain, country: 'XX' }, [2026])).rejects.toThrow(
      /unknown country "XX".*AT.*DE/,
    );
    await expect(holidays.closedDays({ ...plain, country: 'DE', state: 'ZZ' }, [2026])).rejects.toThrow(
      /unknown state "ZZ" .*BE.*BY/,
    );
    await expect(holidays.closedDays({ ...plain, country: 'DE', state: 'BY', region: 'QQ' }, [2026])).rejects.toThrow(
      /unknown region "QQ"/,
    );
  });

  it('say of a place what is unknown and what is known, before anything is kept', async () => {
    const fault = await holidays.placeFault({ ...plain, country: 'DE', state: 'ZZ' });
    expect(fault).toMatchObject({ field: 'state', value: 'ZZ' });
    expect(fault?.known).toContain('BY');
    expect(await holidays.placeFault({ ...plain, country: 'DE', state: 'BY' })).toBeNull();
    expect(await holidays.placeFault({ ...plain, country: '', state: 'ZZ' })).toBeNull();
    expect(await holidays.placeFault({ ...plain, country: 'Germany' })).toMatchObject({ field: 'country' });
  });
});
