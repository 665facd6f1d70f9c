import { describe, expect, it } from 'vitest';
import { WEEKDAYS, weekSchema } from '../../src/desk/week.ts';

/** What is said about a Monday that is written so; empty when it is right. */
function faultsOf(spans: readonly string[]): string[] {
  const { error } = weekSchema.safeParse({ mon: spans });
  return (error?.issues ?? []).map((issue) => issue.message);
}

describe('the opening times of a day', () => {
  it.each([[[]], [['08:00-20:00']], [['08:00-12:00', '13:00-20:00']], [['00:00-12:00', '12:00-24:00']]])(
    '%j are right',
    (spans) => {
      expect(faultsOf(spans)).toEqual([]);
    },
  );

  it.each([
    [['8-20'], '"8-20" is no opening time: write it as 08:00-20:00'],
    [['08:00'], '"08:00" is no opening time'],
    [['08:00-24:30'], '"08:00-24:30" is no opening time'],
    [['24:00-24:00'], '"24:00-24:00" is no opening time'],
    [['08:60-09:00'], '"08:60-09:00" is no opening time'],
    [['20:00-08:00'], '"20:00-08:00" ends before it begins: an office that is open past midnight needs two days'],
    [['08:00-08:00'], '"08:00-08:00" ends before it begins'],
    [['08:00-12:00', '11:00-20:00'], '"11:00-20:00" overlaps the time before it'],
    [['13:00-20:00', '08:00-12:00'], '"08:00-12:00" overlaps the time before it: write each day\'s times in order'],
  ])('%j are wrong, and it is said how to write them', (spans, fault) => {
    expect(faultsOf(spans)).toEqual([expect.stringContaining(fault)]);
  });
});

describe('a week', () => {
  it('begins on Sunday, as JavaScript counts', () => {
    expect(WEEKDAYS.indexOf('sun')).toBe(0);
    expect(WEEKDAYS.indexOf('sat')).toBe(6);
  });

  it('is Monday to Saturday, 8 to 20 h, where nothing else is written', () => {
    const workday = ['08:00-20:00'];
    expect(weekSchema.parse({ sat: ['10:00-14:00'] })).toEqual({
      sun: [],
      mon: workday,
      tue: workday,
      wed: workday,
      thu: workday,
      fri: workday,
      sat: ['10:00-14:00'],
    });
  });

  it('has no other days', () => {
    expect(weekSchema.safeParse({ monday: [] }).success).toBe(false);
  });
});
