import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dangerWords, isDanger } from '../../src/desk/danger.ts';

describe('words of danger', () => {
  it.each([
    ['My father is injured and your line is dead!', 'injured'],
    ['Der Techniker wurde VERLETZT.', 'verletzt'],
    ['there’s a FIRE in the building', 'fire'],
    ['Feuer im Verteilerkasten!', 'feuer'],
    ['Im Keller ist ein Brand ausgebrochen', 'ein brand'],
    ['Wir brauchten einen Notarzt', 'notarzt'],
    ['we had to get an ambulance', 'ambulance'],
    ['I will kill myself if', 'kill myself'],
    ['er hat von Suizid gesprochen', 'suizid'],
    ['got an electric shock from your router', 'electric shock'],
    ['Mein Sohn hat einen Stromschlag bekommen', 'stromschlag'],
    ['strong gas smell since you dug here', 'gas smell'],
    ['starker Gasgeruch in der Straße', 'gasgeruch'],
    ['my mum can’t  call\n112', "can't call 112"],
    ['Der Notruf geht nicht!', 'notruf geht nicht'],
    ['#Feuerwehr ist da', 'feuerwehr'],
    ['Omas Hausnotrufgerät ist tot', 'hausnotrufgerät'],
    ['Hilfe, es brennt in unserem Haus', 'es brennt'],
  ])('are heard in “%s”', (text, word) => {
    expect(dangerWords(text)).toContain(word);
  });

  it.each([
    'Wir sind Feuer und Flamme für euer Angebot',
    'fire your manager',
    'you should fire the whole team',
    'My Amazon Fire TV has no picture',
    'You are on fire today, great service',
    'they hung up, adding insult to injury',
    'What a brand new low for your brand in Germany',
    'Ihr verletzt meine Rechte als Kunde',
    'Das ist eine Datenschutzverletzung!',
    'Damit wird der Datenschutz massiv verletzt',
    'es brennt nur die rote Lampe am Router',
    'die Preise sind explodiert',
    'my bill has exploded',
    'this is commercial suicide',
    'that invoice nearly gave me a heart attack',
    'Firewall und Feuerwerk, wildfires and campfires',
    'look at https://example.com/fire and @fire',
    'Es wurde zum Glück niemand verletzt',
    'Kein Internet seit Montag, niemand ruft zurück!',
  ])('are no more than words in “%s”', (text) => {
    expect(dangerWords(text)).toEqual([]);
  });

  it('are found beside a figure of speech', () => {
    expect(dangerWords('fire your manager: there is a fire, and Anna is injured')).toEqual(['fire', 'injured']);
  });

  it('never take long, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        expect(isDanger(`${text} verletzt `)).toBe(dangerWords(`${text} verletzt `).length > 0);
      }),
      { numRuns: 50 },
    );
    // A pattern that backtracks would not come back from these within the test's half minute.
    expect(dangerWords('recht '.repeat(5_000))).toEqual([]);
    expect(dangerWords('es brennt '.repeat(3_000)).length).toBeGreaterThan(0);
    expect(dangerWords('a'.repeat(30_000))).toEqual([]);
  });
});
