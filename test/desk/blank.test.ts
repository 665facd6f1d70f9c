import { describe, expect, it } from 'vitest';
import { prepareText } from '../../src/desk/answer.ts';
import { blankIn, roomForNews } from '../../src/desk/blank.ts';
import { speak } from '../../src/desk/broadcast.ts';
import { ANNA, aDesk, anIncident, aPress, berlin, refusalOf } from './examples.ts';

describe('a place that is still to be filled', () => {
  it.each([
    ['We know more at […].', '[…]'],
    [`Hi Mia, we are on it. ${roomForNews('en')}`, roomForNews('en')],
    [`Hallo Mia. ${roomForNews('de')}`, roomForNews('de')],
    ['Back by [time: …], promised.', '[time: …]'],
  ])('keeps the text from going out: %s', (text, blank) => {
    expect(blankIn(text)).toBe(blank);
    expect(prepareText(text, ANNA, aDesk())).toEqual({
      refused: { reason: 'unsuitable-text', why: 'blank', what: blank },
    });
  });

  it.each(['Well … we will see.', 'Case [4711] is open.', 'See [1] and … [2].'])('is none: %s', (text) => {
    expect(blankIn(text)).toBeNull();
    expect(prepareText(text, ANNA, aDesk())).toMatchObject({ text });
  });

  it('keeps a word to everybody as well', () => {
    const word = {
      ...aPress(ANNA, 'k1'),
      purpose: 'incident-update',
      text: 'Back at […].',
      updateMinutes: null,
    } as const;
    const refusal = refusalOf(speak(anIncident(), word, aDesk(), berlin('2026-11-24T10:10')));
    expect(refusal).toMatchObject({ reason: 'unsuitable-text', why: 'blank' });
  });

  it('is left in the customer’s language', () => {
    expect(roomForNews('de')).toContain('neu');
    expect(roomForNews('other')).toBe(roomForNews('en'));
  });
});
