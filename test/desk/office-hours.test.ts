import { describe, expect, it } from 'vitest';
import { officeHours } from '../../src/desk/office-hours.ts';
import { isOpen } from '../../src/desk/office-time.ts';
import { settingsSchema } from '../../src/desk/settings.ts';
import { berlin } from './examples.ts';

describe('office hours from the settings', () => {
  it('are the week from Sunday on, in minutes since midnight, with the closed days', () => {
    const settings = settingsSchema.parse({
      officeHours: { timeZone: 'Europe/Vienna', week: { mon: ['08:00-12:00', '13:30-24:00'], sat: [] } },
    });
    const hours = officeHours(settings, new Set(['2026-12-25']));
    expect(hours.timeZone).toBe('Europe/Vienna');
    expect(hours.week).toHaveLength(7);
    expect(hours.week[0]).toEqual([]);
    expect(hours.week[1]).toEqual([
      { from: 480, to: 720 },
      { from: 810, to: 1440 },
    ]);
    expect(hours.week[2]).toEqual([{ from: 480, to: 1200 }]);
    expect(hours.week[6]).toEqual([]);
    expect(hours.closed).toEqual(new Set(['2026-12-25']));
  });

  it.each([
    ['2026-11-24T07:59', false],
    ['2026-11-24T08:00', true],
    ['2026-11-28T19:59', true],
    ['2026-11-28T20:00', false],
    ['2026-11-29T12:00', false],
    ['2026-12-25T12:00', false],
  ])('by default are Monday to Saturday, 8 to 20 h in Berlin: at %s open is %s', (local, open) => {
    const hours = officeHours(settingsSchema.parse({}), new Set(['2026-12-25']));
    expect(isOpen(hours, berlin(local))).toBe(open);
  });
});
