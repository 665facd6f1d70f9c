import { describe, expect, it } from 'vitest';
import { warningsOf } from '../../../src/desk/checks/index.ts';
import { privateDataIn } from '../../../src/desk/checks/private-data.ts';
import { askedPrivately } from '../../../src/desk/checks/private-reply.ts';
import { aContext } from './examples.ts';

const privateData = (...of: Parameters<typeof privateDataIn>) => privateDataIn(...of)[0] ?? null;

describe('private data in a public reply', () => {
  it.each([
    ['phone', 'We will call you on 0171 2345678 today.', '0171 2345678'],
    ['phone', 'Wir rufen Sie unter +49 40 1234567 an.', '+49 40 1234567'],
    ['phone', 'Ist (040) 123 45 67 noch richtig?', '(040) 123 45 67'],
    ['email', 'We wrote to jon.reyes+x@example.org.', 'jon.reyes+x@example.org'],
    ['email', 'Die Mail ging an lena-altona@beispiel.de, oder?', 'lena-altona@beispiel.de'],
    ['iban', 'The money goes to DE89 3704 0044 0532 0130 00 on Friday.', 'DE89 3704 0044 0532 0130 00'],
    ['iban', 'Die Gutschrift geht auf DE89370400440532013000.', 'DE89370400440532013000'],
    ['card', 'We charged 4111 1111 1111 1111 twice, sorry.', '4111 1111 1111 1111'],
    ['number', 'Ihre Kundennummer 4711 haben wir gefunden.', '4711'],
    ['number', 'Zur Bestellnr. 302-88-1: Sie ist unterwegs.', '302-88-1'],
    ['number', 'We found order no. 123-456 in our stock.', '123-456'],
    ['number', 'Your booking reference: X7K2LM is fine.', 'X7K2LM'],
    ['number', 'Die Sendungsnummer lautet 00340 4341 1234.', '00340 4341 1234'],
    ['number', 'Your order 8812345 left today.', '8812345'],
  ] as const)('a %s is seen: %s', (why, text, words) => {
    expect(privateData(text, aContext())).toEqual({ check: 'privateData', why, words });
  });

  it.each([
    'It works again since 24.11.2026, 10:30.',
    'Seit 1.12.2026 gilt der neue Preis von 19,90 € im Monat.',
    'The 8:15 is cancelled; take the 8:45 from platform 12.',
    'I opened case 4711 for you and will call you by 5 pm.',
    'Ticket 4711 ist angelegt, bis 17 Uhr melde ich mich.',
    'Version 3.1.20261 fixes it.',
    'Flight LH 2034 lands at 18:05 in hall 2.',
    'Rufen Sie gern an: 0800 330 1000, das kostet nichts.',
    'Write to support@nordfunk.de and name me.',
    'More: https://nordfunk.de/status/1234567890123?order=98765432',
    'Thanks @jon_reyes, 1,000,000 times!',
    'Your order is on its way, number 3 of the queue.',
    'In 2026 gab es 12345 Anrufe.',
    'Ihr Auftrag ist gebucht.',
  ])('nothing of it: %s', (text) => {
    expect(privateData(text, aContext())).toBeNull();
  });

  it('the team’s own numbers and addresses are public, however they are written', () => {
    const settings = { publicContacts: ['+49 40 1234567', 'anna@nordfunk.de'] };
    const text = 'Call us on 040 / 1234567 or write to Anna@nordfunk.de.';
    expect(privateDataIn(text, aContext({ settings }))).toEqual([]);
    expect(privateDataIn(text, aContext())).toHaveLength(2);
  });

  it('so is what stands in a template', () => {
    const template = { id: 't', lang: 'en', purpose: 'reply', title: 'Call', text: 'Ring 0171 2345678.' } as const;
    expect(privateData('Ring 0171 2345678, please.', aContext({ settings: { templates: [template] } }))).toBeNull();
  });

  it('a number without a word before it is seen where the customer gave it away', () => {
    const theirs = '@nordair my number is 8812-4471-X, still nothing';
    expect(privateData('We found 8812-4471-x and are on it.', aContext({ theirs }))).toMatchObject({
      why: 'repeated',
      words: '8812-4471-x',
    });
    expect(privateData('We found 8812-4472-x and are on it.', aContext({ theirs }))).toBeNull();
  });

  it('a national number is read as one of the country whose holidays the team keeps', () => {
    const text = 'We call you on 020 7946 0958.';
    expect(privateData(text, aContext({ settings: { holidays: { country: 'GB' } } }))).toMatchObject({ why: 'phone' });
  });

  it('each is found once, in the order of the text', () => {
    const text = 'Customer number 4711-22 and 0171 2345678, a@example.org';
    expect(privateDataIn(text, aContext()).map(({ why }) => why)).toEqual(['number', 'phone', 'email']);
  });

  it('each is told of: who sends one on purpose has not seen the next', () => {
    const told = warningsOf('We looked at customer number 4711-22 and call 0171 2345678 by 5 pm.', aContext());
    expect(told.filter(({ check }) => check === 'privateData').map(({ words }) => words)).toEqual([
      '4711-22',
      '0171 2345678',
    ]);
  });
});

describe('taking it to a direct message', () => {
  it('takes the data out and asks in the customer’s language, with the network’s own address', () => {
    const url = 'https://twitter.com/messages/compose?recipient_id=1';
    expect(askedPrivately('Hi Jon, we call you on 0171 2345678 today', ['0171 2345678'], 'en', url)).toBe(
      `Hi Jon, we call you on … today. Please send us a direct message, so that it stays between us: ${url}`,
    );
    expect(askedPrivately('', [], 'de', null)).toBe(
      'Bitte schicken Sie uns das per Direktnachricht, dann bleibt es unter uns.',
    );
  });
});
