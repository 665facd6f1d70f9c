import { describe, expect, it } from 'vitest';
import { localTimeText } from '../../src/desk/office-time.ts';
import { readTime } from '../../src/desk/read-time.ts';
import { aDesk, berlin } from './examples.ts';

const { hours } = aDesk();

/** By Berlin's clocks, where the office is open from 8 to 20, and closed on Sundays. */
function read(text: string, now = '2026-11-24T10:10', office = hours): string | null {
  const found = readTime(text, office, berlin(now));
  return found === null ? null : localTimeText(office.timeZone, found.at);
}

describe('a time that a text names, on Tuesday, 24 November 2026, at 10:10', () => {
  it.each([
    ['I’ll call you by 5 pm.', '2026-11-24 17:00'],
    ['We are back by 5pm, promised.', '2026-11-24 17:00'],
    ['You hear from us by 11:30 a.m.', '2026-11-24 11:30'],
    ['We write again by 17:15.', '2026-11-24 17:15'],
    ['I’ll call you today at 4.', '2026-11-24 16:00'],
    ['More at 3 o’clock.'.replace('’', "'"), '2026-11-24 15:00'],
    ['You will have an answer by noon.', '2026-11-24 12:00'],
    ['We are back in 2 hours.', '2026-11-24 12:10'],
    ['An update follows in half an hour.', '2026-11-24 10:40'],
    ['We write here within the hour.', '2026-11-24 11:10'],
    ['More within the next 30 minutes.', '2026-11-24 10:40'],
    ['We call you in a couple of hours.', '2026-11-24 12:10'],
    ['I’ll get back to you in an hour.', '2026-11-24 11:10'],
    ['I’ll get back to you today.', '2026-11-24 20:00'],
    ['We answer by the end of the day.', '2026-11-24 20:00'],
    ['We write to you tonight.', '2026-11-24 20:00'],
    ['We call this afternoon.', '2026-11-24 17:00'],
    ['You hear from us tomorrow.', '2026-11-25 20:00'],
    ['I’ll call you tomorrow at noon.', '2026-11-25 12:00'],
    ['I’ll call you tomorrow morning.', '2026-11-25 10:00'],
    ['We write by 10 am tomorrow.', '2026-11-25 10:00'],
    ['We call you on Friday.', '2026-11-27 20:00'],
    ['We call you Friday at 9:30.', '2026-11-27 09:30'],
    ['We call you by Monday 9 am.', '2026-11-30 09:00'],
    ['By the end of the week we tell you.', '2026-11-27 20:00'],
    ['We are back on 4 December at 10 am.', '2026-12-04 10:00'],
    ['We are back on December 4th.', '2026-12-04 20:00'],
    ['By 2 January we write.', '2027-01-02 20:00'],
    ['the day after tomorrow by 5 pm', '2026-11-26 17:00'],
    ['I’ll write at half past two.', '2026-11-24 14:30'],
    ['We call at quarter to four.', '2026-11-24 15:45'],
    ['We call by four today.', '2026-11-24 16:00'],
    ['First thing tomorrow we call.', '2026-11-25 10:00'],
    ['You know more by lunchtime.', '2026-11-24 12:00'],
    ['We write by close of play.', '2026-11-24 20:00'],
  ])('in English: %s', (text, at) => {
    expect(read(text)).toBe(at);
  });

  it.each([
    ['Ich melde mich bis 17 Uhr.', '2026-11-24 17:00'],
    ['Wir rufen gegen 17:30 Uhr an.', '2026-11-24 17:30'],
    ['Wir rufen um 17.30 Uhr an.', '2026-11-24 17:30'],
    ['Bis 16:45 wissen wir mehr.', '2026-11-24 16:45'],
    ['Bis halb fünf haben Sie Antwort.', '2026-11-24 16:30'],
    ['Bis mittags wissen wir mehr.', '2026-11-24 12:00'],
    ['In 2 Stunden melden wir uns.', '2026-11-24 12:10'],
    ['In einer halben Stunde mehr.', '2026-11-24 10:40'],
    ['Wir melden uns innerhalb einer Stunde.', '2026-11-24 11:10'],
    ['Binnen 30 Minuten mehr.', '2026-11-24 10:40'],
    ['Wir melden uns in spätestens 30 Minuten.', '2026-11-24 10:40'],
    ['Wir melden uns in der nächsten Stunde.', '2026-11-24 11:10'],
    ['Wir melden uns heute noch.', '2026-11-24 20:00'],
    ['Wir melden uns heute noch einmal hier.', '2026-11-24 20:00'],
    ['Wir rufen heute Nachmittag an.', '2026-11-24 17:00'],
    ['Heute Abend mehr.', '2026-11-24 20:00'],
    ['Wir melden uns morgen.', '2026-11-25 20:00'],
    ['Wir rufen morgen früh an.', '2026-11-25 10:00'],
    ['Wir rufen morgen Vormittag an.', '2026-11-25 12:00'],
    ['Morgen um 9 Uhr rufen wir an.', '2026-11-25 09:00'],
    ['Übermorgen bis 12 Uhr.', '2026-11-26 12:00'],
    ['Montag 9 Uhr rufen wir an.', '2026-11-30 09:00'],
    ['Wir melden uns am Freitag.', '2026-11-27 20:00'],
    ['Wir melden uns am Freitagvormittag.', '2026-11-27 12:00'],
    ['Wir melden uns bis Ende der Woche.', '2026-11-27 20:00'],
    ['Bis 3. Dezember um 10 Uhr.', '2026-12-03 10:00'],
    ['Bis zum 3.12. wissen wir mehr.', '2026-12-03 20:00'],
    ['Guten Morgen! Wir melden uns bis 12 Uhr.', '2026-11-24 12:00'],
    ['Bis Feierabend melden wir uns.', '2026-11-24 20:00'],
    ['Um viertel nach vier mehr.', '2026-11-24 16:15'],
    ['Bis acht Uhr abends wissen wir mehr, also um acht.', '2026-11-25 08:00'],
    ['Morgen um acht rufen wir an.', '2026-11-25 08:00'],
    ['Im Laufe des Vormittags mehr.', '2026-11-24 12:00'],
    ['Am Nachmittag rufen wir an.', '2026-11-24 17:00'],
    ['Am frühen Nachmittag rufen wir an.', '2026-11-24 17:00'],
    ['Wir melden uns am frühen Abend.', '2026-11-24 20:00'],
    ['Am Abend des 3. Dezember wissen wir mehr.', '2026-12-03 20:00'],
    ['Wir rufen um vier zurück.', '2026-11-24 16:00'],
    ['Um vier rufen wir an.', '2026-11-24 16:00'],
    ['Am Freitag am Nachmittag rufen wir an.', '2026-11-27 20:00'],
    ['Im Lauf des Tages mehr.', '2026-11-24 20:00'],
  ])('in German: %s', (text, at) => {
    expect(read(text)).toBe(at);
  });

  it.each([
    'We are there 24/7.',
    'The shop is open until 8 pm.',
    'Der Laden hat bis 20 Uhr geöffnet.',
    'It works again since 9:10.',
    'Die Störung ist seit 9:10 Uhr behoben.',
    'You wrote “it was down at 5 pm”, sorry.',
    'Sie schreiben „um 17 Uhr kam niemand“.',
    'Guten Morgen, Lena!',
    'Good morning, Jon!',
    'It costs 5 euros, about 3 % more.',
    'The fee rose by 5 % and by 12 euros.',
    'Version 3.1 fixes it.',
    'It is at one of our two shops.',
    'Take it by two hands.',
    'Wir kümmern uns um zwei Anschlüsse.',
    'Es verschiebt sich um zwei Wochen.',
    'Es geht um fünf Personen.',
    'Der Preis stieg um drei Euro.',
    'Der Preis steigt um drei Euro, um zwei Prozent.',
    'We are on it.',
    'More: https://nordfunk.de/12:30/today',
    'Between 9 and 11 somebody is there.',
    'By 31 February we write.',
    '',
  ])('none: %s', (text) => {
    expect(read(text)).toBeNull();
  });

  it('that has passed today is tomorrow’s', () => {
    expect(read('We call by 9 am.')).toBe('2026-11-25 09:00');
    expect(read('Wir rufen bis 9 Uhr an.')).toBe('2026-11-25 09:00');
    expect(read('I’ll be back by 5 pm.', '2026-11-24T18:00')).toBe('2026-11-25 17:00');
  });

  it('is none where the day says that it is over', () => {
    expect(read('We called you today at 9 am.')).toBeNull();
  });

  it('of a weekday that is today is today’s while it lasts, else next week’s', () => {
    expect(read('We call on Tuesday at 4 pm.')).toBe('2026-11-24 16:00');
    expect(read('We call on Tuesday at 9 am.')).toBe('2026-12-01 09:00');
    expect(read('We call next Tuesday at 4 pm.')).toBe('2026-12-01 16:00');
  });

  it('of a day alone is its closing; late in the evening once that is over, towards evening where it is closed', () => {
    expect(read('We write today.', '2026-11-24T20:30')).toBe('2026-11-24 22:00');
    expect(read('We write on Sunday.')).toBe('2026-11-29 18:00');
  });

  it('is one of the team’s time zone, also over the change of the clocks', () => {
    expect(read('We call tomorrow at 9 am.', '2026-10-24T18:00')).toBe('2026-10-25 09:00');
    expect(read('We call in 12 hours.', '2026-10-24T18:00')).toBe('2026-10-25 05:00');
    expect(read('Wir rufen morgen um 9 Uhr an.', '2026-03-28T18:00')).toBe('2026-03-29 09:00');
    // The hour that Berlin's clocks skip.
    expect(readTime('We are back tomorrow at 02:30.', hours, berlin('2026-03-28T18:00'))?.at).toBe(
      berlin('2026-03-29T03:30').toISOString(),
    );
    const london = { ...hours, timeZone: 'Europe/London' };
    expect(readTime('We call by 5 pm.', london, berlin('2026-11-24T10:10'))?.at).toBe('2026-11-24T17:00:00.000Z');
  });

  it('comes with the words that name it', () => {
    const words = (text: string) => readTime(text, hours, berlin('2026-11-24T10:10'))?.words;
    expect(words('Hi Tom, I’ll call you by 5 pm tomorrow.')).toBe('by 5 pm tomorrow');
    expect(words('Wir melden uns binnen 30 Minuten.')).toBe('binnen 30 Minuten');
  });

  it('is found in a moment, however long the text is', () => {
    const start = performance.now();
    read('in the next the next by 5 by 5 morgen um um '.repeat(70));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
