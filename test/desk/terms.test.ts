import { describe, expect, it } from 'vitest';
import { partsOfCompound, termsOf } from '../../src/desk/terms.ts';

describe('the words by which texts are compared', () => {
  it('are free of capitals, accents, umlauts, endings, handles, addresses and long numbers', () => {
    expect(termsOf('@NordfunkHilft Die STÖRUNGEN in Zürich: https://t.co/x 4917612345678 anna@example.org')).toEqual([
      'stoerung',
      'zuerich',
    ]);
    expect(termsOf('Stoerungen')).toEqual(termsOf('Störungen'));
    expect(termsOf('Rechnung')).toEqual(termsOf('Rechnungen'));
    expect(termsOf('café suitcases')).toEqual(termsOf('Cafe SUITCASE'));
  });

  it('leave out what says nothing, in both languages', () => {
    expect(termsOf('Hallo, ich habe seit gestern kein Internet und niemand hilft mir')).toEqual([
      'kein',
      'internet',
      'niemand',
      'hilft',
    ]);
    expect(termsOf('Why is it that you never help us with the router')).toEqual(['never', 'rout']);
  });

  it('are found in German compounds whose parts are known, and nowhere else', () => {
    const known = new Set([
      'internet',
      'ausfall',
      'vertrag',
      'verlaenger',
      'verlaengerung',
      'verlaengeru',
      'verlaengerung',
    ]);
    const isKnown = (term: string) => known.has(term);
    expect(partsOfCompound('internetausfall', isKnown)).toEqual(['internet', 'ausfall']);
    expect(partsOfCompound('vertragsverlaengerung', isKnown)).toEqual(['vertrag', 'verlaengerung']);
    expect(partsOfCompound('internet', isKnown)).toEqual([]);
    expect(partsOfCompound('wasserrohrbruch', isKnown)).toEqual([]);
  });
});
