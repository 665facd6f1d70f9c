import { describe, expect, it } from 'vitest';
import { blamedIn } from '../../src/desk/blame.ts';

const OURS = ['NordfunkHilft'];

describe('naming another company as the cause', () => {
  it.each([
    ['Your line is down because of Deutsche Telekom.', 'Deutsche Telekom'],
    ['This was caused by Vodafone, not by us.', 'Vodafone'],
    ['Due to Cloudflare our site is slow.', 'Cloudflare'],
    ['Our provider Acme Nord has an outage.', 'Acme Nord'],
    ['Our hosting partner Acme has an outage, sorry.', 'Acme'],
    ['There is an outage at Openreach in your area.', 'Openreach'],
    ['Acme Grid is to blame for this.', 'Acme Grid'],
    ['We are sorry, DHL caused the delay.', 'DHL'],
    ['Sadly this is Fraport’s fault.', 'Fraport'],
    ['Blame Amazon for it.', 'Amazon'],
    ['Das liegt an der Telekom.', 'Telekom'],
    ['Die Ursache ist leider ein Schaden bei der Telekom.', 'Telekom'],
    ['Wegen Vodafone geht gerade nichts.', 'Vodafone'],
    ['Schuld ist die Deutsche Bahn.', 'Deutsche Bahn'],
    ['Schuld daran ist Hermes.', 'Hermes'],
    ['Der Ausfall wurde durch EWE verursacht.', 'EWE'],
    ['Es gibt eine Störung bei Cloudflare.', 'Cloudflare'],
    ['Unser Dienstleister Muster & Sohn hat einen Ausfall.', 'Muster & Sohn'],
    ['Das Paket fehlt wegen der Nordlog GmbH.', 'Nordlog GmbH'],
    ['Die Telekom ist schuld.', 'Telekom'],
    ['Leider hat DHL ein Problem. DHL hat eine Störung.', 'DHL'],
    ['Aufgrund der Firma Meier warten Sie.', 'Meier'],
  ])('is seen in “%s”', (text, name) => {
    expect(blamedIn(text, OURS)).toBe(name);
  });

  it.each([
    'Your line is down because of the storm.',
    'Because of Storm Ciara our masts are down.',
    'Due to maintenance on Monday we are slow.',
    'Due to Monday’s maintenance the app is away.',
    'This was caused by us, and we are sorry.',
    'We blame nobody. Thank you, Mia!',
    'The delay is due to COVID.',
    'Because of Nordfunk’s own mistake you waited. Sorry!',
    'Our provider of choice is you.',
    'Hi Mia, there was an error on our side.',
    'You can also watch it on Netflix.',
    'Ask Vodafone to release your number, please.',
    'Wegen des Sturms sind Leitungen gestört.',
    'Wegen Bauarbeiten fällt das Netz aus.',
    'Wegen der Störung im Norden melden wir uns.',
    'Aufgrund von Wartungsarbeiten geht es langsam.',
    'Schuld sind wir, das tut uns leid.',
    'Das liegt an unserem Netz.',
    'Es gibt eine Störung bei uns, wir arbeiten daran.',
    'Es gibt eine Störung bei Ihnen in der Straße.',
    'Wegen Nordfunk mussten Sie warten, das tut uns leid.',
    'Der Ausfall wurde durch einen Bagger verursacht.',
    'Das liegt an der Leitung zu Ihnen.',
    'Wegen Glatteis kommt die Technik später.',
    'Schuld ist ein Fehler von uns.',
    'Bitte fragen Sie bei der Telekom nach der Portierung.',
    'Den Schaden bei Ihrer Nachbarin sehen wir uns an.',
  ])('is not seen in “%s”', (text) => {
    expect(blamedIn(text, OURS)).toBeNull();
  });

  it('reads any text quickly', () => {
    const began = performance.now();
    blamedIn('Wegen '.repeat(400) + 'A'.repeat(2_000), OURS);
    blamedIn('Aa '.repeat(1_000), OURS);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
