import { describe, expect, it } from 'vitest';
import { namesOf, offersOf, warningsOfTyped } from '../../../src/desk/checks/index.ts';
import { promiseTime } from '../../../src/desk/checks/promise.ts';
import { aMention, aPromise, instant } from '../examples.ts';
import { aContext } from './examples.ts';

describe('a promise without a time', () => {
  it.each([
    'Hi Mia, we will call you.',
    'We’ll get back to you as quickly as we can.',
    'I will let you know, Mia.',
    'Thanks! A colleague will be in touch.',
    'We are looking into it and will keep you posted.',
    'Wir melden uns.',
    'Hallo Lena, wir rufen Sie an.',
    'Ich gebe Ihnen Bescheid.',
    'Wir prüfen das, Sie hören von uns.',
    'Danke, wir kommen auf Sie zu.',
  ])('is told: %s', (text) => {
    expect(promiseTime(text, aContext())).toMatchObject({ check: 'promiseTime', why: 'no-time' });
  });

  it.each([
    'May we call you back?',
    'Dürfen wir Sie zurückrufen?',
    'We called you twice.',
    'Your router left our stock today.',
    'Let us know if you need anything.',
    'Thank you, Mia, that made our day!',
    'Wenn Sie möchten, rufen wir Sie an.',
    'Die Leitung ist repariert. Läuft es wieder?',
    'We are on it.',
    '',
  ])('is none: %s', (text) => {
    expect(promiseTime(text, aContext())).toBeNull();
  });

  it('is none where the form promises a time already', () => {
    expect(promiseTime('We will call you.', aContext({ promiseDueAt: instant('2026-11-24T12:00') }))).toBeNull();
  });
});

describe('a promise with a time', () => {
  it.each([
    ['I will call you by 5 pm.', '2026-11-24T17:00'],
    ['We will get back to you within the hour.', '2026-11-24T11:10'],
    ['Your new card will arrive tomorrow.', '2026-11-25T20:00'],
    ['Thanks. It was down at 9. We’ll write to you here by noon.', '2026-11-24T12:00'],
    ['Wir rufen Sie bis 17 Uhr an.', '2026-11-24T17:00'],
    ['Wir sehen uns das an und melden uns heute noch einmal hier.', '2026-11-24T20:00'],
    ['Morgen früh rufen wir Sie an.', '2026-11-25T10:00'],
    ['Bis 11:30 Uhr läuft es wieder.', '2026-11-24T11:30'],
  ])('is offered to be kept in mind: %s', (text, at) => {
    expect(promiseTime(text, aContext())).toMatchObject({ why: 'offer', dueAt: instant(at) });
    expect(offersOf(text, aContext())).toHaveLength(1);
  });

  it.each([
    'We are open until 8 pm.',
    'Unser Laden ist bis 20 Uhr für Sie da.',
    'It works again since 9:10.',
    'You can call us by 5 pm.',
    'The train leaves at 17:05 from platform 4.',
    'You said “we will call you by 5 pm”, I am sorry.',
    'Shall we call you at 5 pm?',
  ])('is none: %s', (text) => {
    expect(promiseTime(text, aContext())).toBeNull();
  });

  it('is not offered again where it is promised already, nor where that is switched off', () => {
    const text = 'I will call you by 5 pm.';
    const mention = aMention({ promises: [aPromise()] });
    expect(promiseTime(text, aContext({ mention }))).toBeNull();
    expect(offersOf(text, aContext({ settings: { checks: { promiseTime: false } } }))).toEqual([]);
  });

  it('left unpromised goes against nothing that the history would name', () => {
    const offered = warningsOfTyped('I will call you by 5 pm.', aContext());
    expect(offered).toHaveLength(1);
    expect(namesOf(offered)).toBe('');
  });
});
