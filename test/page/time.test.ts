import { describe, expect, it } from 'vitest';
import { clockFace, localField, secondsOf, slackDate } from '../../practice/page/time.ts';

const now = new Date('2026-11-24T09:00:00+01:00');
const seconds = (iso: string) => String(Date.parse(iso) / 1000);

describe('a date in a text', () => {
  it.each([
    ['2026-11-24T08:48:00+01:00', 'Today 08:48'],
    ['2026-11-23T23:59:00+01:00', 'Yesterday 23:59'],
    ['2026-11-25T00:01:00+01:00', 'Tomorrow 00:01'],
    ['2026-11-20T12:00:00+01:00', '20 Nov 12:00'],
  ])('of %s reads %s to who reads it on Tuesday in Berlin', (iso, words) => {
    expect(slackDate(seconds(iso), '{date_short_pretty} {time}', now)).toBe(words);
  });

  it.each([
    ['2026-11-24T08:57:10+01:00', '2 minutes ago'],
    ['2026-11-24T06:59:00+01:00', '2 hours ago'],
    ['2026-11-21T08:00:00+01:00', '3 days ago'],
    ['2026-11-24T08:59:30+01:00', 'just now'],
  ])('of %s is %s where only that is asked', (iso, words) => {
    expect(slackDate(seconds(iso), '{ago}', now)).toBe(words);
  });

  it('keeps a part that it does not know', () => {
    expect(slackDate(seconds('2026-11-24T08:48:00+01:00'), '{time} {moon}', now)).toBe('08:48 {moon}');
  });
});

it('the clock shows day and time in Berlin', () => {
  expect(clockFace(now)).toEqual({ day: 'Tuesday 24 Nov', time: '09:00:00' });
});

describe('a field for date and time', () => {
  it.each([
    ['2026-11-24T17:00', '2026-11-24T17:00:00+01:00'],
    ['2026-07-01T00:30', '2026-07-01T00:30:00+02:00'],
    ['2026-10-25T01:59', '2026-10-25T01:59:00+02:00'],
    ['2026-10-25T03:00', '2026-10-25T03:00:00+01:00'],
  ])('shows %s by the reader’s clock and means %s', (field, iso) => {
    expect(localField(Date.parse(iso) / 1000)).toBe(field);
    expect(secondsOf(field)).toBe(Date.parse(iso) / 1000);
  });

  it('means nothing when it is empty', () => {
    expect(secondsOf('')).toBe(null);
  });
});
