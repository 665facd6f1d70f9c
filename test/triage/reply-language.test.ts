import { describe, expect, it } from 'vitest';
import { readHeldBrushOffs } from '../../src/training/brush-offs.ts';
import { createReplyEar } from '../../src/triage/reply-language.ts';

const languageOf = createReplyEar();

describe('the language of a reply of ours', () => {
  it.each([
    ['de', 'Hallo Mia, wir sind dran.'],
    ['de', 'Störung in Altona behoben. 🙏'],
    ['de', 'Bitte einmal die Fritz!Box 7590 neu starten.'],
    ['de', 'Schauen Sie hier: https://nordfunk.de/status ^AB'],
    ['en', 'Hi Mia, we’re on it.'],
    ['en', 'Outage in Altona is over. 🙏'],
    ['en', 'Please restart the Fritz!Box 7590 once.'],
    ['en', 'Have a look here: https://nordfunk.de/umbau/stoerung'],
  ])('is %s: %s', (lang, text) => {
    expect(languageOf(text)).toBe(lang);
  });

  it.each([
    'Danke! 🙏',
    'Done!',
    'OK 👍',
    'Thank you!',
    'Thanks, Lena!',
    'Super, danke!',
    'Router: Fritz!Box 7590 AX, Firmware 7.57, WLAN Mesh Repeater',
    'Wir sind dran und melden uns bei Ihnen. – We are on it and will write to you.',
    'Tusen takk for tilbakemeldingen, vi ser på det nå med en gang.',
    'https://nordfunk.de/status',
    '',
  ])('is none that can be told: %s', (text) => {
    expect(languageOf(text)).toBeNull();
  });

  it('is never the other one in 120 plain replies, and known in nearly all', () => {
    const heard = readHeldBrushOffs(`${process.cwd()}/`).map(({ lang, text }) => ({ lang, said: languageOf(text) }));
    expect(heard.filter(({ lang, said }) => said !== null && said !== lang)).toEqual([]);
    expect(heard.filter(({ said }) => said !== null).length).toBeGreaterThan(110);
  });
});
