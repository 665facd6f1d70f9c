import { describe, expect, it } from 'vitest';
import { brushOff } from '../../../src/desk/checks/brush-off.ts';
import { readBrushOffs } from '../../../src/training/brush-offs.ts';

const EXAMPLES = readBrushOffs(`${process.cwd()}/`);

const why = (text: string) => {
  const warning = brushOff(text);
  return warning?.check === 'brushOff' ? warning.why : null;
};

describe('a brush-off', () => {
  it.each([
    ['redirects', 'Please use our contact form.'],
    ['redirects', 'This is not the place for complaints.'],
    ['redirects', 'Bitte wenden Sie sich an den Kundenservice.'],
    ['refuses', 'Rückrufe machen wir nicht.'],
    ['refuses', 'There is nothing we can do, sorry.'],
    ['blames', 'You should have read the terms before you booked.'],
    ['blames', 'Hätten Sie rechtzeitig gekündigt, wäre das nicht passiert.'],
    ['silences', 'Please delete your tweet.'],
    ['silences', 'Bitte löschen Sie Ihren Beitrag.'],
  ])('%s: %s', (sort, text) => {
    expect(why(text)).toBe(sort);
  });

  it.each([
    'Please use our form – I’ve already opened case 4711 for you and will call you by 5 pm.',
    'Rückrufe machen wir sonst nicht, aber ich rufe Sie heute um 16 Uhr an. Passt das?',
    'We can’t refund the fare, but we will rebook you for free. Which day suits you?',
    'Löschen Sie besser Ihren Beitrag: Darin steht Ihre Telefonnummer. Ich habe Ihnen geschrieben.',
    'Thank you, Mia, that made our day!',
    'Danke für den Hinweis. Wir sehen uns das jetzt an und melden uns heute noch einmal hier.',
    '',
  ])('is none where somebody answers, owns it or offers: %s', (text) => {
    expect(why(text)).toBeNull();
  });

  it('is one whatever is offered where a post is to disappear for it', () => {
    expect(why('Take your post down and we will look at your refund.')).toBe('silences');
    expect(why('Nehmen Sie den Tweet raus, dann kümmern wir uns um die Erstattung.')).toBe('silences');
  });

  it('names the sentence at fault as it was written', () => {
    const text = 'Hi Tom, sorry. Please use our Contact Form: https://example.com/form';
    expect(brushOff(text)).toMatchObject({ words: 'Please use our Contact Form:' });
  });

  it('is looked for in a moment, however long and odd the text is', () => {
    for (const text of ['please '.repeat(400), 'bitte nutzen sie '.repeat(180), 'wir haben '.repeat(300)]) {
      const start = performance.now();
      brushOff(text);
      expect(performance.now() - start).toBeLessThan(1_000);
    }
  });
});

describe.each(['de', 'en'] as const)('on our examples in "%s"', (lang) => {
  const ours = EXAMPLES.filter((one) => one.lang === lang && !one.heldOut);
  const found = ours.map((one) => ({ is: one.brushOff, said: why(one.text) !== null }));
  const count = (is: boolean, said: boolean) => found.filter((one) => one.is === is && one.said === said).length;

  it('there are enough of both', () => {
    expect(ours.filter((one) => one.brushOff).length).toBeGreaterThan(90);
    expect(ours.filter((one) => !one.brushOff).length).toBeGreaterThan(80);
  });

  it('it mostly speaks where it must, and is mostly silent where it must', () => {
    expect(count(true, true) / (count(true, true) + count(true, false))).toBeGreaterThan(0.9);
    expect(count(true, true) / (count(true, true) + count(false, true))).toBeGreaterThan(0.95);
  });

  it('it leaves good replies alone also in words that its rules have not seen', () => {
    const good = EXAMPLES.filter((one) => one.lang === lang && one.heldOut && !one.brushOff);
    expect(good.length).toBeGreaterThan(12);
    expect(good.filter(({ text }) => why(text) !== null).length).toBeLessThanOrEqual(1);
  });
});
