import { describe, expect, it } from 'vitest';
import { takenOver } from '../../src/desk/taken-over.ts';
import { aMention, aPost } from './examples.ts';

const MIA = { id: '1', handle: 'mia_travels', name: 'Mia Sommer', followers: 3 };
const OLE = { id: '2', handle: 'ole', name: 'Ole Berg', followers: 3 };

function draft(text: string, theirWords = 'where is my suitcase?', from = MIA, to = OLE): string {
  return takenOver(text, aMention({ author: from, posts: [aPost({ text: theirWords })] }), aMention({ author: to }));
}

describe('a past answer as a draft for another customer', () => {
  it.each([
    ['Hi Mia, it is on the next flight.', 'Hi Ole Berg, it is on the next flight.'],
    ['Hallo Mia Sommer, der Koffer ist da.', 'Hallo Ole Berg, der Koffer ist da.'],
    ['Hallo Frau Sommer, der Koffer ist da.', 'Hallo Ole Berg, der Koffer ist da.'],
    ['Sehr geehrte Frau Dr. Sommer, es tut uns leid.', 'Sehr geehrte Ole Berg, es tut uns leid.'],
    ['@mia_travels Your suitcase is here.', 'Your suitcase is here.'],
    ['Your suitcase is here, @mia_travels!', 'Your suitcase is here, Ole Berg!'],
    ['Thank you, Mia, that made our day!', 'Thank you, Ole Berg, that made our day!'],
    // Nobody told us this name but our colleague.
    ['Hi Wilhelmine, it is here.', 'Hi Ole Berg, it is here.'],
    ['It is here. ^AB', 'It is here.'],
  ])('%s → %s', (text, expected) => {
    expect(draft(text)).toBe(expected);
  });

  it.each(['Guten Tag, der Koffer ist da.', 'Hi there, it is here.', 'Hallo zusammen, es geht wieder.'])(
    'leaves a greeting without a name: %s',
    (text) => {
      expect(draft(text)).toBe(text);
    },
  );

  it('makes blanks of numbers and addresses that were the other customer’s, and leaves ours', () => {
    expect(draft('Your order 4711-0815 is on its way.')).toBe('Your order … is on its way.');
    expect(draft('Ihre Kundennummer: 998877 ist gesperrt.')).toBe('Ihre Kundennummer: … ist gesperrt.');
    expect(draft('We call you at 0170 1234567.', 'call me: 01701234567')).toBe('We call you at ….');
    expect(draft('We wrote to mia@example.org.', 'mail mia@example.org please')).toBe('We wrote to ….');
    const ours = 'Call 0800 1234567 from 8 to 20, or write to help@nordfunk.example.';
    expect(draft(ours)).toBe(ours);
  });

  it('says the handle where a name can’t be said, and survives names made of signs', () => {
    const odd = { ...OLE, name: 'www.free-money.com' };
    expect(draft('Hi Mia, it is here.', '', MIA, odd)).toBe('Hi @ole, it is here.');
    expect(draft('Hi (x*, it is here.', '', { ...MIA, name: '(x*' })).toBe('Hi Ole Berg, it is here.');
    expect(draft('Hi Mia, it is here.', '', MIA, { ...OLE, name: '$& $1' })).not.toContain('Mia');
  });
});
