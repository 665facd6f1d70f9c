import { describe, expect, it } from 'vitest';
import { answer } from '../../src/desk/answer.ts';
import { byWhenWords, timeWords } from '../../src/desk/by-when.ts';
import { dueAtOf, timesToChoose } from '../../src/desk/promise-time.ts';
import { fillTemplate, holdingTemplate } from '../../src/desk/templates.ts';
import { ANNA, aDesk, aMention, berlin, instant, minutesAfter, refusalOf } from './examples.ts';

const desk = aDesk();
const now = berlin('2026-11-24T09:03');

describe('the times that a holding reply offers', () => {
  it('are in the next five minutes after so long, at closing, and ten o’clock on the next office day', () => {
    expect(timesToChoose(desk, now)).toEqual([
      { backBy: '30', dueAt: instant('2026-11-24T09:35') },
      { backBy: '60', dueAt: instant('2026-11-24T10:05') },
      { backBy: '120', dueAt: instant('2026-11-24T11:05') },
      { backBy: '240', dueAt: instant('2026-11-24T13:05') },
      { backBy: 'closing', dueAt: instant('2026-11-24T20:00') },
      { backBy: 'next-day', dueAt: instant('2026-11-25T10:00') },
    ]);
  });

  it('have no closing once the office has closed, or on a day that it stays closed', () => {
    for (const evening of ['2026-11-24T20:00', '2026-11-29T12:00']) {
      expect(timesToChoose(desk, berlin(evening)).map(({ backBy }) => backBy)).not.toContain('closing');
    }
  });

  it('skip Sundays and holidays, and wait for an office that opens after ten', () => {
    expect(dueAtOf('next-day', desk, berlin('2026-11-28T18:00'))).toBe(instant('2026-11-30T10:00'));
    expect(dueAtOf('next-day', aDesk({}, ['2026-11-25']), now)).toBe(instant('2026-11-26T10:00'));
    const noon = aDesk({ officeHours: { week: { wed: ['12:00-20:00'] } } });
    expect(dueAtOf('next-day', noon, now)).toBe(instant('2026-11-25T12:00'));
  });

  it('are the same hour by the clock in a night that has 25', () => {
    expect(dueAtOf('next-day', desk, berlin('2026-10-24T18:00'))).toBe(instant('2026-10-26T10:00'));
  });
});

describe('a time in a customer’s words', () => {
  const words = (local: string, lang: 'de' | 'en' | 'other') => byWhenWords(instant(local), lang, 'Europe/Berlin', now);

  it('names the day when it is not today, in German', () => {
    expect(words('2026-11-24T17:00', 'de')).toBe('bis 17:00 Uhr');
    expect(words('2026-11-25T10:00', 'de')).toBe('bis morgen um 10:00 Uhr');
    expect(words('2026-11-27T09:05', 'de')).toBe('bis Freitag um 09:05 Uhr');
    expect(words('2026-12-04T10:00', 'de')).toBe('bis 4. Dezember um 10:00 Uhr');
  });

  it('and in English, which is for every other language too', () => {
    expect(words('2026-11-24T17:00', 'en')).toBe('by 5 pm');
    expect(words('2026-11-24T12:30', 'other')).toBe('by 12:30 pm');
    expect(words('2026-11-25T00:15', 'en')).toBe('by 12:15 am tomorrow');
    expect(words('2026-11-27T10:00', 'en')).toBe('by 10 am on Friday');
    expect(words('2026-12-04T10:00', 'en')).toBe('by 10 am on 4 December');
  });

  it('is by the clocks of the office', () => {
    expect(timeWords(instant('2026-11-24T17:00'), 'en', 'Europe/London', now)).toBe('4 pm');
  });
});

describe('the template of a holding reply', () => {
  it('is the team’s own in the customer’s language, else the one that every team starts with', () => {
    const own = { id: 'own', lang: 'de', purpose: 'holding', title: 'Dran', text: 'Dran, {byWhen} mehr.' } as const;
    expect(holdingTemplate([own], 'de')).toBe(own);
    expect(holdingTemplate([own], 'other')).toMatchObject({ id: 'holding-en' });
    expect(fillTemplate(own, { name: 'Lena', handle: 'lena', byWhen: 'bis 17:00 Uhr' })).toBe(
      'Dran, bis 17:00 Uhr mehr.',
    );
  });

  it('says nothing of a time that nobody chose', () => {
    const own = { id: 'own', lang: 'de', purpose: 'holding', title: 'Dran', text: 'Dran, {byWhen}.' } as const;
    expect(fillTemplate(own, { name: '{byWhen}', handle: 'lena' })).toBe('Dran, {byWhen}.');
  });
});

describe('a holding reply as it is sent', () => {
  const send = (promiseDueAt: string | null) =>
    answer(
      aMention(),
      {
        by: ANNA,
        key: 'k',
        purpose: 'holding',
        text: 'We are on it.',
        seen: [],
        anyway: false,
        with: { promiseDueAt },
      },
      desk,
      now,
    );

  it('carries its time, and is refused without one, with one that has passed, or one too far away', () => {
    expect(send(instant('2026-11-24T11:05'))).toMatchObject({
      state: { publications: [{ purpose: 'holding', promiseDueAt: instant('2026-11-24T11:05') }], promises: [] },
    });
    expect(refusalOf(send(null))).toEqual({ reason: 'promise-time', why: 'missing' });
    expect(refusalOf(send(now.toISOString()))).toEqual({ reason: 'promise-time', why: 'past' });
    expect(refusalOf(send(minutesAfter(now, 61 * 24 * 60).toISOString()))).toEqual({
      reason: 'promise-time',
      why: 'far',
    });
  });
});
